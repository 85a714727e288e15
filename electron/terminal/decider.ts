import { userInfo } from 'node:os';
import type { Decider } from '../features/governance/index.ts';

/** Whom the operating system vouches for. */
export const personHere = (): Decider => ({ kind: 'person', name: userInfo().username, door: 'terminal' });
