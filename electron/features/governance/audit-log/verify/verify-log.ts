import { performance } from 'node:perf_hooks';
import { messageOf } from '../../../../kernel/errors.ts';
import { ready } from '../append/ready.ts';
import { AuditBroken, BreakList } from '../broken.ts';
import type { AuditContext } from '../context.ts';
import { atomically } from '../ledger/atomically.ts';
import { look, readHead, type Head } from '../ledger/head.ts';
import { listSegments } from '../ledger/segments.ts';
import type { Break } from '../types.ts';
import { walkAll } from './walk-all.ts';
import { meetWitness, type Witness } from './witnesses.ts';

export interface VerifyOptions {
  /** `quick`: the end of the log, and all of it only when somebody else has touched it. `full`: every byte of every segment. */
  level: 'quick' | 'full';
  onProgress?: (progress: { done: number; total: number }) => void;
  witnesses?: readonly Witness[];
  /** Found before: checkpoints that do not hold. */
  breaks?: readonly Break[];
}

interface Summary {
  level: 'quick' | 'full';
  /** Epoch milliseconds. */
  at: number;
  durationMs: number;
  entries: number;
  segments: number;
  bytes: number;
}

/** `unchecked` is never fine: the log could not be read. */
export type VerifyResult = Summary &
  (
    | {
        state: 'intact';
        /** Entries that only the original writer's own reading explains. */ quirks: number;
        hash: string;
        full: string;
      }
    | { state: 'broken'; /** In file order, the first hundred. */ breaks: readonly Break[]; count: number }
    | { state: 'unchecked'; reason: string }
  );

/** Never throws for the log's sake. */
export async function verifyLog(context: AuditContext, options: VerifyOptions): Promise<VerifyResult> {
  const started = performance.now();
  const at = context.clock.now();
  const summary = (): Summary => {
    const head = readHead(context.database);
    const sealed = listSegments(context.database);
    const bytes = sealed.reduce((sum, { bytes }) => sum + bytes, head.size);
    return {
      level: options.level,
      at,
      durationMs: performance.now() - started,
      entries: head.number,
      segments: sealed.length + 1,
      bytes,
    };
  };
  try {
    const { quirks, head, breaks } = await check(context, options);
    if (breaks.count > 0) return { ...summary(), state: 'broken', breaks: breaks.list, count: breaks.count };
    return { ...summary(), state: 'intact', quirks, hash: head.hash, full: head.full };
  } catch (error) {
    if (error instanceof AuditBroken) return { ...summary(), state: 'broken', breaks: error.breaks, count: error.breaks.length };
    return { ...summary(), state: 'unchecked', reason: messageOf(error) };
  }
}

interface Checked {
  quirks: number;
  head: Head;
  breaks: BreakList;
}

async function check(context: AuditContext, options: VerifyOptions): Promise<Checked> {
  const { database, path } = context;
  const breaks = new BreakList();
  for (const fault of options.breaks ?? []) breaks.add(fault);
  // A log that was never written is not created by looking at it.
  const { head } =
    look(path) === null && readHead(database).number === 0
      ? { head: readHead(database) }
      : atomically(database, () => ready(context));
  if (options.level === 'quick' || head.number === 0) {
    for (const witness of options.witnesses ?? []) meetWitness(context, witness, head, breaks);
    return { quirks: 0, head, breaks };
  }
  const quirks = await walkAll(context, head, options, breaks);
  // The log was exchanged by a rotation while it was walked: what was found is about two different files.
  if (breaks.count > 0 && readHead(database).segment !== head.segment) return check(context, options);
  return { quirks, head, breaks };
}
