import { CircleX, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { HealthIssue, Treatment } from '../../../shared/model/healing.ts';
import { Section } from '../../ui/section.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { RelativeTime } from '../../ui/times.tsx';
import { useSaid } from '../../ui/use-said.ts';
import { checkName } from './check-name.ts';

const LOOKS = {
  CRITICAL: { tone: 'harm', icon: CircleX },
  ERROR: { tone: 'asks', icon: TriangleAlert },
  WARNING: { tone: 'asks', icon: TriangleAlert },
  INFO: { tone: 'neutral', icon: Info },
} as const;

function Issue({ issue, treatments }: { issue: HealthIssue; treatments: readonly Treatment[] }): ReactNode {
  const { t } = useTranslation();
  const said = useSaid();
  const { id, severity, since, attempts, givenUp, details } = issue;
  return (
    <li className="finding" data-issue={id}>
      <p className="row-line wrap">
        <StatusWord {...LOOKS[severity]}>{checkName(id, t)}</StatusWord>
        <span className="soft small">
          {t(`alerts.severity.${severity}`)} ·{' '}
          <Trans i18nKey="panel.health.since" components={{ time: <RelativeTime at={since} /> }} />
        </span>
      </p>
      <p className="given small">{said(details)}</p>
      <p className="small">
        {attempts === 0 ? t('panel.health.notTried') : t('panel.health.tried', { count: attempts })}
        {givenUp ? <strong> {t('panel.health.givenUp')}</strong> : null}
      </p>
      {treatments.map(({ result, details: done }) => (
        <p key={`${result}${said(done)}`} className="soft small">
          {t(`health.treatment.${result}`)}: {said(done)}
        </p>
      ))}
    </li>
  );
}

/** What is not well, the gravest first: since when, what was tried, and whether it was given up. */
export function Issues({ issues, treatments }: { issues: readonly HealthIssue[]; treatments: readonly Treatment[] }): ReactNode {
  const { t } = useTranslation();
  if (issues.length === 0) return null;
  return (
    <Section title={t('panel.health.issues')} total={issues.length}>
      <ul>
        {issues.map((issue) => (
          <Issue key={issue.id} issue={issue} treatments={treatments.filter(({ check }) => check === issue.id)} />
        ))}
      </ul>
    </Section>
  );
}
