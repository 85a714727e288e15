import type { Database } from '../../../../kernel/database.ts';
import type { WalkedEntry } from '../chain/chain-walker.ts';
import type { Break, BreakRule } from '../types.ts';
import type { EntryRow } from './entries.ts';
import { firstNumber } from './segments.ts';

/** Holds what a walk finds against what the database remembers of the same segment, entry by entry. */
export interface Comparison {
  /** True when the entry is one that the database knows (equal or not); false when it is beyond them. */
  meet(entry: WalkedEntry): boolean;
  /** Call when the file has ended: remembered entries that did not come were cut off. */
  finish(bytes: number): void;
}

const PAGE = 1000;

export function compareWith(
  database: Database,
  place: { segment: number; file: string; entries: number },
  onBreak: (fault: Break) => void,
): Comparison {
  const next = rowReader(database, place.segment, place.entries);
  let met = 0;
  const blame = (rule: BreakRule, entry: number, offset: number, detail: string): void =>
    onBreak({ rule, segment: place.segment, file: place.file, entry, offset, detail });
  return {
    meet(entry) {
      const row = next();
      if (row === undefined) return false;
      met += 1;
      if (row.full !== entry.full) {
        blame('history-rewritten', entry.position, entry.offset, 'it is not the entry that was recorded here');
      } else if (
        row.offset !== entry.offset ||
        row.length !== entry.end - entry.offset ||
        row.span !== entry.span.toString('hex')
      ) {
        blame('bytes-changed', entry.position, entry.spanOffset, 'it says the same, but bytes in or before it were changed');
      }
      return true;
    },
    finish(bytes) {
      if (met < place.entries) {
        const missing = place.entries - met;
        blame('log-truncated', met + 1, bytes, `${missing} ${missing === 1 ? 'entry is' : 'entries are'} missing from here on`);
      }
    },
  };
}

/** Reads the rows page by page: no statement stays open while others write. */
function rowReader(database: Database, segment: number, entries: number): () => EntryRow | undefined {
  let next = firstNumber(database, segment);
  const end = next + entries;
  let page: EntryRow[] = [];
  let index = 0;
  return () => {
    if (index === page.length) {
      page = database.all<EntryRow>(
        'SELECT * FROM audit_entries WHERE number >= ? AND number < ? ORDER BY number LIMIT ?',
        next,
        end,
        PAGE,
      );
      index = 0;
    }
    const row = page[index];
    if (row === undefined) return undefined;
    index += 1;
    next = row.number + 1;
    return row;
  };
}
