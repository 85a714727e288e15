import { useCallback, useEffect, useMemo, useState } from 'react';
import type { LogId, LogLine, LogQuery, LogView } from '../../../shared/model/logs.ts';
import { asApiError, call, type ApiError } from '../../api/index.ts';

const PAGE = 200;
/** Pages that are kept: what is far out of sight is asked for again. */
const MOST_PAGES = 60;
const LOOK_MS = 1000;

/** A log as it is narrowed: how many lines there are, and those that were asked for. */
export interface ShownLog {
  /** Changes when other lines stand at the same places. */
  key: string;
  view: LogView | null;
  error: ApiError | null;
  /** Undefined while it is on its way. */
  at: (place: number) => LogLine | undefined;
  need: (first: number, last: number) => void;
}

/** Reads a log by pages, and looks for new lines each second while it is live. What stands already is not asked for again. */
export function useLog(log: LogId, query: LogQuery, isLive: boolean): ShownLog {
  const key = JSON.stringify([log, query]);
  const [state, setState] = useState<{ key: string; view: LogView | null; error: ApiError | null }>({
    key: '',
    view: null,
    error: null,
  });
  const [, setRound] = useState(0);
  const pages = useMemo(() => createPages(key), [key]);

  useEffect(() => {
    let current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      try {
        const [wantedLog, wantedQuery] = JSON.parse(key) as [LogId, LogQuery];
        const view = await call('logs:view', { log: wantedLog, query: wantedQuery });
        if (!current) return;
        setState((known) => {
          const grown = known.key === key && known.view !== null && view.shown >= known.view.shown;
          // The last page may have more now; a log that began anew has others everywhere.
          if (!grown) forget(pages);
          else if (view.shown > known.view!.shown) forgetPage(pages, Math.floor(known.view!.shown / PAGE));
          return known.key === key && JSON.stringify(known.view) === JSON.stringify(view) ? known : { key, view, error: null };
        });
      } catch (error) {
        if (current) setState({ key, view: null, error: asApiError(error) });
      }
      if (current && isLive) timer = setTimeout(() => void look(), LOOK_MS);
    };
    void look();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [key, pages, isLive]);

  const need = useCallback(
    (first: number, last: number): void => {
      const [wantedLog, wantedQuery] = JSON.parse(key) as [LogId, LogQuery];
      const fetchPage = async (page: number): Promise<void> => {
        try {
          const { lines } = await call('logs:page', { log: wantedLog, query: wantedQuery, from: page * PAGE, count: PAGE });
          pages.lines.set(page, lines);
          const [oldest] = pages.lines.keys();
          if (pages.lines.size > MOST_PAGES && oldest !== undefined) pages.lines.delete(oldest);
          setRound((round) => round + 1);
        } catch {
          // The next look says what is wrong.
        } finally {
          pages.asked.delete(page);
        }
      };
      for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) {
        if (pages.lines.has(page) || pages.asked.has(page)) continue;
        pages.asked.add(page);
        void fetchPage(page);
      }
    },
    [key, pages],
  );
  const at = (place: number): LogLine | undefined => pages.lines.get(Math.floor(place / PAGE))?.[place % PAGE];
  const isCurrent = state.key === key;
  return { key, view: isCurrent ? state.view : null, error: isCurrent ? state.error : null, at, need };
}

interface Pages {
  /** Of which log and query. */
  key: string;
  lines: Map<number, readonly LogLine[]>;
  asked: Set<number>;
}

const createPages = (key: string): Pages => ({ key, lines: new Map(), asked: new Set() });

function forget({ lines, asked }: Pages): void {
  lines.clear();
  asked.clear();
}

function forgetPage({ lines, asked }: Pages, page: number): void {
  lines.delete(page);
  asked.delete(page);
}
