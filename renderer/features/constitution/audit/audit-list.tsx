import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../../../shared/model/audit.ts';
import { ScrollArea } from '../../../ui/scroll-area.tsx';
import { BreakLine, EntryLine } from './entry-row.tsx';
import { lineAt, lineOf, type AuditBreak, type PlacedBreak } from './place-breaks.ts';
import type { AuditEntries } from './use-audit-entries.ts';
import { useListKeys } from '../../../ui/use-list-keys.ts';

const ROW = 44;
/** A browser's page cannot be higher than some 33 million pixels. */
const MOST = 700_000;

interface Props {
  entries: AuditEntries;
  total: number;
  /** Broken links with their places; none while the list is narrowed. */
  placed: readonly PlacedBreak[];
  /** Numbers of entries that a break blames. */
  blamed: ReadonlySet<number>;
  /** Number of the entry that is shown beside. */
  current: number | null;
  /** A break to scroll to; a new object each time. */
  jump: { fault: AuditBreak } | null;
  onEntry: (entry: AuditEntry) => void;
  onBreak: (fault: AuditBreak) => void;
}

/** Keeps what is being read in its place when newer entries arrive above it, and begins at the top with another filter. */
function useSteadyScroll(scroller: RefObject<HTMLDivElement | null>, key: string, total: number): void {
  const former = useRef({ key, total });
  useLayoutEffect(() => {
    const list = scroller.current;
    const { key: formerKey, total: formerTotal } = former.current;
    former.current = { key, total };
    if (list === null) return;
    if (formerKey !== key) list.scrollTo({ top: 0 });
    else if (list.scrollTop > 0) list.scrollBy({ top: (total - formerTotal) * ROW });
  }, [scroller, key, total]);
}

/** The entries, newest first. Only the lines in sight exist, whatever the log's size. */
export function AuditList({ entries, total, placed, blamed, current, jump, onEntry, onBreak }: Props): ReactNode {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const shown = Math.min(total, MOST);
  const lines = shown + placed.length;
  // oxlint-disable-next-line react/incompatible-library -- the virtualizer tells its changes itself; nothing here is memoized on it
  const rows = useVirtualizer({ count: lines, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 8 });
  const { tabStop, setReached, go, onKeyDown } = useListKeys(scroller, rows, lines);
  useSteadyScroll(scroller, entries.key, total);
  const items = rows.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  const { need } = entries;
  useEffect(() => need(first - placed.length, last), [need, first, last, placed.length]);
  const jumped = useRef<Props['jump']>(null);
  useEffect(() => {
    if (jump === null || jumped.current === jump) return;
    const line = lineOf(jump.fault, placed);
    if (line === null) return;
    jumped.current = jump;
    go(line, 'center');
  });
  const reachable = tabStop(first, last);
  return (
    <ScrollArea className="virtual" label={t('panel.governance.audit.list')} ref={scroller}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys move between the buttons in the lines */}
      <ul style={{ height: rows.getTotalSize() }} onKeyDown={onKeyDown}>
        {items.map(({ index, start }) => {
          const line = lineAt(index, placed);
          const entry = 'entry' in line ? entries.at(line.entry) : undefined;
          const alarm = 'fault' in line || (entry !== undefined && blamed.has(entry.number));
          const open = (): void => {
            setReached(index);
            if ('fault' in line) onBreak(line.fault);
            else if (entry !== undefined) onEntry(entry);
          };
          return (
            <li
              key={index}
              className="virtual-row"
              aria-setsize={lines}
              aria-posinset={index + 1}
              style={{ height: ROW, transform: `translateY(${start}px)` }}
            >
              <div
                className={`row${alarm ? ' alarm' : ''}${'fault' in line ? ' break' : ''}`}
                aria-current={(entry !== undefined && entry.number === current) || undefined}
              >
                <button
                  type="button"
                  className="row-main"
                  data-line={index}
                  data-entry={entry?.number}
                  tabIndex={index === reachable ? 0 : -1}
                  onClick={open}
                >
                  {'fault' in line ? <BreakLine fault={line.fault} /> : null}
                  {entry === undefined ? null : <EntryLine entry={entry} />}
                  {'entry' in line && entry === undefined ? (
                    <>
                      <span className="visually-hidden">{t('panel.loading')}</span>
                      <span className="skeleton" />
                    </>
                  ) : null}
                </button>
              </div>
            </li>
          );
        })}
      </ul>
      {shown < total ? <p className="pad soft small">{t('panel.governance.audit.capped')}</p> : null}
    </ScrollArea>
  );
}
