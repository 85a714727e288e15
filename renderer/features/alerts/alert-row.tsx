import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Alert } from '../../../shared/model/alerts.ts';
import { useAct } from '../../api/index.ts';
import { Button } from '../../ui/button.tsx';
import { RelativeTime } from '../../ui/times.tsx';
import { useReportedAct } from '../frame/use-reported-act.ts';
import { Severity } from './severity.tsx';

/** Since when it goes on, how often it was told, who knows of it. */
function Told({ alert }: { alert: Alert }): ReactNode {
  const { t } = useTranslation();
  const { since, goneAt, acknowledgedAt, acknowledgedBy, toldTimes, open } = alert;
  return (
    <p className="soft small">
      <Trans i18nKey="panel.alerts.since" components={{ time: <RelativeTime at={since} /> }} />
      {open > 1 ? ` · ${t('alerts.items', { count: open })}` : ''}
      {goneAt === null ? ` · ${t('panel.alerts.told', { count: toldTimes })}` : ''}
      {acknowledgedAt === null ? '' : ` · ${t('panel.alerts.by', { name: acknowledgedBy })}`}
      {goneAt === null ? null : (
        <>
          {' · '}
          <Trans i18nKey="panel.alerts.over" components={{ time: <RelativeTime at={goneAt} /> }} />
        </>
      )}
    </p>
  );
}

/** One cause, however many things suffer from it, with the way to end its reminders. */
export function AlertRow({ alert }: { alert: Alert }): ReactNode {
  const { t } = useTranslation();
  const act = useAct('alerts:ack');
  const acknowledge = useReportedAct(act);
  return (
    <li className="row" data-cause={alert.cause}>
      <div className="row-text">
        <p className="row-line wrap">
          <Severity alert={alert} />
          <span>{alert.title}</span>
        </p>
        {alert.detail === '' ? null : <p className="given small">{alert.detail}</p>}
        <Told alert={alert} />
      </div>
      {alert.goneAt === null && alert.acknowledgedAt === null ? (
        <Button
          compact
          disabled={act.busy}
          onClick={() => acknowledge({ cause: alert.cause })}
          aria-label={t('panel.alerts.named', { act: t('panel.alerts.ack'), name: alert.title })}
        >
          {t('panel.alerts.ack')}
        </Button>
      ) : null}
    </li>
  );
}
