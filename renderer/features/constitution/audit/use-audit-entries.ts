import { useCallback, useEffect, useRef, useState } from 'react';
import type { AuditEntry, AuditQuery } from '../../../../shared/model/audit.ts';
import { asApiError, call, type ApiError } from '../../../api/index.ts';
import { EMPTY_CACHE, entryAt, missingPages, PAGE, requestOf, withAnswer, type EntryCache } from './entry-cache.ts';

export type AuditFilter = Pick<AuditQuery, 'text' | 'type' | 'result'>;

interface Known {
  /** The filter that the entries belong to. */
  key: string;
  cache: EntryCache;
  error: ApiError | null;
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

/** Reads the log for a filter; `revision` tells that there may be newer entries. */
export function useAuditEntries(filter: AuditFilter, revision: number): AuditEntries {
  const key = JSON.stringify(filter);
  const [round, setRound] = useState(0);
  const [known, setKnown] = useState<Known>({ key: '', cache: EMPTY_CACHE, error: null });
  const asked = useRef({ key: '', turn: '', pages: new Set<number>() });

  const fetchPart = useCallback(
    (offset: number, limit: number, onFailure: () => void) => {
      call('audit:list', { ...(JSON.parse(key) as AuditFilter), offset, limit }).then(
        (answer) => {
          if (asked.current.key !== key) return;
          setKnown((former) => {
            const cache = former.key === key ? former.cache : EMPTY_CACHE;
            return { key, cache: withAnswer(cache, offset, answer), error: null };
          });
        },
        (cause: unknown) => {
          onFailure();
          if (asked.current.key === key) setKnown((former) => ({ ...former, error: asApiError(cause) }));
        },
      );
    },
    [key],
  );
  useEffect(() => {
    asked.current = { key, turn: '', pages: new Set() };
    fetchPart(0, PAGE, () => undefined);
  }, [fetchPart, key, revision, round]);

  const { cache } = known;
  const current = known.key === key;
  const need = useCallback(
    (first: number, last: number) => {
      const { total } = cache;
      if (!current || total === null) return;
      // Asked once for each state of the log: an answer that lacks something must not be asked for without end.
      if (asked.current.turn !== `${total}`) asked.current = { key, turn: `${total}`, pages: new Set() };
      const { pages } = asked.current;
      for (const page of missingPages(cache, first, last)) {
        if (pages.has(page)) continue;
        pages.add(page);
        const { offset, limit } = requestOf(page, total);
        fetchPart(offset, limit, () => pages.delete(page));
      }
    },
    [cache, current, fetchPart, key],
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
