import { useCallback, useEffect, useRef, useState } from 'react';
import type { AuditEntry, AuditPage, AuditQuery } from '../../../../shared/model/audit.ts';
import { asApiError, call, type ApiError } from '../../../api/index.ts';
import { EMPTY_CACHE, entryAt, missingPages, PAGE, requestOf, withAnswer, type EntryCache } from './entry-cache.ts';

export type AuditFilter = Pick<AuditQuery, 'text' | 'type' | 'result'>;

interface Known {
  /** The filter that the entries belong to. */
  key: string;
  cache: EntryCache;
  error: ApiError | null;
}

/** What was asked for, so that nothing is asked for twice and no late answer to a former filter counts. */
interface Asked {
  key: string;
  turn: string;
  total: number | null;
  pages: Set<number>;
}

/** The log's entries by their place in the list, fetched as they come into sight. */
export interface AuditEntries extends Pick<EntryCache, 'total' | 'types' | 'results'> {
  error: ApiError | null;
  /** The filter that the entries belong to; the former one until the first answer to a new one. */
  key: string;
  /** Whether that is the present filter. */
  current: boolean;
  at: (index: number) => AuditEntry | undefined;
  /** Fetches what is missing of these places, once each. */
  need: (first: number, last: number) => void;
  reload: () => void;
}

/** Reads the log for a filter; another `head` tells that there are newer entries. */
export function useAuditEntries(filter: AuditFilter, head: string): AuditEntries {
  const key = JSON.stringify(filter);
  const [round, setRound] = useState(0);
  const [known, setKnown] = useState<Known>({ key: '', cache: EMPTY_CACHE, error: null });
  const asked = useRef<Asked>({ key: '', turn: '', total: null, pages: new Set() });

  const fetchPart = useCallback(
    (offset: number, limit: number, onFailure: () => void): void => {
      const isWanted = (): boolean => asked.current.key === key;
      const take = (answer: AuditPage): void => {
        if (!isWanted()) return;
        setKnown((former) => {
          const cache = former.key === key ? former.cache : EMPTY_CACHE;
          return { key, cache: withAnswer(cache, offset, answer), error: null };
        });
      };
      const fail = (cause: unknown): void => {
        onFailure();
        if (isWanted()) setKnown((former) => ({ ...former, error: asApiError(cause) }));
      };
      call('audit:list', { ...(JSON.parse(key) as AuditFilter), offset, limit }).then(take, fail);
    },
    [key],
  );
  useEffect(() => {
    asked.current = { key, turn: `${head} ${round}`, total: null, pages: new Set() };
    fetchPart(0, PAGE, () => undefined);
  }, [fetchPart, key, head, round]);

  const { cache } = known;
  const current = known.key === key;
  const need = useCallback(
    (first: number, last: number) => {
      const { total } = cache;
      if (!current || total === null) return;
      // Asked once for each length of the log: an answer that lacks something must not be asked for without end.
      if (asked.current.total !== total) asked.current = { ...asked.current, total, pages: new Set() };
      const { pages } = asked.current;
      for (const page of missingPages(cache, first, last)) {
        if (pages.has(page)) continue;
        pages.add(page);
        const { offset, limit } = requestOf(page, total);
        fetchPart(offset, limit, () => pages.delete(page));
      }
    },
    [cache, current, fetchPart],
  );

  return {
    ...cache,
    error: known.error,
    key: known.key,
    current,
    at: (index) => entryAt(cache, index),
    need,
    reload: () => setRound(round + 1),
  };
}
