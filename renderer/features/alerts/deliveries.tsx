import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '../../../shared/model/alerts.ts';
import { ClockTime } from '../../ui/times.tsx';

/** The newest messages, one line each: when, where to, what became of it. Folded away: channels say it shorter. */
export function Deliveries({ deliveries }: { deliveries: readonly Delivery[] }): ReactNode {
  const { t } = useTranslation();
  if (deliveries.length === 0) return null;
  return (
    <details className="pad">
      <summary className="soft">{t('panel.alerts.deliveries')}</summary>
      <ul className="plain-list">
        {deliveries.map(({ id, channel, state, at, attempts, error }) => (
          <li key={id}>
            <ClockTime at={at} />
            <span translate="no">{channel}</span>
            <span className="soft">
              {t(`panel.alerts.delivery.${state}`)}
              {attempts > 1 ? ` · ${t('panel.alerts.attempts', { count: attempts })}` : ''}
              {error === '' ? '' : ` · ${error}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
