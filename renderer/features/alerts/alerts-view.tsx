import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alert } from '../../../shared/model/alerts.ts';
import { useQuery } from '../../api/index.ts';
import { EmptyState, Skeleton } from '../../ui/empty-state.tsx';
import { Section } from '../../ui/section.tsx';
import { useSettledRevision } from '../constitution/use-settled-revision.ts';
import { QueryError } from '../frame/query-error.tsx';
import { AlertRow } from './alert-row.tsx';
import { Channels } from './channels.tsx';
import { Deliveries } from './deliveries.tsx';

const SHOWN = 50;

function Over({ alerts }: { alerts: readonly Alert[] }): ReactNode {
  const { t } = useTranslation();
  if (alerts.length === 0) return null;
  return (
    <details className="pad">
      <summary className="soft">{t('panel.alerts.overTitle', { count: alerts.length })}</summary>
      <ul>
        {alerts.map((alert) => (
          <AlertRow key={`${alert.cause}${alert.since}`} alert={alert} />
        ))}
      </ul>
    </details>
  );
}

/** Open causes with their acknowledgement, what is over, and whether messages arrive. */
export function AlertsView(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery('alerts:list', { limit: SHOWN }, { revision: useSettledRevision() });
  const { value } = query;
  const open = value?.alerts.filter(({ goneAt }) => goneAt === null) ?? [];
  return (
    <div className="column">
      <QueryError query={query} />
      {value === null && query.error === null ? <Skeleton rows={6} label={t('panel.loading')} /> : null}
      {value !== null && open.length === 0 ? (
        <EmptyState title={t('panel.alerts.empty')}>{t('panel.alerts.emptyHow')}</EmptyState>
      ) : null}
      {open.length === 0 ? null : (
        <Section title={t('panel.alerts.open')} total={open.length}>
          <ul>
            {open.map((alert) => (
              <AlertRow key={alert.cause} alert={alert} />
            ))}
          </ul>
        </Section>
      )}
      {value === null ? null : (
        <>
          <Over alerts={value.alerts.filter(({ goneAt }) => goneAt !== null)} />
          <Channels channels={value.channels} />
          <Deliveries deliveries={value.deliveries} />
        </>
      )}
    </div>
  );
}
