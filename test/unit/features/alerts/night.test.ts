import { afterEach, expect, test, vi } from 'vitest';
import { lastNightBefore, nextMorning } from '../../../../electron/features/alerts/night/night-hours.ts';
import {
  isEventful,
  severityOfNight,
  tellNight,
  type NightFacts,
} from '../../../../electron/features/alerts/night/tell-night.ts';
import { nightText } from '../../../../electron/platform/headless/alert-channels/message-text.ts';
import { createTranslator } from '../../../../shared/locales/index.ts';

const HOURS = { from: '23:00', to: '07:00' };
const at = (day: number, hour: number, minute = 0): number => new Date(2026, 10, day, hour, minute).getTime();

afterEach(() => vi.unstubAllEnvs());

test('the last night is the one that has ended, also when the hours lie on one day', () => {
  expect(lastNightBefore(at(20, 7), HOURS)).toEqual({ from: at(19, 23), to: at(20, 7) });
  expect(lastNightBefore(at(20, 6, 59), HOURS)).toEqual({ from: at(18, 23), to: at(19, 7) });
  expect(lastNightBefore(at(20, 12), { from: '01:00', to: '05:30' })).toEqual({ from: at(20, 1), to: at(20, 5, 30) });
  expect(lastNightBefore(at(20, 12), { from: '07:00', to: '07:00' })).toBeNull();
  expect(nextMorning(at(20, 7), HOURS)).toBe(at(21, 7));
  expect(nextMorning(at(20, 6), HOURS)).toBe(at(20, 7));
});

test('a night in which the clock changes ends at its hour', () => {
  vi.stubEnv('TZ', 'Europe/Berlin');
  const night = lastNightBefore(new Date(2026, 2, 29, 12).getTime(), HOURS);
  expect((night?.to ?? 0) - (night?.from ?? 0)).toBe(7 * 3_600_000);
  const autumn = lastNightBefore(new Date(2026, 9, 25, 12).getTime(), HOURS);
  expect((autumn?.to ?? 0) - (autumn?.from ?? 0)).toBe(9 * 3_600_000);
});

const NOTHING: NightFacts = { releases: [], runs: [], held: [], approvals: [], healed: [], provenAt: null };
const NIGHT = { from: at(19, 23), to: at(20, 7) };

test('a night has five lines at most, and names the first of what it counts', () => {
  const release = { kind: 'update' as const, status: 'SUCCESS' as const, files: 2 };
  const night = tellNight(NIGHT, {
    releases: [
      { ...release, id: 'R-0001' },
      { ...release, id: 'R-0002', kind: 'rollback' },
      { ...release, id: 'R-0003', status: 'ROLLED_BACK' },
      { ...release, id: 'R-0004', status: 'FAILED' },
    ],
    runs: (['done', 'failed', 'missed', 'missed', 'superseded', 'skipped', 'handed-over'] as const).map((result, index) => ({
      ritual: `RITUAL_${index}`,
      result,
    })),
    held: ['a.py', 'b.py', 'c.py', 'd.py'],
    approvals: ['Write'],
    healed: ['The disk is full'],
    fixes: ['KeyError in fetch_trends'],
    fixesFailed: [],
    provenAt: at(20, 6, 58),
  });
  expect(nightText(night, createTranslator('en'))).toEqual([
    '2 files updated (R-0001) · 1 rollback (R-0002) · 1 ritual done (RITUAL_0) · 1 task handed to agents (RITUAL_6) · 1 fix applied (KeyError in fetch_trends)',
    '4 files held (a.py, b.py, c.py, …) · 1 request waits for approval (Write)',
    '1 problem over (The disk is full)',
    '1 update rolled back (R-0003) · 1 update failed (R-0004) · 1 ritual failed (RITUAL_1) · 2 rituals missed (RITUAL_2, RITUAL_3)',
    'proven good at 06:58',
  ]);
  expect(severityOfNight(night)).toBe('ERROR');
});

test('a night without a proof never says that all was good', () => {
  const never = tellNight(NIGHT, NOTHING);
  expect(nightText(never, createTranslator('en'))).toEqual(['never proven good']);
  expect(isEventful(never)).toBe(false);
  const before = tellNight(NIGHT, { ...NOTHING, provenAt: at(19, 22) });
  expect(nightText(before, createTranslator('ko'))).toEqual(['밤사이 정상 확인 없음, 마지막 확인 22:00']);
});
