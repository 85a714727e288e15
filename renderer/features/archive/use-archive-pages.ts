import { useCallback, useEffect, useRef, useState } from 'react';
import type { ArchiveVersion } from '../../../shared/model/updates.ts';
import { ApiError, call } from '../../api/index.ts';

const PAGE = 200;

interface Loaded {
  query: string;
  total: number | null;
  pages: ReadonlyMap<number, readonly ArchiveVersion[]>;
  error: ApiError | null;
}

const nothing = (query: string): Loaded => ({ query, total: null, pages: new Map(), error: null });

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

/** Reads the archive for a search; begins anew when the search or the `revision` changes. */
export function useArchivePages(query: string, revision: number): ArchivePages {
  const [loaded, setLoaded] = useState<Loaded>(() => nothing(query));
  const asked = useRef({ generation: 0, pages: new Set<number>() });

  const fetchPage = useCallback(
    async (page: number): Promise<void> => {
      const { generation, pages } = asked.current;
      if (pages.has(page)) return;
      pages.add(page);
      try {
        const { versions, total } = await call('archive:list', { query, offset: page * PAGE, limit: PAGE });
        if (asked.current.generation !== generation) return;
        // The first page of a new search replaces the former rows at once: the list never flashes empty.
        setLoaded((known) => {
          const kept = known.query === query && page > 0 ? known.pages : new Map<number, readonly ArchiveVersion[]>();
          return { query, total, pages: new Map(kept).set(page, versions), error: null };
        });
      } catch (cause) {
        pages.delete(page);
        const error = cause instanceof ApiError ? cause : new ApiError('internal', String(cause));
        if (asked.current.generation === generation) setLoaded({ ...nothing(query), error });
      }
    },
    [query],
  );
  const restart = useCallback(() => {
    asked.current = { generation: asked.current.generation + 1, pages: new Set() };
    void fetchPage(0);
  }, [fetchPage]);
  useEffect(restart, [restart, revision]);

  return {
    total: loaded.total,
    error: loaded.error,
    at: (index) => loaded.pages.get(Math.floor(index / PAGE))?.[index % PAGE],
    need: (first, last) => {
      for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) void fetchPage(page);
    },
    reload: restart,
  };
}
