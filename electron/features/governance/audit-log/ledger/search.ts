import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database, SqlValue } from '../../../../kernel/database.ts';

/** Which entries are wanted. `words`: each must be found somewhere in the entry, whatever the case of ASCII letters. */
export interface EntrySearch {
  type: string | null;
  result: string | null;
  words: readonly string[];
}

/**
 * Finds entries by words. There is no index of words: every entry is read once, in steps between which other work goes on, and the last
 * search is kept, so that paging through it, or coming back to it, reads only what is new.
 */
export interface EntryFinder {
  /** Numbers of all entries that fit, oldest first. */
  find(search: EntrySearch): Promise<readonly number[]>;
}

/** Rows in one step: some milliseconds, in which nothing else is done. */
const STEP = 2000;

export function createEntryFinder(database: Database): EntryFinder {
  let kept: { key: string; upTo: number; numbers: number[] } | null = null;
  return {
    async find(search) {
      const key = JSON.stringify(search);
      const last = database.get<{ n: number | null }>('SELECT max(number) AS n FROM audit_entries')?.n ?? 0;
      const known = kept?.key === key ? kept : { key, upTo: 0, numbers: [] };
      const numbers = [...known.numbers];
      const { where, values } = conditionsOf(search);
      const sql = `SELECT number FROM audit_entries WHERE number > ? AND number <= ?${where} ORDER BY number`;
      for (let from = known.upTo; from < last; from += STEP) {
        if (from > known.upTo) await nextTurn();
        const rows = database.all<{ number: number }>(sql, from, Math.min(from + STEP, last), ...values);
        for (const { number } of rows) numbers.push(number);
      }
      kept = { key, upTo: last, numbers };
      return numbers;
    },
  };
}

const FIELDS = ['type', 'target', 'result', 'notes', 'timestamp', 'hash'];
/** Kept as JSON, in which a quotation mark or a backslash is written as two characters. `exact`: texts that the log shows in another form. */
const JSON_FIELDS = ['reasons', 'exact'];

function conditionsOf({ type, result, words }: EntrySearch): { where: string; values: SqlValue[] } {
  const parts: string[] = [];
  const values: SqlValue[] = [];
  if (type !== null) parts.push('type = ?');
  if (type !== null) values.push(type);
  if (result !== null) parts.push('result = ?');
  if (result !== null) values.push(result);
  for (const word of words) {
    parts.push(`(${[...FIELDS, ...JSON_FIELDS].map((field) => `${field} LIKE ? ESCAPE '!'`).join(' OR ')})`);
    const inJson = patternOf(JSON.stringify(word).slice(1, -1));
    values.push(...FIELDS.map(() => patternOf(word)), ...JSON_FIELDS.map(() => inJson));
  }
  return { where: parts.map((part) => ` AND ${part}`).join(''), values };
}

const patternOf = (word: string): string => `%${word.replace(/[!%_]/g, '!$&')}%`;
