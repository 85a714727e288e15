import { join } from 'node:path';
import type { AuditPage, AuditQuery } from '../../../../shared/model/audit.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import { AppError, messageOf } from '../../../kernel/errors.ts';
import type { ActResult, Audit } from '../../../kernel/ports/audit.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import type { Secrets } from '../../../kernel/ports/secrets.ts';
import { appendEntry } from './append/append-entry.ts';
import { createAppendJournal } from './append/journal.ts';
import { ready } from './append/ready.ts';
import { createCheckpoints, type Checkpoint, type Checkpoints, type LastCheckpoint } from './checkpoints/checkpoints.ts';
import type { AuditContext, AuditLimits } from './context.ts';
import { atomically } from './ledger/atomically.ts';
import { listEntries, type EntryFilter } from './ledger/entries.ts';
import { readPage } from './ledger/pages.ts';
import { createEntryFinder } from './ledger/search.ts';
import { readHead, type Head } from './ledger/head.ts';
import { listSegments, type Segment } from './ledger/segments.ts';
import { openIntents, touchedBy, type OpenIntent } from './port/acts.ts';
import { createAuditPort, payDebts } from './port/audit-port.ts';
import type { Touched } from './port/touched.ts';
import { rotateWhenFull } from './rotation/rotate.ts';
import type { Entry, NewEntry } from './types.ts';
import { lastVerification, rememberVerification } from './verify/verifications.ts';
import { verifyLog, type VerifyResult } from './verify/verify-log.ts';

export interface AuditLogOptions {
  /** Absolute path. */
  workspace: string;
  /** Absolute path of AUDIT_LOG.md. */
  path: string;
  /** With the audit log's tables and the kernel's. */
  database: Database;
  clock: Pick<Clock, 'now'>;
  /** Without it no checkpoint is signed or checked. */
  secrets?: Secrets;
  /** Where checkpoints are put, absolute; null: they stay in the database. Asked each time. */
  checkpointFolder?: () => string | null;
  /** Tells this log's key from those of other workspaces in the same store. */
  identity?: string;
  limits: AuditLimits;
  log: Log;
  /** Told when an act of the port has ended: the files that it named, and what came of it. */
  onOutcome?: (paths: readonly string[], result: ActResult) => void;
}

/** AUDIT_LOG.md and what the database knows beyond it. */
export interface AuditLog {
  /** Durable in the log on return. @throws AuditBroken (`audit-broken`, with entry and byte); AppError `changed-meanwhile`, `disk-full` */
  append(entry: NewEntry): Entry;
  /** Never throws for the log's sake. `notes`: checkpoints that were kept elsewhere. The result is remembered. */
  verify(options?: {
    level?: 'quick' | 'full';
    notes?: readonly string[];
    onProgress?: (progress: { done: number; total: number }) => void;
  }): Promise<VerifyResult>;
  lastVerified(level?: 'quick' | 'full'): VerifyResult | null;
  /** What the database remembers; the file is not looked at. */
  head(): Head;
  segments(): Segment[];
  /** Newest first, from the database. Entries that other programs wrote since the last look are taken in by `verify` and `append`. */
  entries(page?: { offset?: number; limit?: number; filter?: EntryFilter }): { entries: Entry[]; total: number };
  /** One page for people, newest first, with what there is to choose from. By words every entry is read, in steps. */
  page(query: AuditQuery): Promise<AuditPage>;
  /** Closes the segment when it has reached a limit. Appends do it by themselves. @throws AuditBroken */
  rotateIfNeeded(): boolean;
  /** Signs the log as it stands. Null while it is empty. @throws AppError `usage` without a secret store */
  checkpoint(): Promise<Checkpoint | null>;
  lastCheckpoint(): LastCheckpoint | null;
  /** The checkpoints' public key, one line. */
  verifierKey(): Promise<string>;
  asPort(): Audit;
  /** Acts that were begun and never ended; at start, what a crash has interrupted. */
  openIntents(): OpenIntent[];
  /** Writes entries that the log could not take when their act ended. Returns how many are still owed. */
  payDebts(): number;
  /** Entries that the log could not take yet. */
  owed(): number;
  touchedBy(act: number): { before: Touched[]; after: Touched[] | null } | null;
}

