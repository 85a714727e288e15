import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveVersion } from '../../../shared/model/updates.ts';
import { bytes } from '../../ui/format.ts';
import { PathText } from '../../ui/path-text.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { ClockTime } from '../../ui/times.tsx';
import { useListKeys } from '../../ui/use-list-keys.ts';
import type { ArchivePages } from './use-archive-pages.ts';

const ROW = 44;

interface RowProps {
  version: ArchiveVersion;
  line: number;
  current: boolean;
  /** Tab stops here; the arrow keys reach the others. */
  reachable: boolean;
  onSelect: () => void;
}

function Row({ version, line, current, reachable, onSelect }: RowProps): ReactNode {
  const { i18n } = useTranslation();
  return (
    <div className="row" aria-current={current || undefined}>
      <button
        type="button"
        className="row-main"
        onClick={onSelect}
        data-version={version.id}
        data-line={line}
        tabIndex={reachable ? 0 : -1}
      >
        <span className="row-line">
          <PathText path={version.path} />
        </span>
        <span className="row-line small soft">
          <ClockTime at={version.archivedAt} />
          <span>{bytes(version.size, i18n.language)}</span>
          <span translate="no">{version.release}</span>
        </span>
      </button>
    </div>
  );
}

interface Props {
  pages: ArchivePages;
  total: number;
  current: number | null;
  onSelect: (version: ArchiveVersion) => void;
}

/** The archived versions. Only the rows in sight exist, whatever the archive's size; every row has its room from the start. */
export function VersionList({ pages, total, current, onSelect }: Props): ReactNode {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- the virtualizer tells its changes itself; nothing here is memoized on it
  const rows = useVirtualizer({ count: total, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 8 });
  const items = rows.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  const { tabStop, setReached, onKeyDown } = useListKeys(scroller, rows, total);
  const { need } = pages;
  useEffect(() => need(first, last), [need, first, last]);
  const reachable = tabStop(first, last);
  return (
    <ScrollArea className="virtual" label={t('panel.archive.versions')} ref={scroller}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys move between the buttons in the lines */}
      <ul style={{ height: rows.getTotalSize() }} onKeyDown={onKeyDown}>
        {items.map(({ index, start }) => {
          const version = pages.at(index);
          return (
            <li
              key={index}
              className="virtual-row"
              aria-setsize={total}
              aria-posinset={index + 1}
              style={{ height: ROW, transform: `translateY(${start}px)` }}
            >
              {version === undefined ? (
                <div className="skeleton" />
              ) : (
                <Row
                  version={version}
                  line={index}
                  current={version.id === current}
                  reachable={index === reachable}
                  onSelect={() => {
                    setReached(index);
                    onSelect(version);
                  }}
                />
              )}
            </li>
          );
        })}
      </ul>
    </ScrollArea>
  );
}
