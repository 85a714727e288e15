import type { LastNight } from '../../../shared/model/alerts.ts';
import { HOUR, NOW } from './fixtures.ts';

/** A night in which everything happened that a morning report can tell. */
export const FULL_NIGHT: LastNight = {
  from: NOW - 11 * HOUR,
  to: NOW - 3 * HOUR,
  lines: [
    {
      kind: 'done',
      parts: [
        { what: 'files', count: 7, names: ['R-0141'] },
        { what: 'rituals', count: 2, names: ['DAILY_AUTONOMOUS_DEVELOPMENT', 'BUILD'] },
      ],
    },
    { kind: 'held', parts: [{ what: 'held', count: 1, names: ['libs/core_config.py'] }] },
    { kind: 'healed', parts: [{ what: 'healed', count: 1, names: ['Core folder not found'] }] },
    {
      kind: 'failed',
      parts: [
        { what: 'rolled-back', count: 1, names: ['R-0138'] },
        { what: 'rituals-missed', count: 4, names: ['A', 'B', 'C'] },
      ],
    },
    { kind: 'proven', parts: [{ what: 'proven', count: 1, names: [] }] },
  ],
  provenAt: NOW - 4 * HOUR,
};

/** A night in which nothing was proven. */
export const UNPROVEN_NIGHT: LastNight = {
  from: NOW - 11 * HOUR,
  to: NOW - 3 * HOUR,
  lines: [{ kind: 'proven', parts: [{ what: 'not-proven', count: 1, names: [] }] }],
  provenAt: NOW - 26 * HOUR,
};
