import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Snapshot } from '../../../shared/model/snapshot.ts';
import { useQuery } from '../../api/index.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Section } from '../../ui/section.tsx';
import { ReleaseRow } from './release-row.tsx';

const PAGE = 50;
const MOST = 200;

/** All releases, newest first. The newest come with each snapshot, the older ones when asked for. */
export function ReleaseList({ snapshot, current }: { snapshot: Snapshot; current: string | null }): ReactNode {
  const { t } = useTranslation();
  const [limit, setLimit] = useState(PAGE);
  const listed = useQuery('releases:list', { before: null, limit }, { revision: snapshot.revision, keep: true });
  const releases = listed.value ?? snapshot.releases;
  const more = releases.length >= limit;
  if (releases.length === 0) {
    return (
      <Section title={t('panel.updates.releases')}>
        <EmptyState title={t('panel.updates.empty')}>{t('panel.updates.emptyHow')}</EmptyState>
      </Section>
    );
  }
  return (
    <Section title={t('panel.updates.releases')}>
      {listed.error === null ? null : <ErrorState error={listed.error} onRetry={listed.reload} />}
      <ul>
        {releases.map((release) => (
          <ReleaseRow key={release.id} release={release} current={release.id === current} />
        ))}
      </ul>
      {more && limit < MOST ? (
        <div className="pad">
          <Button compact look="quiet" disabled={listed.loading} onClick={() => setLimit(Math.min(limit + PAGE, MOST))}>
            {t('panel.updates.older')}
          </Button>
        </div>
      ) : null}
      {more && limit >= MOST ? <p className="pad soft small">{t('panel.updates.olderInTerminal')}</p> : null}
    </Section>
  );
}
