import { CircleX, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/model/snapshot.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { RelativeTime } from '../../ui/times.tsx';
import { useSaid } from '../../ui/use-said.ts';
import { goTo, goToLaw, select, type LawTab, type View } from '../frame/navigation.ts';
import { rankProblems } from './rank-problems.ts';

const LOOKS = {
  harm: { tone: 'harm', icon: CircleX },
  warning: { tone: 'asks', icon: TriangleAlert },
  notice: { tone: 'neutral', icon: Info },
} as const;

/** The part of the Constitution where such a problem is shown, with what can be done about it. */
const LAW: Partial<Record<Problem['code'], LawTab>> = {
  'audit-broken': 'audit',
  'act-interrupted': 'audit',
  'checkpoint-failed': 'audit',
  'dissolution-interrupted': 'audit',
  'audit-unlogged': 'structures',
  'immune-violated': 'structures',
  'structure-refused': 'structures',
  'dissolution-due': 'structures',
  'consensus-owed': 'approvals',
};

/** The view where such a problem is shown, with what can be done about it. */
const PLACES: Partial<Record<Problem['code'], View>> = {
  'alert-channel-dead': 'alerts',
  'environment-failed': 'environment',
  'disk-full': 'health',
  'error-recurring': 'errors',
  'fix-taken-back': 'errors',
  'guardian-restarted': 'health',
  'health-degraded': 'health',
  'ritual-failed': 'rituals',
  'rituals-unreadable': 'rituals',
  'security-failed': 'security',
  'security-unchecked': 'security',
  'security-vulnerable': 'security',
};

function PlaceLink({ code }: { code: Problem['code'] }): ReactNode {
  const { t } = useTranslation();
  const view = PLACES[code];
  if (view === undefined) return <LawLink code={code} />;
  return (
    <Button compact onClick={() => goTo(view)}>
      {t(`panel.nav.${view}`)}
    </Button>
  );
}

function LawLink({ code }: { code: Problem['code'] }): ReactNode {
  const { t } = useTranslation();
  const tab = LAW[code];
  if (tab === undefined) return null;
  const name = t(`panel.governance.tabs.${tab}`);
  return (
    <Button compact onClick={() => goToLaw(tab)} aria-label={t('panel.governance.openNamed', { tab: name })}>
      {name}
    </Button>
  );
}

function Row({ problem }: { problem: Problem }): ReactNode {
  const { t } = useTranslation();
  const said = useSaid();
  const { release } = problem;
  return (
    <li className="row">
      <div className="row-text">
        <p className="row-line wrap">
          <StatusWord {...LOOKS[problem.severity]}>{t(`problem.${problem.code}`)}</StatusWord>
          <span className="soft small">
            <RelativeTime at={problem.at} />
          </span>
        </p>
        {problem.detail === '' ? null : <p className="given small">{said(problem.detail)}</p>}
      </div>
      {release === null ? (
        <PlaceLink code={problem.code} />
      ) : (
        <Button
          compact
          onClick={() => select({ kind: 'release', release })}
          aria-label={t('panel.release.showNamed', { release })}
        >
          {release}
        </Button>
      )}
    </li>
  );
}

/** What went wrong: at most one red thing leads, the rest is counted and folded away. */
export function Problems({ problems }: { problems: readonly Problem[] }): ReactNode {
  const { t } = useTranslation();
  const { shown, folded } = rankProblems(problems);
  if (shown.length === 0) return null;
  return (
    <Section title={t('panel.overview.problems')} total={problems.length}>
      <ul>
        {shown.map((problem) => (
          <Row key={`${problem.code}${problem.detail}${problem.at}`} problem={problem} />
        ))}
      </ul>
      {folded.length === 0 ? null : (
        <details className="pad">
          <summary className="soft">{t('panel.overview.moreProblems', { count: folded.length })}</summary>
          <ul>
            {folded.map((problem) => (
              <Row key={`${problem.code}${problem.at}${problem.detail}`} problem={problem} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
