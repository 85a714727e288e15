import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveVersion } from '../../../shared/model/updates.ts';
import { useAct, useGuardian } from '../../api/index.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, Skeleton } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { SplitView } from '../../ui/split-view.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { useReportedAct } from '../frame/use-reported-act.ts';
import { PruneDialog } from './prune-dialog.tsx';
import { useArchivePages, type ArchivePages } from './use-archive-pages.ts';
import { VerifyResult } from './verify-result.tsx';
import { VersionDetail } from './version-detail.tsx';
import { VersionList } from './version-list.tsx';

function Tools(): ReactNode {
  const { t } = useTranslation();
  const verify = useAct('archive:verify');
  const openFolder = useReportedAct(useAct('app:openArchiveFolder'));
  const [pruning, setPruning] = useState(false);
  const [result, setResult] = useState<Awaited<ReturnType<typeof verify.run>>>(null);
  const start = async (): Promise<void> => setResult(await verify.run(null));
  return (
    <>
      <div className="actions pad">
        <Button compact disabled={verify.busy} onClick={() => void start()}>
          {t(verify.busy ? 'panel.archive.verifying' : 'panel.archive.verify')}
        </Button>
        <Button compact onClick={() => setPruning(true)}>
          {t('panel.archive.prune')}
        </Button>
        <Button compact look="quiet" onClick={() => openFolder(null)}>
          {t('panel.archive.openFolder')}
        </Button>
      </div>
      <div className="pad" aria-live="polite">
        {verify.error === null && result !== null ? <VerifyResult result={result} /> : null}
      </div>
      {verify.error === null ? null : <ErrorState error={verify.error} onRetry={() => void start()} />}
      {pruning ? <PruneDialog onClose={() => setPruning(false)} /> : null}
    </>
  );
}

interface ListProps {
  pages: ArchivePages;
  searching: boolean;
  current: number | null;
  onSelect: (version: ArchiveVersion) => void;
}

function List({ pages, searching, current, onSelect }: ListProps): ReactNode {
  const { t } = useTranslation();
  if (pages.error !== null) return <ErrorState error={pages.error} onRetry={pages.reload} />;
  if (pages.total === null) return <Skeleton rows={8} label={t('panel.loading')} />;
  if (pages.total === 0 && searching)
    return <EmptyState title={t('panel.archive.noMatch')}>{t('panel.archive.noMatchHow')}</EmptyState>;
  if (pages.total === 0) return <EmptyState title={t('panel.archive.empty')}>{t('panel.archive.emptyHow')}</EmptyState>;
  return <VersionList pages={pages} total={pages.total} current={current} onSelect={onSelect} />;
}

/** The archive: search, compare with today, restore, verify, prune. */
export function ArchiveView(): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const query = useSettled(text.trim());
  // New versions come with releases; other revisions would read the archive again for nothing.
  const newest = useGuardian(({ snapshot }) => Number(snapshot?.releases[0]?.id.slice(2) ?? 0));
  const pages = useArchivePages(query, newest);
  const [version, setVersion] = useState<ArchiveVersion | null>(null);
  return (
    <SplitView
      list={
        <div className="archive-list">
          <div className="pad">
            <input
              className="field search"
              type="search"
              value={text}
              placeholder={t('panel.archive.search')}
              aria-label={t('panel.archive.search')}
              onChange={(event) => setText(event.target.value)}
            />
          </div>
          <Tools />
          <p className="pad soft small" aria-live="polite">
            {pages.total === null ? ' ' : t('panel.archive.total', { count: pages.total })}
          </p>
          <List pages={pages} searching={query !== ''} current={version?.id ?? null} onSelect={setVersion} />
        </div>
      }
      detail={version === null ? null : <VersionDetail key={version.id} version={version} />}
      detailKey={version === null ? null : String(version.id)}
      hint={t('panel.archive.hint')}
      onBack={() => setVersion(null)}
    />
  );
}
