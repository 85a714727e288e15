import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const WIDTH = 72;
const HEIGHT = 16;

/** Events an hour over the last 24 hours; the total is said in words. */
export function Sparkline({ hours }: { hours: readonly number[] }): ReactNode {
  const { t } = useTranslation();
  const most = Math.max(1, ...hours);
  const words = t('panel.annealing.hours', { total: hours.reduce((sum, count) => sum + count, 0) });
  const step = WIDTH / Math.max(1, hours.length);
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn here, from numbers: there is no file for an img
    <svg className="sparkline" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words}>
      <title>{words}</title>
      {hours.map((count, hour) => {
        const height = count === 0 ? 1 : Math.max(2, (count / most) * HEIGHT);
        return <rect key={hour * step} x={hour * step} y={HEIGHT - height} width={step - 1} height={height} />;
      })}
    </svg>
  );
}
