import { useCallback, useEffect, useRef, useState } from 'react';
import type { ArchivePage, ArchiveVersion } from '../../../shared/model/updates.ts';
import { asApiError, call, type ApiError } from '../../api/index.ts';

const PAGE = 200;

interface Loaded {
  /** Search and round that the pages belong to. */
  search: string;
  total: number | null;
  pages: ReadonlyMap<number, readonly ArchiveVersion[]>;
  error: ApiError | null;
}

/** The archive's versions by index, fetched in pages as they come into sight. */
export interface ArchivePages {
  /** Null until the first page is there. */
  total: number | null;
  error: ApiError | null;
  /** The version at an index, or undefined while its page is on its way. */
  at: (index: number) => ArchiveVersion | undefined;
  /** Fetches the pages of these indexes, once each. */
  need: (first: number, last: number) => void;
  reload: () => void;
}

/** Adds a page. The first page of a new search replaces the former rows at once: the list never flashes empty. */
function withPage(known: Loaded, search: string, page: number, { versions, total }: ArchivePage): Loaded {
  const kept = known.search === search ? known.pages : new Map<number, readonly ArchiveVersion[]>();
  return { search, total, pages: new Map(kept).set(page, versions), error: null };
}

/** Reads the archive for a search; begins anew when the search or the `revision` changes. */
export function useArchivePages(query: string, revision: number): ArchivePages {
  const [round, setRound] = useState(0);
  const search = `${revision}.${round} ${query}`;
  const [loaded, setLoaded] = useState<Loaded>({ search: '', total: null, pages: new Map(), error: null });
  const asked = useRef({ search: '', pages: new Set<number>() });

  const fetchPage = useCallback(
    (page: number) => {
      if (asked.current.search !== search) asked.current = { search, pages: new Set() };
      const { pages } = asked.current;
      if (pages.has(page)) return;
      pages.add(page);
      call('archive:list', { query, offset: page * PAGE, limit: PAGE }).then(
        (answer) => asked.current.search === search && setLoaded((known) => withPage(known, search, page, answer)),
        (cause: unknown) => {
          pages.delete(page);
          if (asked.current.search === search) setLoaded({ search, total: null, pages: new Map(), error: asApiError(cause) });
        },
      );
    },
    [query, search],
  );
  useEffect(() => fetchPage(0), [fetchPage]);
  const need = useCallback(
    (first: number, last: number) => {
      for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) fetchPage(page);
    },
    [fetchPage],
  );

  return {
    total: loaded.total,
    error: loaded.error,
    at: (index) => loaded.pages.get(Math.floor(index / PAGE))?.[index % PAGE],
    need,
    reload: () => setRound(round + 1),
  };
}
