import type { Retention } from '../../../../shared/model/settings.ts';
import type { ArchiveRow } from './archive-index.ts';

/**
 * Which archived versions the retention policy lets go. Pure.
 * Per file, newest first: the `last` newest stay (at least one, so that a file which is gone from the workspace never loses
 * its last copy), then the newest of each of the last `daily` days, `weekly` weeks and `monthly` months.
 */
export function planPrune(rows: Iterable<ArchiveRow>, retention: Retention, now: number): ArchiveRow[] {
  return [...Map.groupBy(rows, (row) => row.key).values()].flatMap((versions) => {
    const newestFirst = versions.sort((a, b) => b.archived_at - a.archived_at || b.id - a.id);
    const kept = keptByPolicy(newestFirst, retention, now);
    return newestFirst.filter((row) => !kept.has(row));
  });
}

function keptByPolicy(newestFirst: readonly ArchiveRow[], retention: Retention, now: number): Set<ArchiveRow> {
  const kept = new Set(newestFirst.slice(0, retention.last));
  keepNewestOfEach(newestFirst, kept, dayOf, dayOf(now) - retention.daily);
  keepNewestOfEach(newestFirst, kept, weekOf, weekOf(now) - retention.weekly);
  keepNewestOfEach(newestFirst, kept, monthOf, monthOf(now) - retention.monthly);
  return kept;
}

function keepNewestOfEach(
  newestFirst: readonly ArchiveRow[],
  kept: Set<ArchiveRow>,
  periodOf: (at: number) => number,
  before: number,
): void {
  const seen = new Set<number>();
  for (const row of newestFirst) {
    const period = periodOf(row.archived_at);
    if (period <= before || seen.has(period)) continue;
    seen.add(period);
    kept.add(row);
  }
}

/** Periods count in local time: a person's "yesterday". */
function dayOf(at: number): number {
  const date = new Date(at);
  return Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000);
}

/** 1970-01-01 was a Thursday: +3 makes weeks begin on Monday. */
const weekOf = (at: number): number => Math.floor((dayOf(at) + 3) / 7);

function monthOf(at: number): number {
  const date = new Date(at);
  return date.getFullYear() * 12 + date.getMonth();
}
