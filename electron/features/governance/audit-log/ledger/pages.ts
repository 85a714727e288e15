import type { AuditEntry, AuditPage, AuditQuery } from '../../../../../shared/model/audit.ts';
import type { Database, SqlValue } from '../../../../kernel/database.ts';
import { readEntries } from './entries.ts';
import type { EntryFinder } from './search.ts';

/** Kinds to choose from; a log of strangers may hold any number of them. */
const MOST_KINDS = 200;

/** One page of the log for people, newest first. By kind it costs the same in a log of any length; by words every entry is read. */
export async function readPage(database: Database, finder: EntryFinder, query: AuditQuery): Promise<AuditPage> {
  const { offset, limit, type, result } = query;
  const words = query.text.trim().split(/\s+/).filter(Boolean);
  const kinds = { types: kindsOf(database, 'type'), results: kindsOf(database, 'result') };
  if (words.length > 0) {
    const found = await finder.find({ type, result, words });
    const end = Math.max(found.length - offset, 0);
    const numbers = found.slice(Math.max(end - limit, 0), end);
    return { ...kinds, entries: entriesOf(database, numbers), total: found.length };
  }
  const total = tallied(database, type, result);
  return { ...kinds, entries: entriesOf(database, numbersOf(database, { offset, limit, type, result })), total };
}

const kindsOf = (database: Database, column: 'type' | 'result'): string[] =>
  database
    .all<{ kind: string }>(`SELECT DISTINCT ${column} AS kind FROM audit_tally ORDER BY ${column} LIMIT ?`, MOST_KINDS)
    .map(({ kind }) => kind);

function tallied(database: Database, type: string | null, result: string | null): number {
  const sql = 'SELECT coalesce(sum(n), 0) AS n FROM audit_tally WHERE (?1 IS NULL OR type = ?1) AND (?2 IS NULL OR result = ?2)';
  return database.get<{ n: number }>(sql, type, result)?.n ?? 0;
}

/** From an index alone: however far back the page lies, no entry before it is read. */
function numbersOf(database: Database, { offset, limit, type, result }: Omit<AuditQuery, 'text'>): number[] {
  const given: [string, string | null][] = [
    ['type = ?', type],
    ['result = ?', result],
  ];
  const asked = given.filter((one): one is [string, string] => one[1] !== null);
  if (asked.length === 0) return numbersBefore(database, offset, limit);
  const where = asked.map(([condition]) => condition).join(' AND ');
  const values: SqlValue[] = [...asked.map(([, value]) => value), limit, offset];
  return database
    .all<{ number: number }>(`SELECT number FROM audit_entries WHERE ${where} ORDER BY number DESC LIMIT ? OFFSET ?`, ...values)
    .map(({ number }) => number);
}

/** Numbers have no gaps: a page of all entries is found by counting back. */
function numbersBefore(database: Database, offset: number, limit: number): number[] {
  const last = database.get<{ n: number | null }>('SELECT max(number) AS n FROM audit_entries')?.n ?? 0;
  const newest = last - offset;
  return Array.from({ length: Math.max(Math.min(limit, newest), 0) }, (_, index) => newest - index);
}

const entriesOf = (database: Database, numbers: readonly number[]): AuditEntry[] =>
  readEntries(database, numbers)
    .toSorted((a, b) => b.number - a.number)
    .map(({ number, timestamp, type, target, result, reasons, notes, hash, segment, origin }) => ({
      number,
      timestamp,
      type,
      target,
      result,
      reasons: [...reasons],
      notes,
      hash,
      segment,
      origin,
    }));
