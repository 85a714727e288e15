import { CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Health } from '../../../shared/model/healing.ts';
import { useAct, useGuardian } from '../../api/index.ts';
import { Button } from '../../ui/button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { RelativeTime } from '../../ui/times.tsx';
import { showFailure, showOutcome } from '../frame/outcome.ts';
import { outcomeOfHealing } from './outcome-of-healing.ts';

const LOOKS = {
  HEALTHY: { tone: 'good', icon: CircleCheck },
  DEGRADED: { tone: 'asks', icon: TriangleAlert },
  UNKNOWN: { tone: 'neutral', icon: CircleDashed },
} as const;

/** Looks now, mends what may be mended, and tells what was done. */
function HealNow(): ReactNode {
  const { t } = useTranslation();
  const { busy, error, run } = useAct('health:heal');
  const heal = async (): Promise<void> => {
    const report = await run(null);
    if (report !== null) showOutcome(outcomeOfHealing(report));
  };
  useEffect(() => {
    if (error !== null) showFailure(error);
  }, [error]);
  return (
    <Button disabled={busy} onClick={() => void heal()}>
      {t(busy ? 'panel.health.healing' : 'panel.health.heal')}
    </Button>
  );
}

/** How it stands, when it was looked at, and the look that a person asks for. */
export function StateLine({ health }: { health: Health }): ReactNode {
  const { t } = useTranslation();
  const paused = useGuardian(({ snapshot }) => snapshot !== null && snapshot.pausedUntil !== null);
  return (
    <div className="state-line" data-health={health.status}>
      <p className="row-line wrap">
        <StatusWord {...LOOKS[health.status]}>{t(`health.status.${health.status}`)}</StatusWord>
        <span className="soft small">
          {health.lastCheckAt === null ? (
            t('panel.health.never')
          ) : (
            <Trans i18nKey="panel.health.looked" components={{ time: <RelativeTime at={health.lastCheckAt} /> }} />
          )}
          {paused ? ` · ${t('panel.health.goesOn')}` : ''}
        </span>
      </p>
      <HealNow />
    </div>
  );
}
