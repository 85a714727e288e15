import { expect, test, vi } from 'vitest';
import { createHearingTest } from '../../../../../electron/features/updates/watch/deafness.ts';
import { createManualClock } from './manual-clock.ts';

const clock = createManualClock();
const setUp = (): { onDeaf: ReturnType<typeof vi.fn>; hearing: ReturnType<typeof createHearingTest> } => {
  const onDeaf = vi.fn<(keys: string[]) => void>();
  const hearing = createHearingTest(clock, onDeaf);
  hearing.begin();
  clock.advance(1000);
  return { onDeaf, hearing };
};

test('a change since the last look that no event tells of is proof of deafness', () => {
  const { onDeaf, hearing } = setUp();
  hearing.scanned([]);
  hearing.scanned([{ key: 'lib/a.py', arrivedAt: clock.now() + 1000 }]);
  clock.advance(10_000);
  expect(onDeaf.mock.calls).toEqual([[['lib/a.py']]]);
});

test('a change that was announced, before the scan or a little after it, is none', () => {
  const { onDeaf, hearing } = setUp();
  hearing.heard('lib');
  hearing.scanned([
    { key: 'lib/a.py', arrivedAt: clock.now() },
    { key: 'late.py', arrivedAt: clock.now() },
  ]);
  clock.advance(1000);
  hearing.heard('');
  clock.advance(10_000);
  expect(onDeaf).not.toHaveBeenCalled();
});

test('what was there before the watches were set is none', () => {
  const { onDeaf, hearing } = setUp();
  hearing.scanned([
    { key: 'old.py', arrivedAt: clock.now() - 60_000 },
    { key: 'gone.py', arrivedAt: null },
  ]);
  clock.advance(10_000);
  expect(onDeaf).not.toHaveBeenCalled();
});

test('what stays held from scan to scan is none', () => {
  const { onDeaf, hearing } = setUp();
  const held = [{ key: 'held.py', arrivedAt: clock.now() - 60_000 }, { key: 'gone.py', arrivedAt: null }]; // prettier-ignore
  for (let hour = 0; hour < 5; hour += 1) {
    hearing.scanned(held);
    clock.advance(3_600_000);
  }
  expect(onDeaf).not.toHaveBeenCalled();
});

test('a file that vanished unheard between two scans is proof', () => {
  const { onDeaf, hearing } = setUp();
  hearing.scanned([]);
  clock.advance(3_600_000);
  hearing.scanned([{ key: 'lib/gone.py', arrivedAt: null }]);
  clock.advance(10_000);
  expect(onDeaf).toHaveBeenCalledWith(['lib/gone.py']);
});
