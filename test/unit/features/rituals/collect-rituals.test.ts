import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { collectRituals } from '../../../../electron/features/rituals/config/collect-rituals.ts';
import { settingsSchema } from '../../../../shared/model/settings.ts';
import { writeTree } from '../../../support/tree.ts';

const settings = (rituals: unknown = {}) => settingsSchema.parse({ rituals }).rituals;

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function collect(python: string | null, rituals: unknown = {}) {
  const workspace = mkdtempSync(join(tmpdir(), 'nightguard-rituals-'));
  folders.push(workspace);
  if (python !== null) writeTree(workspace, { 'libs/core_config.py': python });
  return collectRituals(workspace, settings(rituals));
}

const CONFIG = `import os
API_KEY = os.environ["KEY"]  # never run

RITUALS_CONFIG = {
    # the morning
    "MORNING_TREND": {
        "trigger_hour": 9,
        "agent": "SA",
        "task_type": "TREND_SCAN",
        "instruction": "오늘의 "
        "흐름을 분석하십시오.",
        "council": True,
    },
    'WEEKLY_SECURITY_UPDATE': {"trigger_weekday": 6, "trigger_hour": 1, "agent": "TD", "task_type": "SECURITY_UPDATE"},
    "LOOP": {"trigger_hour": None, "task_type": "PULSE"},
}
`;

test('without a file of Python there are the two rituals of the seed', async () => {
  const { rituals, problem } = await collect(null);
  expect(problem).toBeNull();
  expect(rituals.map(({ name, timing }) => [name, timing])).toEqual([
    ['DAILY_AUTONOMOUS_DEVELOPMENT', { kind: 'cron', pattern: '0 0 3 * * *' }],
    ['WEEKLY_SECURITY_UPDATE', { kind: 'cron', pattern: '0 0 2 * * 0' }],
  ]);
});

test('RITUALS_CONFIG is read without running it, and replaces a default of the same name', async () => {
  const { rituals, problem } = await collect(CONFIG);
  expect(problem).toBeNull();
  const byName = Object.fromEntries(rituals.map((ritual) => [ritual.name, ritual]));
  expect(byName['MORNING_TREND']).toMatchObject({
    timing: { kind: 'cron', pattern: '0 0 9 * * *' },
    agent: 'SA',
    taskType: 'TREND_SCAN',
    instruction: '오늘의 흐름을 분석하십시오.',
    council: true,
    origin: 'python',
  });
  expect(byName['WEEKLY_SECURITY_UPDATE']).toMatchObject({ timing: { kind: 'cron', pattern: '0 0 1 * * 0' }, origin: 'python' });
  expect(byName['LOOP']).toMatchObject({ timing: { kind: 'every', ms: 600_000 } });
  expect(byName['DAILY_AUTONOMOUS_DEVELOPMENT']).toMatchObject({ origin: 'default' });
});

test('nightguard.yaml wins over Python, by name', async () => {
  const { rituals } = await collect(CONFIG, { list: { MORNING_TREND: { taskType: 'COMMAND', every: '6h', run: ['make'] } } });
  expect(rituals.find(({ name }) => name === 'MORNING_TREND')).toMatchObject({
    timing: { kind: 'every', ms: 21_600_000 },
    commands: ['make'],
    origin: 'settings',
  });
});

test('what is no plain literal is named with its line, and no ritual is made of it', async () => {
  const { rituals, problem } = await collect('X = 1\nRITUALS_CONFIG = {\n  "A": {"task_type": make_type()},\n}\n');
  expect(problem).toContain('libs/core_config.py:3: "make_type()" is not a plain literal');
  expect(rituals.every(({ origin }) => origin === 'default')).toBe(true);
});

test('an hour that does not exist is named', async () => {
  const { problem } = await collect('RITUALS_CONFIG = {"A": {"task_type": "T", "trigger_hour": 25}}\n');
  expect(problem).toContain('A.trigger_hour');
});

test.each([
  ['two ways to say when', { A: { taskType: 'T', triggerHour: 3, every: '1h' } }],
  ['an interval without a unit', { A: { taskType: 'T', every: '30' } }],
])('settings refuse %s', (_what, list) => {
  expect(settingsSchema.safeParse({ rituals: { list } }).success).toBe(false);
});

test('settings refuse a time zone that does not exist', () => {
  expect(settingsSchema.safeParse({ rituals: { timeZone: 'Asia/Atlantis' } }).success).toBe(false);
});
