import type { Clock } from '../../../kernel/clock.ts';
import { parentKey } from '../../../kernel/names.ts';

/** A difference that a full scan found. `arrivedAt`: epoch milliseconds; null for a file that is gone from Core. */
export interface ScanDifference {
  key: string;
  arrivedAt: number | null;
}

/** Notices that changes happen which no event tells of. */
export interface HearingTest {
  /** An event told that something in this folder changed. */
  heard(folder: string): void;
  /** Changes from before this moment could not be heard: the watches were not set. */
  begin(): void;
  /** What a full scan found. Those that happened since the last look, and that no event tells of even a while later, are the proof. */
  scanned(differences: readonly ScanDifference[]): void;
  /** Drops a judgement that is due: what was heard until now belongs to watches that are no more. */
  dispose(): void;
}

/** An event may come after the scan that saw its change; none takes this long. */
const GRACE_MS = 5000;

export function createHearingTest(clock: Clock, onDeaf: (keys: string[]) => void): HearingTest {
  let listeningSince: number | null = null;
  let lookedAt = 0;
  let missingBefore = new Set<string>();
  const announced = new Set<string>();
  let cancelTimer: (() => void) | undefined;

  const isNew = ({ key, arrivedAt }: ScanDifference): boolean =>
    arrivedAt === null ? !missingBefore.has(key) : arrivedAt > lookedAt;
  const isUnheard = ({ key }: ScanDifference): boolean => !announced.has(parentKey(key));
  const judge = (suspects: readonly ScanDifference[]): void => {
    cancelTimer = undefined;
    const unheard = suspects.filter(isUnheard).map(({ key }) => key);
    if (unheard.length > 0) onDeaf(unheard);
  };
  return {
    heard(folder) {
      announced.add(folder);
    },
    begin() {
      listeningSince = clock.now();
      lookedAt = listeningSince;
      missingBefore = new Set();
      announced.clear();
      cancelTimer?.();
      cancelTimer = undefined;
    },
    scanned(differences) {
      if (listeningSince === null) return;
      // The first look after setting the watches finds what happened before: only what arrived later speaks against them.
      const isFirst = lookedAt === listeningSince;
      const suspects = differences.filter((one) => isNew(one) && isUnheard(one) && !(isFirst && one.arrivedAt === null));
      lookedAt = Math.max(clock.now(), lookedAt + 1);
      missingBefore = new Set(differences.filter((one) => one.arrivedAt === null).map(({ key }) => key));
      // What was announced until now was for changes that this scan has seen.
      announced.clear();
      if (suspects.length === 0) return;
      cancelTimer?.();
      cancelTimer = clock.after(GRACE_MS, () => judge(suspects));
    },
    dispose() {
      cancelTimer?.();
      cancelTimer = undefined;
    },
  };
}
