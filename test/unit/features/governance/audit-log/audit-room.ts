import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { auditMigrations } from '../../../../../electron/features/governance/audit-schema.ts';
import {
  createAuditLog,
  type AuditLog,
  type AuditLogOptions,
} from '../../../../../electron/features/governance/audit-log/index.ts';
import { walkBytes } from '../../../../../electron/features/governance/audit-log/chain/walk-file.ts';
import type { WalkedEntry, WalkEnd } from '../../../../../electron/features/governance/audit-log/chain/chain-walker.ts';
import { renderEntry } from '../../../../../electron/features/governance/audit-log/format/render.ts';
import type { Break, EntryFields } from '../../../../../electron/features/governance/audit-log/types.ts';
import { openDatabase, type Database } from '../../../../../electron/kernel/database.ts';
import { kernelMigrations } from '../../../../../electron/kernel/schema.ts';
import { silentLog } from '../../../../../electron/kernel/ports/log.ts';

export interface AuditRoom {
  workspace: string;
  path: string;
  database: Database;
  audit: AuditLog;
  clock: { now(): number; set(ms: number): void };
  /** The same log through another connection, as a second process has it. */
  again(options?: Partial<AuditLogOptions>): AuditLog;
  /** The same log with a database that knows nothing. */
  amnesiac(options?: Partial<AuditLogOptions>): AuditLog;
}

const ROOMY = { maxLogKb: 1 << 20, maxEntries: 1 << 30 };
export const NOON = Date.UTC(2026, 1, 15, 3, 0, 0);

/** A real folder, a real database and a log in it; gone when the test ends. */
export function makeRoom(options: Partial<AuditLogOptions> = {}): AuditRoom {
  const workspace = mkdtempSync(join(tmpdir(), 'nightguard-audit-'));
  const path = join(workspace, '02_AAOS-Immune_system', 'AUDIT_LOG.md');
  let now = NOON;
  const clock = { now: () => now, set: (ms: number) => void (now = ms) };
  const open: Database[] = [];
  onTestFinished(() => {
    for (const database of open) database.close();
    rmSync(workspace, { recursive: true, force: true });
  });
  const databaseAt = (name: string): Database => {
    const database = openDatabase(join(workspace, '.nightguard', name), [...kernelMigrations, ...auditMigrations]);
    open.push(database);
    return database;
  };
  const logOn = (database: Database, more: Partial<AuditLogOptions>): AuditLog =>
    createAuditLog({ workspace, path, database, clock, limits: ROOMY, log: silentLog, ...options, ...more });
  const database = databaseAt('state.db');
  return {
    workspace,
    path,
    database,
    clock,
    audit: logOn(database, {}),
    again: (more = {}) => logOn(databaseAt('state.db'), more),
    amnesiac: (more = {}) => logOn(databaseAt(`new-${open.length}.db`), more),
  };
}

export const folderOf = (path: string): string => dirname(path);

/** Fields in the form in which they are written. */
export const plainEntry = (target: string, more: Partial<EntryFields> = {}): EntryFields => ({
  timestamp: '2026-02-15T03:00:00Z',
  type: 'blueprint-judgment',
  target,
  result: 'Canonical',
  reasons: ['OK'],
  notes: '',
  ...more,
});

/** A log of these entries, rendered without any of the append's machinery. */
export function renderLog(entries: readonly EntryFields[], header = ''): Buffer {
  let previous = 'GENESIS';
  const blocks = entries.map((fields) => {
    const { text, hash } = renderEntry(fields, previous);
    previous = hash;
    return text;
  });
  return Buffer.from(header + blocks.join(''));
}

export interface Walked extends WalkEnd {
  found: WalkedEntry[];
  breaks: Break[];
}

/** Walks bytes, in chunks of `chunk` bytes where given. */
export function walk(bytes: Buffer): Walked {
  const found: WalkedEntry[] = [];
  const breaks: Break[] = [];
  const end = walkBytes(bytes, {
    segment: 1,
    file: 'AUDIT_LOG.md',
    full: 'GENESIS',
    onEntry: (entry) => found.push(entry),
    onBreak: (fault) => breaks.push(fault),
  });
  return { ...end, found, breaks };
}
