import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { useListKeys } from '../../ui/use-list-keys.ts';
import { follow, LineText } from './log-line.tsx';
import type { ShownLog } from './use-log.ts';

const ROW = 20;
/** A browser's page cannot be higher than some 33 million pixels: of a longer log the newest lines are shown. */
const MOST = 1_500_000;

/** Places of the first and the last line that are chosen. */
export interface Chosen {
  from: number;
  to: number;
}

interface Props {
  log: ShownLog;
  shown: number;
  isLive: boolean;
  /** A place to scroll to; a new object each time. */
  jump: { place: number } | null;
  chosen: Chosen | null;
  onChoose: (chosen: Chosen | null) => void;
  /** A line was opened by Enter or double click. */
  onOpen: (place: number) => void;
}

/** The lines, oldest first. Only those in sight exist, whatever the log's size; live, it stays at its end. */
export function LogList({ log, shown, isLive, jump, chosen, onChoose, onOpen }: Props): ReactNode {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const skipped = Math.max(0, shown - MOST);
  const count = shown - skipped;
  // oxlint-disable-next-line react/incompatible-library -- the virtualizer tells its changes itself; nothing here is memoized on it
  const rows = useVirtualizer({ count, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 20 });
  const { reached, tabStop, setReached, go, onKeyDown } = useListKeys(scroller, rows, count);
  const [atEnd, setAtEnd] = useState(true);
  const items = rows.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  const { need, key } = log;
  useEffect(() => {
    if (count > 0) need(first + skipped, last + skipped);
  }, [need, first, last, skipped, count]);
  useEffect(() => {
    if (isLive && atEnd && count > 0) rows.scrollToIndex(count - 1, { align: 'end' });
  }, [rows, isLive, atEnd, count, key]);
  const jumped = useRef<Props['jump']>(null);
  const isReady = count > 0;
  useEffect(() => {
    if (jump === null || jumped.current === jump || !isReady) return;
    jumped.current = jump;
    go(Math.max(0, jump.place - skipped), 'center');
  }, [jump, isReady, go, skipped]);
  const choose = (index: number, extend: boolean): void => {
    setReached(index);
    const place = index + skipped;
    onChoose(extend && chosen !== null ? { from: chosen.from, to: place } : { from: place, to: place });
  };
  const click = (event: MouseEvent, index: number): void => choose(index, event.shiftKey);
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') onOpen(reached + skipped);
    else if (event.key === ' ') choose(reached, event.shiftKey);
    else onKeyDown(event);
    if (event.key === ' ') event.preventDefault();
  };
  const reachable = tabStop(first, last);
  const [low, high] = chosen === null ? [-1, -1] : [Math.min(chosen.from, chosen.to), Math.max(chosen.from, chosen.to)];
  return (
    <div className="log-place">
      <ScrollArea
        className="virtual log-lines"
        label={t('panel.logs.lines')}
        ref={scroller}
        onScroll={() => setAtEnd(isAtEnd(scroller.current))}
      >
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys move between the buttons in the lines */}
        <ul style={{ height: rows.getTotalSize() }} onKeyDown={keys}>
          {items.map(({ index, start }) => {
            const line = log.at(index + skipped);
            const isChosen = index + skipped >= low && index + skipped <= high;
            return (
              <li
                key={index}
                className="virtual-row log-row"
                aria-setsize={count}
                aria-posinset={index + 1}
                style={{ height: ROW, transform: `translateY(${start}px)` }}
              >
                <button
                  type="button"
                  className="log-line"
                  data-line={index}
                  aria-pressed={isChosen}
                  tabIndex={index === reachable ? 0 : -1}
                  onClick={(event) => click(event, index)}
                  onDoubleClick={() => onOpen(index + skipped)}
                >
                  {line === undefined ? <span className="visually-hidden">{t('panel.loading')}</span> : <LineText line={line} />}
                </button>
                {line?.links.map((link) => (
                  <button key={link.kind + link.id} type="button" className="log-link" tabIndex={-1} onClick={() => follow(link)}>
                    {t(`panel.logs.link.${link.kind}`, { id: link.id })}
                  </button>
                ))}
              </li>
            );
          })}
        </ul>
      </ScrollArea>
      {atEnd || count === 0 ? null : (
        <div className="log-end">
          <Button compact onClick={() => go(count - 1, 'auto')}>
            <ArrowDown size={16} aria-hidden />
            {t('panel.logs.toEnd')}
          </Button>
        </div>
      )}
      {skipped === 0 ? null : <p className="pad soft small">{t('panel.logs.capped', { count: skipped })}</p>}
    </div>
  );
}

const isAtEnd = (place: HTMLElement | null): boolean =>
  place === null || place.scrollHeight - place.scrollTop - place.clientHeight < ROW * 2;
