import { expect, test } from 'vitest';
import { minutesUntilTomorrow, momentText } from '../../../electron/shell/moment.ts';

test('a pause until tomorrow ends at seven in the morning', () => {
  const now = new Date(2026, 10, 20, 22, 30, 15).getTime();
  const end = new Date(now + minutesUntilTomorrow(now) * 60_000);
  expect([end.getDate(), end.getHours(), end.getMinutes()]).toEqual([21, 7, 0]);
});

test('shortly after midnight tomorrow is still the next day', () => {
  const now = new Date(2026, 10, 20, 0, 5).getTime();
  expect(new Date(now + minutesUntilTomorrow(now) * 60_000).getDate()).toBe(21);
});

test('midnight is 00:00, never 24:00', () => {
  const midnight = new Date(2026, 10, 20, 0, 0).getTime();
  expect(momentText(midnight, midnight, 'en')).toBe('00:00');
});
