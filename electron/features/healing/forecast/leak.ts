/** Memory of one process, oldest first. */
export interface MemorySample {
  /** Epoch milliseconds. */
  at: number;
  mb: number;
}

export type LeakVerdict =
  | { state: 'steady' }
  /** It rises without end in sight, but is not above the limit yet. */
  | { state: 'rising'; mbPerHour: number }
  | { state: 'leaking'; baselineMb: number; currentMb: number; increaseMb: number };

const HOUR_MS = 3_600_000;
/** A start is not yet a course. */
const FEWEST = 20;
const SPANS = 5;

/**
 * What the memory of a process does. The baseline is the least of the first samples after its start has settled; more than `limitMb`
 * above it is the seed's leak. Rising: the least of each fifth of the time is above that of the fifth before, all the way: what a
 * collector frees again never looks like that.
 */
export function judgeMemory(samples: readonly MemorySample[], limitMb: number): LeakVerdict {
  const last = samples.at(-1);
  if (last === undefined || samples.length < FEWEST) return { state: 'steady' };
  const floors = Array.from({ length: SPANS }, (_, span) => floorOf(samples, span));
  const [baselineMb = last.mb] = floors;
  const increaseMb = last.mb - baselineMb;
  if (increaseMb > limitMb) return { state: 'leaking', baselineMb, currentMb: last.mb, increaseMb };
  const hours = (last.at - (samples[0]?.at ?? last.at)) / HOUR_MS;
  const rise = (floors.at(-1) ?? baselineMb) - baselineMb;
  const isRising = floors.every((floor, span) => span === 0 || floor > (floors[span - 1] ?? floor) * SLACK);
  // A tenth of the limit is more than what a program learns in its first hours.
  if (!isRising || rise < limitMb / 10 || hours <= 0) return { state: 'steady' };
  return { state: 'rising', mbPerHour: rise / (hours * (1 - 1 / SPANS)) };
}

/** Each fifth must lie above the one before by more than rounding. */
const SLACK = 1.005;

function floorOf(samples: readonly MemorySample[], span: number): number {
  const size = samples.length / SPANS;
  const part = samples.slice(Math.floor(span * size), Math.floor((span + 1) * size));
  return part.reduce((least, { mb }) => Math.min(least, mb), Infinity);
}
