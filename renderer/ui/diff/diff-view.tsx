import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DiffRequest } from '../../../shared/ipc/contract.ts';
import type { TextDiff } from '../../../shared/model/updates.ts';
import { useQuery } from '../../api/index.ts';
import { Button } from '../button.tsx';
import { Skeleton } from '../empty-state.tsx';
import { ErrorState } from '../error-state.tsx';
import { ScrollArea } from '../scroll-area.tsx';
import { DiffLines } from './diff-lines.tsx';
import { parseDiff, tally, type DiffHunk } from './parse-diff.ts';

/** Fetches a comparison and shows it. */
export function Diff({ request, revision = 0 }: { request: DiffRequest; revision?: number }): ReactNode {
  const { t } = useTranslation();
  const { value, error, reload } = useQuery('diff:get', request, { revision });
  if (error !== null) return <ErrorState error={error} onRetry={reload} />;
  if (value === null) return <Skeleton rows={6} label={t('panel.loading')} />;
  if (value.state !== 'text') return <p className="diff-note soft">{t(`panel.diff.${value.state}`)}</p>;
  return <DiffView diff={value} />;
}

/** A diff that cannot be laid out is still shown, as it came. */
function Raw({ diff }: { diff: TextDiff }): ReactNode {
  const { t } = useTranslation();
  return (
    <ScrollArea className="output" label={t('panel.diff.label', { path: diff.path })}>
      <pre>{diff.unified}</pre>
    </ScrollArea>
  );
}

/** Focuses the next or previous run of changes, wrapping at the ends. */
function step(root: HTMLElement | null, direction: 1 | -1): void {
  const stops = [...(root?.querySelectorAll<HTMLElement>('[data-change]') ?? [])];
  if (stops.length === 0) return;
  const here = stops.findIndex((stop) => stop === document.activeElement);
  const next = here === -1 && direction === -1 ? stops.length - 1 : (here + direction + stops.length) % stops.length;
  stops[next]?.focus({ preventScroll: true });
  stops[next]?.scrollIntoView({ block: 'center' });
}

/** A unified diff: line numbers, changed words, blanks on demand; n and p go from change to change. */
export function DiffView({ diff }: { diff: TextDiff }): ReactNode {
  const hunks = useMemo(() => parseDiff(diff.unified), [diff.unified]);
  return hunks === null ? <Raw diff={diff} /> : <Laid diff={diff} hunks={hunks} />;
}

function Laid({ diff, hunks }: { diff: TextDiff; hunks: readonly DiffHunk[] }): ReactNode {
  const { t } = useTranslation();
  const root = useRef<HTMLElement>(null);
  const [blanks, setBlanks] = useState(false);
  const { added, removed } = tally(hunks);
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key !== 'n' && event.key !== 'p') return;
    event.preventDefault();
    step(root.current, event.key === 'n' ? 1 : -1);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- n and p are short cuts for the buttons in the caption
    <figure className="diff" ref={root} onKeyDown={onKey} aria-label={t('panel.diff.label', { path: diff.path })}>
      <figcaption>
        <span className="diff-sides">
          <span className="removed">− {diff.oldLabel}</span> <span className="added">+ {diff.newLabel}</span>
        </span>
        <span className="soft">{t('panel.diff.tally', { added, removed })}</span>
        <span className="diff-tools">
          <Button
            compact
            look="quiet"
            onClick={() => step(root.current, -1)}
            aria-keyshortcuts="p"
            title={t('panel.diff.previousKey')}
          >
            {t('panel.diff.previous')}
          </Button>
          <Button
            compact
            look="quiet"
            onClick={() => step(root.current, 1)}
            aria-keyshortcuts="n"
            title={t('panel.diff.nextKey')}
          >
            {t('panel.diff.next')}
          </Button>
          <Button compact look="quiet" aria-pressed={blanks} onClick={() => setBlanks(!blanks)}>
            {t('panel.diff.blanks')}
          </Button>
        </span>
      </figcaption>
      <DiffLines hunks={hunks} blanks={blanks} path={diff.path} />
    </figure>
  );
}
