import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Gauges } from '../../../shared/model/healing.ts';
import type { Gauge } from './last-day.ts';

/** What a gauge shows: per cent, a score without a unit, or that it could not be measured. */
export function Figure({ gauge, gauges }: { gauge: Gauge; gauges: Gauges }): ReactNode {
  const { t } = useTranslation();
  const value = gauges[gauge];
  if (value === null)
    return (
      <span className="soft" title={t('panel.health.notMeasured')}>
        –<span className="visually-hidden"> {t('panel.health.notMeasured')}</span>
      </span>
    );
  return <strong>{gauge === 'score' ? value : t('panel.health.percent', { value: Math.round(value) })}</strong>;
}
