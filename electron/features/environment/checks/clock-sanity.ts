import { finding } from '../finding.ts';
import { outcomeOf, type Check } from './types.ts';

/** Nightguard did not exist before: a clock that says so has lost its battery. */
const EARLIEST = Date.UTC(2026, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);
/** Clocks are set back a little when they are synchronised. Milliseconds. */
const TOLERANCE_MS = 5 * 60_000;

/** The machine's clock is possible, and has not gone back since the last check: schedules, cooldowns and approvals stand on it. */
export const clockSanity: Check = {
  id: 'clock',
  name: 'Clock',
  category: 'machine',
  judgesActs: false,
  applicable: () => true,
  async check({ clock, lastCheckedAt }) {
    const now = clock.now();
    const time = new Date(now).toISOString();
    if (now < EARLIEST || now > LATEST)
      return outcomeOf('', [
        finding('clock-impossible', 'CLOCK', 'clock', { values: { time }, advice: 'set-clock', command: 'timedatectl' }),
      ]);
    if (lastCheckedAt !== null && now < lastCheckedAt - TOLERANCE_MS) {
      const values = { time, last: new Date(lastCheckedAt).toISOString() };
      return outcomeOf('', [
        finding('clock-back', 'CLOCK', 'clock', { severity: 'WARNING', values, advice: 'set-clock', command: 'timedatectl' }),
      ]);
    }
    return outcomeOf(time, []);
  },
};
