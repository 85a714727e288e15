import { CircleHelp, ShieldAlert, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { SecuritySummary } from '../../../shared/model/security.ts';
import { useAct, useGuardian } from '../../api/index.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { StatusWord, type Tone } from '../../ui/status-word.tsx';
import { ClockTime, RelativeTime } from '../../ui/times.tsx';

const LOOK: Readonly<Record<SecuritySummary['state'], { tone: Tone; icon: typeof ShieldCheck }>> = {
  good: { tone: 'good', icon: ShieldCheck },
  vulnerable: { tone: 'harm', icon: ShieldAlert },
  'could-not-check': { tone: 'neutral', icon: CircleHelp },
  unknown: { tone: 'neutral', icon: CircleHelp },
};

function When({ summary }: { summary: SecuritySummary }): ReactNode {
  const { lastRunAt, nextRunAt } = summary;
  return (
    <span className="soft">
      {lastRunAt === null ? null : (
        <Trans i18nKey="panel.security.lastRun" components={{ time: <RelativeTime at={lastRunAt} /> }} />
      )}
      {lastRunAt === null || nextRunAt === null ? null : ' · '}
      {nextRunAt === null ? null : <Trans i18nKey="panel.security.nextRun" components={{ time: <ClockTime at={nextRunAt} /> }} />}
    </span>
  );
}

/** The state in one sentence, when it was found, and the two buttons that look again. */
export function StateLine({ onDone }: { onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const summary = useGuardian(({ snapshot }) => snapshot?.security ?? null);
  const { busy, error, run } = useAct('security:run');
  if (summary === null) return null;
  const { tone, icon } = LOOK[summary.state];
  const start = async (checkOnly: boolean): Promise<void> => {
    if ((await run({ checkOnly, force: true })) !== null) onDone();
  };
  const isRunning = busy || summary.running !== null;
  return (
    <div className="pad look">
      <p className="row-line wrap">
        <StatusWord tone={tone} icon={icon}>
          {t(`panel.security.state.${summary.state}`, { count: summary.vulnerable })}
        </StatusWord>
        <When summary={summary} />
      </p>
      <div className="actions">
        <Button compact disabled={isRunning} onClick={() => void start(true)}>
          {t('panel.security.checkNow')}
        </Button>
        <Button compact disabled={isRunning} onClick={() => void start(false)}>
          {t('panel.security.runNow')}
        </Button>
      </div>
      <p className="soft small" aria-live="polite">
        {summary.running === null ? ' ' : t(`panel.security.running.${summary.running}`)}
      </p>
      {error === null ? null : <ErrorState error={error} onRetry={() => void start(true)} />}
    </div>
  );
}
