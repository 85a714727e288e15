import { execFileSync } from 'node:child_process';
import { monitorEventLoopDelay } from 'node:perf_hooks';

export interface Timed<T> {
  ms: number;
  /** Longest time that the event loop was kept from turning, in milliseconds. */
  blockedMs: number;
  result: T;
}

export async function timed<T>(work: () => Promise<T> | T): Promise<Timed<T>> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const began = performance.now();
  const result = await work();
  const ms = performance.now() - began;
  delay.disable();
  return { ms, blockedMs: delay.max / 1e6, result };
}

/** The best of several runs: noise only ever adds. */
export async function best<T>(runs: number, work: () => Promise<T> | T): Promise<Timed<T>> {
  let fastest = await timed(work);
  for (let run = 1; run < runs; run += 1) {
    const next = await timed(work);
    if (next.ms < fastest.ms) fastest = next;
  }
  return fastest;
}

export const shell = (command: string): string => execFileSync('bash', ['-c', command], { encoding: 'utf8', maxBuffer: 1 << 28 });

const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

export interface Row {
  name: string;
  ours: number;
  /** Longest block of our event loop. */
  blockedMs?: number;
  peer: string;
  theirs: number;
  /** Ratio that the issue asks for. */
  goal?: number;
}

/** One line a measurement: ours, the peer's, the ratio, and whether the goal was reached. */
export function print({ name, ours, blockedMs, peer, theirs, goal }: Row): void {
  const ratio = ours / theirs;
  const verdict = goal === undefined ? '' : `  goal ≤ ${goal}  ${ratio <= goal ? 'reached' : 'NOT reached'}`;
  const blocked = blockedMs === undefined ? '' : `  (loop blocked ≤ ${blockedMs.toFixed(1)} ms)`;
  console.log(
    `${name.padEnd(44)} ${ms(ours).padStart(9)}  ${peer}: ${ms(theirs)}  ratio ${ratio.toFixed(2)}${verdict}${blocked}`,
  );
}
