import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Health } from '../../../shared/model/healing.ts';
import { useNow } from '../../ui/format.ts';
import { ThinLine } from '../../ui/thin-line.tsx';
import { RelativeTime } from '../../ui/times.tsx';
import { goTo } from '../frame/navigation.ts';
import { Figure } from '../health/figure.tsx';
import { GAUGES, lastDay } from '../health/last-day.ts';

/** A look that is younger than this is the present. Milliseconds. */
const FRESH_MS = 120_000;

/** When it was looked at last, where that is long ago: old figures must not pass for the present. */
function Age({ health }: { health: Health }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const { lastCheckAt } = health;
  if (lastCheckAt === null) return t('panel.health.never');
  if (health.status !== 'UNKNOWN' || now - lastCheckAt < FRESH_MS) return null;
  return <Trans i18nKey="panel.health.looked" components={{ time: <RelativeTime at={lastCheckAt} /> }} />;
}

/** The machine and the score at a glance, each with its last 24 hours; a click leads to Health. */
export function Gauges({ health }: { health: Health }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  return (
    <section className="gauges" aria-label={t('panel.health.gauges')}>
      <div className="gauge-row">
        {GAUGES.map((gauge) => (
          <button key={gauge} type="button" className="gauge" data-gauge={gauge} onClick={() => goTo('health')}>
            <span className="gauge-figure">
              <span className="soft">{t(`panel.health.gauge.${gauge}`)}</span> <Figure gauge={gauge} gauges={health.gauges} />
            </span>
            <ThinLine values={lastDay(health.history, gauge, now)} />
          </button>
        ))}
      </div>
      <p className="soft small">
        <Age health={health} />
      </p>
    </section>
  );
}
