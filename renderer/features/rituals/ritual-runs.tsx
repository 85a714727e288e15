import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RitualRun } from '../../../shared/model/rituals.ts';
import { useQuery } from '../../api/index.ts';
import { Skeleton } from '../../ui/empty-state.tsx';
import { duration } from '../../ui/format.ts';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { Section } from '../../ui/section.tsx';
import { ClockTime } from '../../ui/times.tsx';
import { QueryError } from '../frame/query-error.tsx';
import { RunResult } from './run-result.tsx';

const SHOWN = 30;

/** What a run printed; asked for when somebody wants to see it. */
function Output({ run }: { run: number }): ReactNode {
  const { t } = useTranslation();
  const query = useQuery('rituals:output', { run });
  if (query.error !== null) return <QueryError query={query} />;
  if (query.value === null) return <Skeleton rows={1} label={t('panel.loading')} />;
  if (query.value.output === '') return <p className="soft small">{t('panel.rituals.noOutput')}</p>;
  return (
    <ScrollArea className="output" label={t('panel.rituals.output')}>
      <pre>{query.value.output}</pre>
    </ScrollArea>
  );
}

function Run({ run }: { run: RitualRun }): ReactNode {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState(false);
  const { startedAt, finishedAt, detail } = run;
  return (
    <li className="verification" data-run={run.id}>
      <div className="row-line wrap">
        <ClockTime at={startedAt ?? run.scheduledFor} />
        <RunResult run={run} />
        {startedAt === null ? null : (
          <span className="soft small">
            {finishedAt === null ? null : `${duration(finishedAt - startedAt, i18n.language)} · `}
            {t(`panel.rituals.trigger.${run.trigger}`)}
          </span>
        )}
      </div>
      {detail === '' ? null : <p className="given small">{detail}</p>}
      {startedAt === null || finishedAt === null ? null : (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary className="small">{t('panel.rituals.output')}</summary>
          {open ? <Output run={run.id} /> : null}
        </details>
      )}
    </li>
  );
}

/** The newest runs of a ritual, those that were missed or skipped among them. */
export function RitualRuns({ name, revision }: { name: string; revision: number }): ReactNode {
  const { t } = useTranslation();
  const query = useQuery('rituals:runs', { name, limit: SHOWN }, { revision });
  return (
    <Section title={t('panel.rituals.runs')}>
      <QueryError query={query} />
      {query.value === null && query.error === null ? <Skeleton rows={3} label={t('panel.loading')} /> : null}
      {query.value?.length === 0 ? <p className="pad soft">{t('panel.rituals.never')}</p> : null}
      <ul className="plain-list">
        {query.value?.map((run) => (
          <Run key={run.id} run={run} />
        ))}
      </ul>
    </Section>
  );
}