/** Opens nothing: the log is looked at with the first call. */
export function createAuditLog(options: AuditLogOptions): AuditLog {
  const { workspace, database, path, clock, limits, log } = options;
  const journal = createAppendJournal(join(workspace, '.nightguard', 'audit-append.json'));
  const context: AuditContext = { path, database, journal, clock, limits, log };
  const checkpoints =
    options.secrets === undefined
      ? null
      : createCheckpoints(context, {
          secrets: options.secrets,
          folder: options.checkpointFolder ?? (() => null),
          identity: options.identity ?? 'chain',
        });
  const finder = createEntryFinder(database);
  const owed = (): number => database.get<{ n: number }>('SELECT count(*) AS n FROM audit_acts WHERE owed IS NOT NULL')?.n ?? 0;
  const append = (entry: NewEntry): Entry => appendEntry(context, entry);
  const onOutcome = options.onOutcome ?? (() => undefined);
  return {
    append,
    async verify({ level = 'quick', notes = [], onProgress } = {}) {
      const { problem, ...vouched } = await vouchedFor(checkpoints, notes);
      const found = await verifyLog(context, { level, ...vouched, ...(onProgress === undefined ? {} : { onProgress }) });
      const result = found.state === 'intact' && problem !== null ? unchecked(found, problem) : found;
      if (!blamesNotes(result, notes)) rememberVerification(database, result);
      return result;
    },
    lastVerified: (level) => lastVerification(database, level),
    head: () => readHead(database),
    segments: () => listSegments(database),
    entries: (page = {}) => listEntries(database, page),
    page: (query) => readPage(database, finder, query),
    rotateIfNeeded: () =>
      atomically(database, () => (readHead(database).number === 0 ? false : rotateWhenFull(context, ready(context)))),
    async checkpoint() {
      return (await keyed(checkpoints)).make();
    },
    lastCheckpoint: () => checkpoints?.last() ?? null,
    async verifierKey() {
      return (await keyed(checkpoints)).verifierKey();
    },
    asPort: () => createAuditPort({ ...context, workspace, append, onOutcome }),
    openIntents: () => openIntents(database),
    payDebts() {
      payDebts({ database, append, log });
      return owed();
    },
    owed,
    touchedBy: (act) => touchedBy(database, act),
  };
}

function keyed<T>(checkpoints: T | null): Promise<T> {
  if (checkpoints !== null) return Promise.resolve(checkpoints);
  return Promise.reject(new AppError('usage', 'Checkpoints need a place for their key: there is no secret store.'));
}

type Vouched = Awaited<ReturnType<Checkpoints['witnesses']>> & { problem: string | null };

async function vouchedFor(checkpoints: Checkpoints | null, notes: readonly string[]): Promise<Vouched> {
  try {
    return { ...((await checkpoints?.witnesses(notes)) ?? { witnesses: [], breaks: [] }), problem: null };
  } catch (error) {
    return { witnesses: [], breaks: [], problem: messageOf(error) };
  }
}

/** A note that was handed over and is none of this log's says nothing about the log. */
const blamesNotes = (result: VerifyResult, notes: readonly string[]): boolean =>
  notes.length > 0 && result.state === 'broken' && result.breaks.every(({ rule }) => rule === 'checkpoint-invalid');

/** A log whose checkpoints could not be looked at is not known to be whole. */
function unchecked({ level, at, durationMs, entries, segments, bytes }: VerifyResult, problem: string): VerifyResult {
  const reason = `The chain holds, but the checkpoints could not be checked: ${problem}`;
  return { level, at, durationMs, entries, segments, bytes, state: 'unchecked', reason };
}
