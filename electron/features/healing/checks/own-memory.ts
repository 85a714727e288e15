import type { Observation } from '../cycle/observe.ts';
import { createCheck, type Check } from './check.ts';
import { ofVerdict } from './process-memory.ts';

/** Nightguard's own memory: the guard must not become the burden. */
export const ownMemory = (seen: () => Observation): Check =>
  createCheck({
    id: 'self.memory',
    category: 'self',
    severity: 'ERROR',
    check: () => ofVerdict('Nightguard', seen().own.verdict, seen().own.mb),
  });
