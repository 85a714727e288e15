import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReleaseDetail as Detail } from '../../../shared/model/updates.ts';
import { useGuardian, useQuery } from '../../api/index.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { duration } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { RelativeTime } from '../../ui/times.tsx';
import { useSaid } from '../../ui/use-said.ts';
import { openRollback } from '../frame/navigation.ts';
import { ReleaseFile } from './release-file.tsx';
import { ReleaseStatus } from './release-status.tsx';
import { Verifications } from './verifications.tsx';

/** What happened, when, by whose leave. */
function Facts({ release }: { release: Detail }): ReactNode {
  const { t, i18n } = useTranslation();
  const took = release.finishedAt === null ? null : duration(release.finishedAt - release.startedAt, i18n.language);
  return (
    <p className="row-line wrap">
      <ReleaseStatus release={release} />
      <span className="soft">
        <RelativeTime at={release.startedAt} /> · {t(`panel.trigger.${release.trigger}`)}
        {took === null ? '' : ` · ${took}`}
        {release.of === null
          ? ''
          : ` · ${t(release.kind === 'fix' ? 'panel.release.fixOf' : 'panel.release.of', { of: release.of })}`}
      </span>
    </p>
  );
}

function Undo({ release }: { release: Detail }): ReactNode {
  const { t } = useTranslation();
  const finished = release.status === 'SUCCESS' && release.rolledBackBy === null;
  if (!release.canRollBack) return finished ? <p className="soft">{t('panel.release.changedSince')}</p> : null;
  const key = release.kind === 'rollback' ? 'panel.release.undoAll' : 'panel.release.rollBackAll';
  return (
    <div className="actions">
      <Button onClick={() => openRollback({ kind: 'release', release: release.id })}>
        {t(key, { count: release.files, release: release.id })}
      </Button>
      <Button look="quiet" onClick={() => openRollback({ kind: 'time', at: Math.max(release.startedAt - 1, 0) })}>
        {t('panel.release.rollBackEverything', { release: release.id })}
      </Button>
    </div>
  );
}

/** One release: state, undo, checks, and each file with its diff. */
export function ReleaseDetail({ release: id }: { release: string }): ReactNode {
  const { t } = useTranslation();
  const said = useSaid();
  const revision = useGuardian(({ snapshot }) => snapshot?.revision ?? 0);
  const { value, error, reload } = useQuery('releases:get', { release: id }, { revision });
  return (
    <article className="detail">
      <h2 tabIndex={-1} translate="no">
        {id}
      </h2>
      {error === null ? null : <ErrorState error={error} onRetry={reload} />}
      {value === null && error === null ? <Skeleton rows={8} label={t('panel.loading')} /> : null}
      {value === null ? null : (
        <>
          <Facts release={value} />
          {value.reason === null ? null : <p className="given">{said(value.reason)}</p>}
          <Undo release={value} />
          <Section title={t('panel.release.files')} total={value.entries.length}>
            <ul className="file-list">
              {value.entries.map((file) => (
                <ReleaseFile key={file.path} release={id} file={file} />
              ))}
            </ul>
          </Section>
          <Verifications checks={value.verifications} />
        </>
      )}
    </article>
  );
}
