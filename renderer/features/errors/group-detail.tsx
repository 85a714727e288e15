import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { ErrorGroup, ErrorReport } from '../../../shared/model/annealing.ts';
import { useAct, useGuardian, useQuery } from '../../api/index.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/empty-state.tsx';
import { Section } from '../../ui/section.tsx';
import { RelativeTime } from '../../ui/times.tsx';
import { openRollback } from '../frame/navigation.ts';
import { QueryError } from '../frame/query-error.tsx';
import { Context, Source } from './circumstances.tsx';
import { FixLine } from './fix-line.tsx';
import { GroupActs } from './group-acts.tsx';
import { GroupState } from './group-state.tsx';
import { Sparkline } from './sparkline.tsx';
import { Stack } from './stack.tsx';
import { Suggestions } from './suggestions.tsx';

interface Props {
  id: number;
  /** Its key, where the list knows it. */
  name: string;
  others: readonly ErrorGroup[];
  onSelect: (id: number | null) => void;
  onChanged: () => void;
}

function Head({ report: { group, hours } }: { report: ErrorReport }): ReactNode {
  const { t } = useTranslation();
  const suspect = group.analysis?.suspect ?? null;
  return (
    <>
      <p className="row-line wrap">
        <GroupState state={group.state} />
        <span>{t('panel.annealing.count', { count: group.count, total: group.total })}</span>
        <Sparkline hours={hours} />
      </p>
      <p className="soft small">
        <Trans i18nKey="panel.annealing.first" components={{ time: <RelativeTime at={group.firstSeen} /> }} />
        {' · '}
        <Trans i18nKey="panel.annealing.last" components={{ time: <RelativeTime at={group.lastSeen} /> }} />
      </p>
      {suspect === null ? null : (
        <p className="row-line wrap">
          <span>{t('panel.annealing.suspect', { minutes: suspect.minutesBefore, release: suspect.release })}</span>
          <Button compact onClick={() => openRollback({ kind: 'release', release: suspect.release })}>
            {t('panel.annealing.rollBack', { release: suspect.release })}
          </Button>
        </p>
      )}
    </>
  );
}

function Causes({ group, onChanged }: { group: ErrorGroup; onChanged: () => void }): ReactNode {
  const { t } = useTranslation();
  const act = useAct('errors:split');
  if (group.fingerprints.length < 2) return null;
  const split = async (fingerprint: string): Promise<void> => {
    if ((await act.run({ id: group.id, fingerprint })) !== null) onChanged();
  };
  return (
    <Section title={t('panel.annealing.causes')} total={group.fingerprints.length}>
      <ul className="pad">
        {group.fingerprints.map((fingerprint) => (
          <li key={fingerprint} className="row-line">
            <code translate="no">{fingerprint.slice(0, 20)}</code>
            <Button
              compact
              look="quiet"
              disabled={act.busy}
              aria-label={t('panel.annealing.split', { fingerprint: fingerprint.slice(0, 20) })}
              onClick={() => void split(fingerprint)}
            >
              {t('panel.annealing.splitShort')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Related({
  ids,
  others,
  onSelect,
}: {
  ids: readonly number[];
  others: readonly ErrorGroup[];
  onSelect: (id: number) => void;
}): ReactNode {
  const { t } = useTranslation();
  const known = others.filter(({ id }) => ids.includes(id));
  if (known.length === 0) return null;
  return (
    <Section title={t('panel.annealing.related')} total={known.length}>
      <ul className="pad">
        {known.map((group) => (
          <li key={group.id}>
            <Button compact look="quiet" onClick={() => onSelect(group.id)}>
              {group.key} · {group.message}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** One group with everything that is known of it and what can be done. */
export function GroupDetail({ id, name, others, onSelect, onChanged }: Props): ReactNode {
  const { t } = useTranslation();
  const revision = useGuardian(({ snapshot }) => snapshot?.revision ?? 0);
  const query = useQuery('errors:report', { id, fresh: false }, { revision, keep: true });
  const changed = (): void => {
    query.reload();
    onChanged();
  };
  return (
    <article className="detail">
      {/* There from the start: it takes the focus. */}
      <h2 tabIndex={-1} translate="no">
        {query.value?.group.key ?? name}
      </h2>
      <QueryError query={query} />
      {query.value === null ? (
        query.error === null ? (
          <Skeleton rows={8} label={t('panel.loading')} />
        ) : null
      ) : (
        <Body report={query.value} others={others} onSelect={onSelect} onChanged={changed} />
      )}
    </article>
  );
}

function Body({ report, others, onSelect, onChanged }: Omit<Props, 'id' | 'name'> & { report: ErrorReport }): ReactNode {
  const { group, events } = report;
  const event = events[0];
  const source = group.analysis?.source ?? null;
  return (
    <>
      <Head report={report} />
      <FixLine fix={group.fix} />
      <GroupActs group={group} others={others} onChanged={onChanged} onSelect={onSelect} />
      <Suggestions analysis={group.analysis} />
      {event === undefined ? null : <Stack event={event} />}
      {source === null ? null : <Source source={source} failing={group.line} />}
      {event === undefined ? null : <Context event={event} />}
      <Causes group={group} onChanged={onChanged} />
      <Related ids={group.analysis?.related ?? []} others={others} onSelect={onSelect} />
    </>
  );
}
