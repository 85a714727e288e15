import { judgeMemory, type LeakVerdict, type MemorySample } from '../forecast/leak.ts';

/** More samples than these are thinned to half: the course over days counts, not each look. */
const MOST = 960;

/** The memory of one process over its life. */
export interface MemoryCourse {
  add(at: number, mb: number): LeakVerdict;
  /** The least of the first fifth of its time; null before there is anything. */
  baselineMb(): number | null;
  newest(count: number): readonly MemorySample[];
  /** How much it is above its baseline. */
  increaseMb(): number;
}

/** `past` is what is known from before, oldest first. */
export function createMemoryCourse(past: readonly MemorySample[], limitMb: number): MemoryCourse {
  let samples = thin([...past]);
  const baseline = (): number | null =>
    samples.length === 0 ? null : Math.min(...samples.slice(0, Math.max(1, Math.floor(samples.length / 5))).map(({ mb }) => mb));
  return {
    add(at, mb) {
      samples = thin([...samples, { at, mb }]);
      return judgeMemory(samples, limitMb);
    },
    baselineMb: baseline,
    newest: (count) => samples.slice(-count),
    increaseMb: () => (samples.at(-1)?.mb ?? 0) - (baseline() ?? 0),
  };
}

/** Every other one goes, but never the newest. */
const thin = (samples: MemorySample[]): MemorySample[] => {
  let left = samples;
  while (left.length > MOST) left = left.filter((_, index) => (left.length - 1 - index) % 2 === 0);
  return left;
};
