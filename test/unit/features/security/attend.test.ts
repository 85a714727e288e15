import { beforeEach, expect, test } from 'vitest';
import { attendSecurity, type AttendOptions } from '../../../../electron/features/security/attend.ts';
import { silentLog } from '../../../../electron/kernel/ports/log.ts';
import { createManualClock } from '../updates/watch/manual-clock.ts';

const HOUR = 3_600_000;

let asked: string[];
let runs: (() => void)[];
let wanted: () => void;
let state: { waiting: boolean; interrupted: boolean; unlooked: number | null };
let clock: ReturnType<typeof createManualClock>;

beforeEach(() => {
  asked = [];
  runs = [];
  clock = createManualClock(100 * HOUR);
  state = { waiting: false, interrupted: false, unlooked: null };
});

/** Runs stay open until the test ends them. */
function attend(over: Partial<AttendOptions> = {}) {
  return attendSecurity({
    security: {
      run: ({ trigger, force = false }) => {
        asked.push(`${trigger}${force ? ' forced' : ''}`);
        return new Promise((resolve) => runs.push(() => resolve({} as never)));
      },
    },
    clock,
    log: silentLog,
    onWanted: (look) => {
      wanted = look;
      return () => undefined;
    },
    recover: () => {
      asked.push('recover');
      return Promise.resolve();
    },
    isInterrupted: () => state.interrupted,
    isWaiting: () => state.waiting,
    unlookedSince: () => state.unlooked,
    ...over,
  });
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('what a crash interrupted is ended at the start', async () => {
  state.interrupted = true;
  await attend().dispose();
  expect(asked).toEqual(['recover']);
});

test('an approval goes on at once, and only where something waits', async () => {
  const attending = attend();
  wanted();
  expect(asked).toEqual([]);
  state.waiting = true;
  wanted();
  expect(asked).toEqual(['approval forced']);
  await attending.dispose();
});

test('an approval that comes while another run is at work is not lost', async () => {
  state.waiting = true;
  const attending = attend();
  wanted();
  wanted();
  expect(asked).toEqual(['approval forced']);
  runs[0]?.();
  await settle();
  expect(asked).toEqual(['approval forced', 'approval forced']);
  await attending.dispose();
});

test('a run that could not look is tried again after four hours, and no sooner', async () => {
  const attending = attend();
  state.unlooked = clock.now();
  clock.advance(3.9 * HOUR);
  expect(asked).toEqual([]);
  clock.advance(0.3 * HOUR);
  expect(asked).toEqual(['schedule']);
  await attending.dispose();
  clock.advance(24 * HOUR);
  expect(asked).toEqual(['schedule']);
});
