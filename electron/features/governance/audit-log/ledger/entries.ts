import type { Database, SqlValue } from '../../../../kernel/database.ts';
import type { WalkedEntry } from '../chain/chain-walker.ts';
import type { Entry, EntryFields, NewEntry } from '../types.ts';

export interface EntryRow {
  number: number;
  segment: number;
  position: number;
  span_offset: number;
  offset: number;
  length: number;
  span: string;
  hash: string;
  full: string;
  timestamp: string;
  type: string;
  target: string;
  result: string;
  reasons: string;
  notes: string;
  origin: 'own' | 'foreign';
  act: number | null;
}

/** Narrows the list; all that are given must hold. Times compare as the entries' own UTC text. */
export interface EntryFilter {
  type?: string;
  result?: string;
  origin?: 'own' | 'foreign';
  act?: number;
  /** Found in target, reasons or notes, whatever the case of ASCII letters. */
  text?: string;
  from?: string;
  to?: string;
}

const INSERT = `INSERT INTO audit_entries (number, segment, position, span_offset, offset, length, span, hash, full, timestamp, type,
  target, result, reasons, notes, origin, act, exact) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Where an entry belongs beyond what its file says. */
export interface EntryPlace {
  number: number;
  segment: number;
  origin: Entry['origin'];
  act: number | null;
  /** The texts as the caller gave them, when they were written differently. */
  exact: NewEntry | null;
}

export function insertEntry(database: Database, walked: WalkedEntry, place: EntryPlace): Entry {
  const { fields, position, offset, end, hash, full } = walked;
  const { number, segment, origin, act, exact } = place;
  const where = [number, segment, position, walked.spanOffset, offset, end - offset, walked.span.toString('hex'), hash, full];
  const what = [fields.timestamp, fields.type, fields.target, fields.result, JSON.stringify(fields.reasons), fields.notes];
  database.run(INSERT, ...where, ...what, origin, act, exact === null ? null : JSON.stringify(exact));
  return { ...fields, number, segment, position, offset, length: end - offset, hash, full, origin, act };
}

const entryOf = ({ span: _span, span_offset: _offset, reasons, ...row }: EntryRow & { exact?: unknown }): Entry => {
  const { exact: _exact, ...entry } = row;
  return { ...entry, reasons: JSON.parse(reasons) as string[] };
};

/** One page, newest first, from the database alone: the file is not read. */
export function listEntries(
  database: Database,
  { offset = 0, limit = 100, filter = {} }: { offset?: number; limit?: number; filter?: EntryFilter },
): { entries: Entry[]; total: number } {
  const { where, values } = conditions(filter);
  const total = database.get<{ n: number }>(`SELECT count(*) AS n FROM audit_entries${where}`, ...values)?.n ?? 0;
  const rows = database.all<EntryRow>(
    `SELECT * FROM audit_entries${where} ORDER BY number DESC LIMIT ? OFFSET ?`,
    ...values,
    Math.max(limit, 0),
    Math.max(offset, 0),
  );
  return { entries: rows.map(entryOf), total };
}

/** The entries of these numbers, in no particular order. */
export const readEntries = (database: Database, numbers: readonly number[]): Entry[] =>
  database
    .all<EntryRow>('SELECT * FROM audit_entries WHERE number IN (SELECT value FROM json_each(?))', JSON.stringify(numbers))
    .map(entryOf);

const TEXT = "(target LIKE ? ESCAPE '!' OR reasons LIKE ? ESCAPE '!' OR notes LIKE ? ESCAPE '!')";

function conditions(filter: EntryFilter): { where: string; values: SqlValue[] } {
  const parts: string[] = [];
  const values: SqlValue[] = [];
  const add = (sql: string, ...given: SqlValue[]): void => {
    parts.push(sql);
    values.push(...given);
  };
  if (filter.type !== undefined) add('type = ?', filter.type);
  if (filter.result !== undefined) add('result = ?', filter.result);
  if (filter.origin !== undefined) add('origin = ?', filter.origin);
  if (filter.act !== undefined) add('act = ?', filter.act);
  if (filter.from !== undefined) add('timestamp >= ?', filter.from);
  if (filter.to !== undefined) add('timestamp <= ?', filter.to);
  if (filter.text !== undefined && filter.text !== '') {
    const pattern = `%${filter.text.replace(/[!%_]/g, '!$&')}%`;
    add(TEXT, pattern, pattern, pattern);
  }
  return { where: parts.length === 0 ? '' : ` WHERE ${parts.join(' AND ')}`, values };
}

/** Our own entry of an act that says the same, whenever it was written; null when there is none. */
export function writtenFor(database: Database, act: number, { type, target, result, reasons }: EntryFields): Entry | null {
  const sql = `SELECT * FROM audit_entries WHERE act = ? AND type = ? AND target = ? AND result = ? AND reasons = ? AND origin = 'own'`;
  const row = database.get<EntryRow>(sql, act, type, target, result, JSON.stringify(reasons));
  return row === undefined ? null : entryOf(row);
}

export const lastRow = (database: Database): EntryRow | undefined =>
  database.get<EntryRow>('SELECT * FROM audit_entries ORDER BY number DESC LIMIT 1');
