import { basename, dirname, join } from 'node:path';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import type { AppendJournal } from './append/journal.ts';

export interface AuditLimits {
  /** A new segment begins before the log would grow beyond this. */
  maxLogKb: number;
  maxEntries: number;
}

/** What every part of the log works with. */
export interface AuditContext {
  /** Absolute path of AUDIT_LOG.md. */
  path: string;
  database: Database;
  journal: AppendJournal;
  clock: Pick<Clock, 'now'>;
  limits: AuditLimits;
  log: Log;
}

/** Where closed segments are kept. */
export const archiveFolder = (path: string): string => join(dirname(path), '_archive');

/** The log's name in messages and breaks. */
export const nameOf = (path: string): string => basename(path);
