import type { Clock } from '../../../kernel/clock.ts';

/** Gathers dirty folders until nothing has happened for the quiet time. */
export interface QuietBatch {
  /** `path` is what happened to; `folders` are the folders to look at for it. */
  add(path: string, folders: readonly string[]): void;
  /** Forgets what was gathered and its timer: a full scan will see it, or it must not be believed. */
  drop(): void;
}

export interface QuietBatchOptions {
  quietMs: number;
  clock: Clock;
  /** How many paths wait; called at once, and with 0 when they wait no more. */
  waiting: (paths: number) => void;
  quiet: (folders: string[]) => void;
}

/** Each new event starts the quiet time again, without a cap: a set that still arrives is not a set. */
export function createQuietBatch({ quietMs, clock, waiting, quiet }: QuietBatchOptions): QuietBatch {
  const folders = new Set<string>();
  const paths = new Set<string>();
  let lastEventAt = 0;
  let cancelTimer: (() => void) | undefined;

  const clear = (): void => {
    cancelTimer?.();
    cancelTimer = undefined;
    folders.clear();
    if (paths.size === 0) return;
    paths.clear();
    waiting(0);
  };
  // One timer for a storm of events: it asks when it rings, instead of being set anew by each of them.
  const ring = (): void => {
    const left = lastEventAt + quietMs - clock.now();
    if (left > 0 && left <= quietMs) {
      cancelTimer = clock.after(left, ring);
      return;
    }
    const batch = [...folders].sort();
    clear();
    quiet(batch);
  };
  return {
    add(path, dirty) {
      for (const folder of dirty) folders.add(folder);
      const known = paths.size;
      paths.add(path);
      lastEventAt = clock.now();
      cancelTimer ??= clock.after(quietMs, ring);
      if (paths.size > known) waiting(paths.size);
    },
    drop: clear,
  };
}
