import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppliedFix } from '../../../shared/model/annealing.ts';
import { useAct, useGuardian } from '../../api/index.ts';
import { Button } from '../../ui/button.tsx';
import { openRollback } from '../frame/navigation.ts';
import { useReportedAct } from '../frame/use-reported-act.ts';

/** What became of the newest fix, with its undo or the request that it waits for. */
export function FixLine({ fix }: { fix: AppliedFix | null }): ReactNode {
  const { t } = useTranslation();
  const releases = useGuardian(({ snapshot }) => snapshot?.releases);
  const openApprovals = useReportedAct(useAct('approvals:open'));
  if (fix === null) return null;
  const release = releases?.find(({ id }) => id === fix.release);
  return (
    <p className="row-line wrap">
      <span>{t(`panel.annealing.fix.${fix.state}`, { release: fix.release ?? '', reason: fix.reason })}</span>
      {fix.state === 'asked' ? (
        <Button compact onClick={() => openApprovals({ id: null })}>
          {t('panel.annealing.fix.openApproval')}
        </Button>
      ) : null}
      {release?.canRollBack === true && (fix.state === 'applied' || fix.state === 'left') ? (
        <Button compact onClick={() => openRollback({ kind: 'release', release: release.id })}>
          {t('panel.annealing.rollBack', { release: release.id })}
        </Button>
      ) : null}
    </p>
  );
}
