import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/ipc/contract.ts';
import { useGuardian, useQuery } from '../../api/index.ts';
import { EmptyState, Skeleton } from '../../ui/empty-state.tsx';
import { useSettledRevision } from '../constitution/use-settled-revision.ts';
import { QueryError } from '../frame/query-error.tsx';
import { Agents } from './agents.tsx';
import { Circles } from './circles.tsx';
import { CourseView } from './course-view.tsx';
import { Issues } from './issues.tsx';
import { Outlooks } from './outlooks.tsx';
import { Processes } from './processes.tsx';
import { Score } from './score.tsx';
import { StateLine } from './state-line.tsx';

/** What the latest look has found, beside its course over time. */
function Found({ view }: { view: Output<'health:view'> }): ReactNode {
  const { t } = useTranslation();
  const { report, blocked } = view;
  if (report === null) return <EmptyState title={t('panel.health.never')}>{t('panel.health.neverHow')}</EmptyState>;
  return (
    <div className="health">
      <div className="health-part">
        <CourseView process={null} />
        <Issues issues={report.issues} treatments={report.treatments} />
        <Outlooks outlooks={report.outlooks} />
      </div>
      <div className="health-part">
        <Score report={report} />
        <Processes processes={report.processes} issues={report.issues} />
        <Agents agents={report.agents} />
        <Circles circles={report.cycles} blocked={blocked} />
      </div>
    </div>
  );
}

/** Health of machine, processes, files and agents: now, over time, and what is to come. */
export function HealthView(): ReactNode {
  const { t } = useTranslation();
  const health = useGuardian(({ snapshot }) => snapshot?.health ?? null);
  const query = useQuery('health:view', null, { revision: useSettledRevision() });
  return (
    <div className="health-view">
      {health === null ? null : <StateLine health={health} />}
      <QueryError query={query} />
      {query.value === null && query.error === null ? <Skeleton rows={8} label={t('panel.loading')} /> : null}
      {query.value === null ? null : <Found view={query.value} />}
    </div>
  );
}
