import type { Ritual, RitualTiming } from '../../../../shared/model/rituals.ts';
import type { RitualsSettings } from '../../../../shared/model/settings.ts';
import { readRitualsConfig, type PythonRituals, type ReadPython } from './read-rituals-config.ts';

type Written = RitualsSettings['list'][string];

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const UNIT_MS: Readonly<Record<string, number>> = { m: MINUTE_MS, h: HOUR_MS, d: 24 * HOUR_MS };

/** The seed's own two, under the names that it gives them, so that a workspace that has them does not get them twice. */
const DEFAULTS: Readonly<Record<string, Pick<Ritual, 'timing' | 'taskType' | 'agent'>>> = {
  DAILY_AUTONOMOUS_DEVELOPMENT: {
    timing: { kind: 'cron', pattern: '0 0 3 * * *' },
    taskType: 'AUTONOMOUS_DEV',
    agent: 'Technical_Director',
  },
  WEEKLY_SECURITY_UPDATE: {
    timing: { kind: 'cron', pattern: '0 0 2 * * 0' },
    taskType: 'SECURITY_UPDATE',
    agent: 'Technical_Director',
  },
};

export interface Collected {
  rituals: Ritual[];
  /** Why RITUALS_CONFIG could not be read, with file and line; null when it could, or is not there. */
  problem: string | null;
}

/** All rituals of a workspace: nightguard.yaml before Python before the defaults, by name. */
export async function collectRituals(
  workspace: string,
  settings: RitualsSettings,
  read: ReadPython = readRitualsConfig,
): Promise<Collected> {
  const python: PythonRituals = await read(workspace, settings.python);
  const limits = { deadlineMs: settings.deadlineHours * HOUR_MS, timeoutMs: settings.timeoutMinutes * MINUTE_MS };
  const plain = { instruction: '', council: false, commands: [], enabled: true, ...limits };
  const byName = new Map<string, Ritual>();
  if (settings.defaults) {
    for (const [name, given] of Object.entries(DEFAULTS)) byName.set(name, { ...plain, ...given, name, origin: 'default' });
  }
  for (const { hour, weekday, ...given } of python.rituals) {
    const timing: RitualTiming =
      hour === null
        ? { kind: 'every', ms: settings.loopMinutes * MINUTE_MS }
        : { kind: 'cron', pattern: patternOf(hour, 0, weekday) };
    byName.set(given.name, { ...plain, ...given, timing, origin: 'python' });
  }
  for (const [name, written] of Object.entries(settings.list)) byName.set(name, fromSettings(name, written, settings, limits));
  return { rituals: [...byName.values()], problem: python.problem };
}

function fromSettings(
  name: string,
  written: Written,
  { loopMinutes }: RitualsSettings,
  limits: Pick<Ritual, 'deadlineMs' | 'timeoutMs'>,
): Ritual {
  const { agent, taskType, instruction, council, run, enabled, deadlineHours, timeoutMinutes } = written;
  return {
    name,
    timing: timingOf(written, loopMinutes),
    origin: 'settings',
    agent,
    taskType,
    instruction,
    council,
    commands: run,
    enabled,
    deadlineMs: deadlineHours === undefined ? limits.deadlineMs : deadlineHours * HOUR_MS,
    timeoutMs: timeoutMinutes === undefined ? limits.timeoutMs : timeoutMinutes * MINUTE_MS,
  };
}

function timingOf({ cron, every, triggerHour, triggerMinute, triggerWeekday }: Written, loopMinutes: number): RitualTiming {
  if (cron !== undefined) return { kind: 'cron', pattern: cron };
  if (every !== undefined) return { kind: 'every', ms: Number.parseInt(every, 10) * (UNIT_MS[every.slice(-1)] ?? MINUTE_MS) };
  if (triggerHour === undefined) return { kind: 'every', ms: loopMinutes * MINUTE_MS };
  return { kind: 'cron', pattern: patternOf(triggerHour, triggerMinute, triggerWeekday ?? null) };
}

/** Weekdays count from Monday = 0 in the seed, from Sunday = 0 in cron. */
const patternOf = (hour: number, minute: number, weekday: number | null): string =>
  `0 ${minute} ${hour} * * ${weekday === null ? '*' : (weekday + 1) % 7}`;
