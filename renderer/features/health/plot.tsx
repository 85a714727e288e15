import { useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Course } from '../../../shared/model/healing.ts';
import { useGuardian } from '../../api/index.ts';

const HEIGHT = 160;
/** Between two times on the axis: Korean ones are some 60 pixels wide. */
const LABEL = 90;
/** Dashes tell lines apart where colours do not. */
const DASHES: Readonly<Record<Course['lines'][number]['name'], number[]>> = {
  cpu: [],
  memory: [6, 3],
  disk: [2, 3],
  score: [10, 3, 2, 3],
  process: [],
};

const DARK = matchMedia('(prefers-color-scheme: dark)');
const onScheme = (listener: () => void): (() => void) => {
  DARK.addEventListener('change', listener);
  return () => DARK.removeEventListener('change', listener);
};

const dataOf = ({ at, lines }: Course): uPlot.AlignedData => [
  at.map((ms) => ms / 1000),
  ...lines.map(({ values }) => [...values]),
];

/** Lines over time. For the eye: the figures below say the same. Holes stay holes. */
export function Plot({ course }: { course: Course }): ReactNode {
  const isDark = useSyncExternalStore(onScheme, () => DARK.matches);
  const theme = useGuardian(({ info }) => info?.settings.theme ?? 'system');
  // Colours are read when it is drawn: with another theme it is another canvas.
  return <Canvas key={`${theme} ${String(isDark)}`} course={course} />;
}

function Canvas({ course }: { course: Course }): ReactNode {
  const { i18n } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const colour = (name: string): string => resolved(element, name);
    const plot = new uPlot(optionsOf(course, element.clientWidth, colour, i18n.language), dataOf(course), element);
    const observer = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: HEIGHT }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      plot.destroy();
    };
  }, [course, i18n.language]);
  return <div className="plot" ref={place} aria-hidden />;
}

/** A colour of the tokens as a canvas takes it: `light-dark()` is not for canvases. */
function resolved(element: HTMLElement, name: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  element.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

function optionsOf(course: Course, width: number, colour: (name: string) => string, language: string): uPlot.Options {
  const soft = colour('--text-soft');
  const border = colour('--border');
  const axis = { stroke: soft, grid: { stroke: border, width: 1 }, ticks: { stroke: border, width: 1 }, font: '11px system-ui' };
  const isShare = course.lines.every(({ name }) => name !== 'process');
  return {
    width,
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    scales: { y: { range: isShare ? [0, 100] : (_plot, _least, most) => [0, Math.max(1, most * 1.1)] } },
    axes: [
      { ...axis, space: LABEL, values: (_plot, splits) => timesOf(splits, course, language) },
      { ...axis, size: 44, values: (_plot, splits) => splits.map((value) => new Intl.NumberFormat(language).format(value)) },
    ],
    series: [
      {},
      ...course.lines.map(({ name }) => ({
        stroke: colour(`--line-${name}`),
        width: 1.5,
        dash: DASHES[name],
        points: { show: false },
        spanGaps: false,
      })),
    ],
  };
}

const DAY_MS = 86_400_000;

function timesOf(splits: readonly number[], { at }: Course, language: string): string[] {
  const length = (at.at(-1) ?? 0) - (at[0] ?? 0);
  const format = new Intl.DateTimeFormat(
    language,
    length <= 2 * DAY_MS ? { hour: '2-digit', minute: '2-digit' } : { month: 'short', day: 'numeric' },
  );
  return splits.map((seconds) => format.format(seconds * 1000));
}
