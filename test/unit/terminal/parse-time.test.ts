import { expect, test } from 'vitest';
import { parseTime } from '../../../electron/terminal/parse-time.ts';

const NOW = new Date(2026, 1, 15, 12, 0, 0).getTime();
const HOUR = 3_600_000;

test.each([
  ['2h ago', NOW - 2 * HOUR],
  ['90m', NOW - 1.5 * HOUR],
  ['3d ago', NOW - 72 * HOUR],
  ['1w', NOW - 168 * HOUR],
  ['03:00', NOW - 9 * HOUR],
  ['2026-02-14', NOW - 36 * HOUR],
  ['2026-02-15T03:00', NOW - 9 * HOUR],
  ['2026-02-15 03:00:00', NOW - 9 * HOUR],
  [new Date(NOW - HOUR).toISOString(), NOW - HOUR],
  ['2026-01-31T09:00+09:00', Date.UTC(2026, 0, 31)],
])('%s is a moment', (text, at) => {
  expect(parseTime(text, NOW)).toBe(at);
});

test.each([
  '',
  'yesterday',
  '25:00',
  '13:00',
  '2026-02-30T00:00Z',
  '2026-02-30',
  '2027-01-01',
  '2h from now',
  '-2h',
  '1e3h',
  '2026-02-15T03:00+99:99',
])('%s is none, or not in the past', (text) => {
  expect(parseTime(text, NOW)).toBeNull();
});
