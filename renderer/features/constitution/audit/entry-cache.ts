import type { AuditEntry, AuditPage } from '../../../../shared/model/audit.ts';

/** Entries that are fetched at a time. */
export const PAGE = 200;

/**
 * What is known of a log, or of what a filter leaves of it. Entries are kept by their rank from the oldest, because a log grows
 * at its other end: what was fetched stays where it is.
 */
export interface EntryCache {
  /** Null until the first answer. */
  total: number | null;
  types: readonly string[];
  results: readonly string[];
  pages: ReadonlyMap<number, ReadonlyMap<number, AuditEntry>>;
}

export const EMPTY_CACHE: EntryCache = { total: null, types: [], results: [], pages: new Map() };

const pageOf = (rank: number): number => Math.floor((rank - 1) / PAGE);

/** Adds an answer that begins at `offset` from the newest. A log that has become shorter is another log. */
export function withAnswer(cache: EntryCache, offset: number, answer: AuditPage): EntryCache {
  const { total, types, results } = answer;
  const pages = new Map(total >= (cache.total ?? 0) ? cache.pages : []);
  const touched = new Map<number, Map<number, AuditEntry>>();
  answer.entries.forEach((entry, index) => {
    const rank = total - offset - index;
    const page = touched.get(pageOf(rank)) ?? new Map(pages.get(pageOf(rank)));
    touched.set(pageOf(rank), page.set(rank, entry));
  });
  for (const [page, entries] of touched) pages.set(page, entries);
  return { total, types, results, pages };
}

/** The entry at a place in the list, newest first; undefined while it is on its way. */
export function entryAt({ total, pages }: EntryCache, index: number): AuditEntry | undefined {
  const rank = (total ?? 0) - index;
  return pages.get(pageOf(rank))?.get(rank);
}

/** The pages that hold what is still missing of these places. */
export function missingPages(cache: EntryCache, first: number, last: number): number[] {
  const missing = new Set<number>();
  const end = Math.min(last, (cache.total ?? 0) - 1);
  for (let index = Math.max(first, 0); index <= end; index += 1)
    if (entryAt(cache, index) === undefined) missing.add(pageOf((cache.total ?? 0) - index));
  return [...missing];
}

/** What to ask for to get a page. */
export function requestOf(page: number, total: number): { offset: number; limit: number } {
  const newest = Math.min((page + 1) * PAGE, total);
  return { offset: total - newest, limit: newest - page * PAGE };
}
