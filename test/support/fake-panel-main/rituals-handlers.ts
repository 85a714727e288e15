import type { Handlers } from '../../../electron/ipc/bind.ts';
import { AppError } from '../../../electron/kernel/errors.ts';
import type { Ritual, RitualRun, RitualStanding } from '../../../shared/model/rituals.ts';
import { HOUR, NOW } from './fixtures.ts';
import type { ScenarioName } from './scenarios.ts';

const DAY = 24 * HOUR;

const ritual = (name: string, part: Partial<Ritual>): Ritual => ({
  name,
  timing: { kind: 'cron', pattern: '0 0 3 * * *' },
  origin: 'default',
  agent: 'Technical_Director',
  taskType: 'AUTONOMOUS_DEV',
  instruction: '',
  council: false,
  commands: [],
  enabled: true,
  deadlineMs: 12 * HOUR,
  timeoutMs: HOUR,
  ...part,
});

const run = (id: number, name: string, part: Partial<RitualRun> = {}): RitualRun => ({
  id,
  ritual: name,
  scheduledFor: NOW - id * 5 * HOUR,
  startedAt: NOW - id * 5 * HOUR,
  finishedAt: NOW - id * 5 * HOUR + 41_000,
  result: 'done',
  trigger: 'schedule',
  detail: '',
  ...part,
});

const DAILY = 'DAILY_AUTONOMOUS_DEVELOPMENT';
const WEEKLY = 'WEEKLY_SECURITY_UPDATE';

const standing = (given: Ritual, part: Partial<RitualStanding> = {}): RitualStanding => ({
  ritual: given,
  next: NOW + 11 * HOUR,
  paused: false,
  skipNext: false,
  last: null,
  missed: 0,
  ...part,
});

const RUNS: RitualRun[] = [
  run(1, DAILY, { detail: 'COMPLETED R-0141 (7) · archive: 5000 of 5000 intact; audit log: intact' }),
  run(2, 'BUILD', { result: 'failed', detail: 'npm run build', trigger: 'catch-up' }),
  run(3, DAILY, { result: 'missed', startedAt: null, finishedAt: null }),
  run(4, DAILY, { result: 'interrupted' }),
  run(5, 'TREND_SCAN', { result: 'handed-over', detail: 'hub message 1f3a to SA' }),
];

const lastOf = (name: string): RitualRun | null => RUNS.find((one) => one.ritual === name && one.startedAt !== null) ?? null;

const STANDINGS: RitualStanding[] = [
  standing(ritual(DAILY, {}), { last: lastOf(DAILY), missed: 1 }),
  standing(ritual(WEEKLY, { timing: { kind: 'cron', pattern: '0 0 2 * * 0' }, taskType: 'SECURITY_UPDATE' }), {
    next: NOW + 3 * DAY,
  }),
  standing(
    ritual('BUILD', {
      origin: 'settings',
      taskType: 'COMMAND',
      commands: ['npm run build'],
      timing: { kind: 'every', ms: 6 * HOUR },
    }),
    { last: lastOf('BUILD') },
  ),
  standing(ritual('TREND_SCAN', { origin: 'python', taskType: 'TREND_SCAN', agent: 'SA', instruction: '흐름을 분석하십시오.' }), {
    last: lastOf('TREND_SCAN'),
    paused: true,
    next: null,
  }),
];

type Act = <T, R>(channel: string, run: (input: T) => R) => (input: T) => R;

/** Long enough to see that it goes on. Milliseconds. */
const RUNNING = 400;

/** Rituals of fixtures that can be paused, skipped and run; `changed` tells of it as a snapshot would. */
export function ritualsHandlers(
  name: ScenarioName,
  act: Act,
  changed: () => void,
): Pick<Handlers, `rituals:${'list' | 'runs' | 'output' | 'run' | 'pause' | 'skip'}`> {
  let standings = name === 'empty' ? [] : STANDINGS;
  let runs = RUNS;
  const become = (ritualName: string, part: Partial<RitualStanding>): null => {
    standings = standings.map((one) => (one.ritual.name === ritualName ? { ...one, ...part } : one));
    changed();
    return null;
  };
  return {
    'rituals:list': () => ({
      rituals: standings,
      problem: name === 'warned' ? 'libs/core_config.py:12: RITUALS_CONFIG: a call is not a literal' : null,
    }),
    'rituals:runs': ({ name: ritualName, limit }) =>
      runs.filter((one) => ritualName === null || one.ritual === ritualName).slice(0, limit),
    'rituals:output': ({ run: id }) => {
      if (id === 4) throw new AppError('database', 'The database is locked.');
      return { output: id === 2 ? 'src/index.ts(3,1): error TS2304\nexit code 2' : '' };
    },
    'rituals:run': act(
      'rituals:run',
      ({ name: ritualName }) =>
        new Promise((resolve) => {
          setTimeout(() => {
            const finishedAt = Date.now();
            const made = run(9, ritualName, { startedAt: finishedAt - RUNNING, finishedAt, trigger: 'person' });
            runs = [made, ...runs];
            become(ritualName, { last: made });
            resolve(made);
          }, RUNNING);
        }),
    ),
    'rituals:pause': act('rituals:pause', ({ name: ritualName, paused }) =>
      become(ritualName, { paused, next: paused ? null : NOW + 11 * HOUR }),
    ),
    'rituals:skip': act('rituals:skip', ({ name: ritualName, skip }) => become(ritualName, { skipNext: skip })),
  };
}
