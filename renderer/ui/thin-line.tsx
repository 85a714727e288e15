import type { ReactNode } from 'react';

const WIDTH = 96;
const HEIGHT = 16;
/** Half of the line's width: at 0 and 100 it is not cut off. */
const MARGIN = 1;

interface Props {
  /** Per cent, evenly spaced; null where nothing was measured. */
  values: readonly (number | null)[];
}

/** A line of per cents, for the eye only: the figure beside it says it in words. Holes stay holes. */
export function ThinLine({ values }: Props): ReactNode {
  return (
    <svg className="thin-line" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
      <path d={pathOf(values)} />
    </svg>
  );
}

function pathOf(values: readonly (number | null)[]): string {
  const step = WIDTH / Math.max(1, values.length - 1);
  const y = (value: number): string => (HEIGHT - MARGIN - (value / 100) * (HEIGHT - 2 * MARGIN)).toFixed(1);
  return values
    .map((value, index) => {
      if (value === null) return '';
      const isFirst = index === 0 || values[index - 1] === null;
      return `${isFirst ? 'M' : 'L'}${(index * step).toFixed(1)} ${y(value)}`;
    })
    .join('');
}
