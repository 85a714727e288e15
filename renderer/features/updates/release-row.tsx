import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReleaseSummary } from '../../../shared/model/updates.ts';
import { Button } from '../../ui/button.tsx';
import { ClockTime } from '../../ui/times.tsx';
import { openRollback, select } from '../frame/navigation.ts';
import { ReleaseStatus } from './release-status.tsx';

/** The undo of a release, or nothing where there is nothing left to take back. */
function RollBackButton({ release }: { release: ReleaseSummary }): ReactNode {
  const { t } = useTranslation();
  if (!release.canRollBack) return null;
  const undo = release.kind === 'rollback';
  return (
    <Button
      compact
      aria-label={t(undo ? 'panel.release.undoNamed' : 'panel.release.rollBackNamed', { release: release.id })}
      onClick={() => openRollback({ kind: 'release', release: release.id })}
    >
      {t(undo ? 'panel.undo' : 'panel.release.rollBack')}
    </Button>
  );
}

/** What, when, by whose leave, and how to undo: one release in two lines. */
export function ReleaseRow({ release, current = false }: { release: ReleaseSummary; current?: boolean }): ReactNode {
  const { t } = useTranslation();
  return (
    <li className="row" aria-current={current || undefined}>
      <button
        type="button"
        className="row-main"
        data-release={release.id}
        onClick={() => select({ kind: 'release', release: release.id })}
      >
        <span className="row-line">
          <ClockTime at={release.startedAt} />
          <strong translate="no">{release.id}</strong>
          <span>{t('panel.files', { count: release.files })}</span>
        </span>
        <span className="row-line small">
          <ReleaseStatus release={release} />
          <span className="soft row-rest">
            {release.of === null
              ? ''
              : `${t(release.kind === 'fix' ? 'panel.release.fixOf' : 'panel.release.of', { of: release.of })} · `}
            {t(`panel.trigger.${release.trigger}`)}
          </span>
        </span>
      </button>
      <RollBackButton release={release} />
    </li>
  );
}
