import { CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { EnvironmentReport, EnvironmentStatus } from '../../../shared/model/environment.ts';
import { reportSentence } from '../../../shared/model/environment-text.ts';
import { useAct, useGuardian, useQuery } from '../../api/index.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, Skeleton } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Section } from '../../ui/section.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { RelativeTime } from '../../ui/times.tsx';
import { QueryError } from '../frame/query-error.tsx';
import { CheckRow } from './check-row.tsx';

/** What could not be checked is grey: it is neither good nor harm. */
const LOOKS = {
  passed: { tone: 'good', icon: CircleCheck },
  failed: { tone: 'harm', icon: CircleX },
  'could-not-check': { tone: 'neutral', icon: CircleDashed },
} as const;

function Headline({ report, running }: { report: EnvironmentReport; running: EnvironmentStatus['running'] }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <p className="row-line wrap">
        <StatusWord {...LOOKS[report.state]}>{reportSentence(report, t)}</StatusWord>
      </p>
      <p className="soft small">
        {running === null ? (
          <Trans i18nKey="panel.environment.checked" components={{ time: <RelativeTime at={report.at} /> }} />
        ) : (
          t(`panel.environment.running.${running.phase}`, { detail: running.detail })
        )}
      </p>
    </>
  );
}

function Fixes({ report }: { report: EnvironmentReport }): ReactNode {
  const { t } = useTranslation();
  if (report.fixes.length === 0) return null;
  return (
    <Section title={t('environment.fixedTitle')} total={report.fixes.length}>
      <ul className="plain-list pad">
        {report.fixes.map(({ kind, subject, detail }) => (
          <li key={`${kind}${subject}`}>{t(`environment.fixed.${kind}`, { detail })}</li>
        ))}
      </ul>
    </Section>
  );
}

function Report({ report }: { report: EnvironmentReport }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Section title={t('panel.environment.checks')} total={report.checks.length}>
        <ul>
          {report.checks.map((check) => (
            <CheckRow key={check.id} check={check} />
          ))}
        </ul>
      </Section>
      <Fixes report={report} />
    </>
  );
}

/** What the workspace needs to run: each check with its state, what was put right, and what a person must do. */
export function EnvironmentView(): ReactNode {
  const { t } = useTranslation();
  const revision = useGuardian(({ snapshot }) => snapshot?.revision ?? 0);
  const status = useQuery('environment:status', null, { revision, keep: true });
  const act = useAct('environment:check');
  const report = status.value?.report ?? null;
  const running = status.value?.running ?? null;
  const check = async (install: boolean): Promise<void> => {
    await act.run({ install });
    status.reload();
  };
  const isBusy = act.busy || running !== null;
  return (
    <div className="column">
      <div className="pad look">
        {report === null ? null : <Headline report={report} running={running} />}
        <div className="actions">
          <Button look="primary" disabled={isBusy} onClick={() => void check(true)}>
            {t('panel.environment.checkAndFix')}
          </Button>
          <Button disabled={isBusy} onClick={() => void check(false)}>
            {t('panel.environment.lookOnly')}
          </Button>
        </div>
        <p className="soft small">{t('panel.environment.whatFixes')}</p>
      </div>
      {act.error === null ? null : <ErrorState error={act.error} onRetry={act.clear} />}
      <QueryError query={status} />
      {status.value === null && status.error === null ? <Skeleton rows={6} label={t('panel.loading')} /> : null}
      {status.value !== null && report === null ? (
        <EmptyState title={t('environment.sentence.unknown')}>{t('panel.environment.empty')}</EmptyState>
      ) : null}
      {report === null ? null : <Report report={report} />}
    </div>
  );
}
