import type { Retention } from '../../../../shared/model/settings.ts';
import type { ArchiveRow } from './archive-index.ts';

/**
 * Which archived versions the retention policy lets go. Pure but for `isThere`, which says whether a version's bytes are in
 * place: one that is not is no copy, so it neither counts nor goes. It is asked only about files of which something may go.
 * Per file, newest first: the `last` newest stay (at least one, so that a file which is gone from the workspace never loses
 * its last copy), then the newest of each of the last `daily` days, `weekly` weeks and `monthly` months.
 * Newest is what was archived last, not what bears the latest date: a clock may have been wrong.
 */
export function planPrune(
  rows: Iterable<ArchiveRow>,
  retention: Retention,
  now: number,
  isThere: (row: ArchiveRow) => boolean,
): ArchiveRow[] {
  return [...Map.groupBy(rows, (row) => row.key).values()].flatMap((versions) => {
    const newestFirst = versions.sort((a, b) => b.id - a.id);
    // Fewer copies never let more go: what stays when all of them count stays anyway.
    if (letGo(newestFirst, retention, now).length === 0) return [];
    return letGo(newestFirst.filter(isThere), retention, now);
  });
}

function letGo(newestFirst: readonly ArchiveRow[], retention: Retention, now: number): ArchiveRow[] {
  const kept = keptByPolicy(newestFirst, retention, now);
  return newestFirst.filter((row) => !kept.has(row));
}

function keptByPolicy(newestFirst: readonly ArchiveRow[], retention: Retention, now: number): Set<ArchiveRow> {
  const kept = new Set(newestFirst.slice(0, retention.last));
  // A date that is still to come is wrong: it would be kept until then.
  const until = (periodOf: (at: number) => number) => (at: number) => periodOf(Math.min(at, now));
  keepNewestOfEach(newestFirst, kept, until(dayOf), dayOf(now) - retention.daily);
  keepNewestOfEach(newestFirst, kept, until(weekOf), weekOf(now) - retention.weekly);
  keepNewestOfEach(newestFirst, kept, until(monthOf), monthOf(now) - retention.monthly);
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
