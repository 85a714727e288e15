import { CircleCheck, CircleDashed, CircleX, TrendingUp } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { HealthIssue, WatchedProcess } from '../../../shared/model/healing.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { count } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { RelativeTime } from '../../ui/times.tsx';
import { CourseView } from './course-view.tsx';

const LOOKS = {
  running: { tone: 'good', icon: CircleCheck },
  rising: { tone: 'asks', icon: TrendingUp },
  leaking: { tone: 'harm', icon: TrendingUp },
  'not-running': { tone: 'harm', icon: CircleX },
  unknown: { tone: 'neutral', icon: CircleDashed },
} as const;

function Process({ process, givenUp }: { process: WatchedProcess; givenUp: boolean }): ReactNode {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState(false);
  const { name, state, pid, memoryMb, baselineMb, since, restarts } = process;
  const mb = (value: number): string => count(Math.round(value), i18n.language);
  const facts = [
    memoryMb === null ? null : t('panel.health.memory', { mb: mb(memoryMb) }),
    baselineMb === null ? null : t('panel.health.baseline', { mb: mb(baselineMb) }),
    pid === null ? null : t('panel.health.pid', { pid }),
    restarts === 0 ? null : t('panel.health.restarts', { count: restarts }),
  ];
  return (
    <li className="finding" data-process={name}>
      <p className="row-line wrap">
        <strong translate="no">{name}</strong>
        <StatusWord {...LOOKS[state]}>{t(`health.process.${state}`)}</StatusWord>
        {since === null ? null : (
          <span className="soft small">
            <Trans i18nKey="panel.health.since" components={{ time: <RelativeTime at={since} /> }} />
          </span>
        )}
      </p>
      <p className="soft small">{facts.filter((fact) => fact !== null).join(' · ')}</p>
      {givenUp ? <p className="small status harm">{t('panel.health.givenUp')}</p> : null}
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="small">{t('panel.health.memoryCourse')}</summary>
        {open ? <CourseView process={name} /> : null}
      </details>
    </li>
  );
}

/** Processes that are looked after: how they stand, their memory over time, restarts, and what was given up. */
export function Processes({
  processes,
  issues,
}: {
  processes: readonly WatchedProcess[];
  issues: readonly HealthIssue[];
}): ReactNode {
  const { t } = useTranslation();
  const lost = issues.filter(({ givenUp }) => givenUp).map(({ id }) => id);
  if (processes.length === 0)
    return <EmptyState title={t('panel.health.noProcesses')}>{t('panel.health.noProcessesHow')}</EmptyState>;
  return (
    <Section title={t('panel.health.processes')} total={processes.length}>
      <ul>
        {processes.map((process) => (
          <Process
            key={process.name}
            process={process}
            givenUp={lost.some((id) => id === `process.${process.name}.runs` || id === `process.${process.name}.memory`)}
          />
        ))}
      </ul>
    </Section>
  );
}
