import { readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { localIso } from '../../../../electron/kernel/local-time.ts';
import { createSandbox, type Sandbox } from '../../../support/sandbox.ts';
import { createManualClock } from '../updates/watch/manual-clock.ts';

let sandbox: Sandbox;
afterEach(() => sandbox.dispose());

const begin = (rituals: unknown): void => {
  sandbox = createSandbox({ core: { 'a.py': 'A = 1\n' } });
  const updates = { source: sandbox.core, quietSeconds: 0, when: 'ritual' };
  writeFileSync(join(sandbox.workspace, 'nightguard.yaml'), stringify({ updates, rituals }));
};

test('at three in the morning Core comes in, and the archive and the log are proven', async () => {
  begin({ timeZone: 'UTC' });
  const clock = createManualClock(Date.UTC(2026, 10, 20, 2, 59, 30));
  const guardian = await sandbox.guardian(clock);
  await guardian.watch();
  expect(guardian.snapshot().releases).toEqual([]);
  await expect.poll(() => clock.pending()).toBeGreaterThan(0);
  await expect
    .poll(
      () => {
        clock.advance(31_000);
        return guardian.rituals.runs(null, 10).filter(({ result }) => result !== null);
      },
      { timeout: 25_000 },
    )
    .toMatchObject([{ ritual: 'DAILY_AUTONOMOUS_DEVELOPMENT', result: 'done', trigger: 'schedule' }]);
  expect(guardian.snapshot().releases).toMatchObject([{ trigger: 'schedule', status: 'SUCCESS' }]);
});

test('a command is run in the workspace, its output is kept, and its failure is one of the ritual', async () => {
  begin({ list: { BUILD: { taskType: 'COMMAND', triggerHour: 4, run: ['echo built > out.txt', 'echo broken; exit 3'] } } });
  const guardian = await sandbox.guardian();
  const run = await guardian.rituals.runNow('BUILD');
  expect(run).toMatchObject({ result: 'failed', trigger: 'person' });
  expect(guardian.rituals.output(run.id)).toContain('broken');
  expect(readFileSync(join(sandbox.workspace, 'out.txt'), 'utf8')).toBe('built\n');
});

test('a ritual that runs when Nightguard ends is stopped, and recorded as interrupted', async () => {
  begin({ list: { SLOW: { taskType: 'COMMAND', triggerHour: 4, run: ['sleep 600'] } } });
  const guardian = await sandbox.guardian();
  const running = guardian.rituals.runNow('SLOW');
  await expect.poll(() => guardian.rituals.runs('SLOW', 1)).toMatchObject([{ result: null }]);
  await sandbox.dispose();
  expect(await running).toMatchObject({ result: 'interrupted' });
});

test('a task of an agent is handed over as a message of the hub', async () => {
  begin({ list: { TREND: { taskType: 'TREND_SCAN', triggerHour: 9, agent: 'SA', instruction: '흐름을 분석하십시오.' } } });
  const guardian = await sandbox.guardian();
  expect(await guardian.rituals.runNow('TREND')).toMatchObject({ result: 'handed-over' });
  const hub = join(sandbox.workspace, 'knowledge/agent_hub');
  const [file = ''] = readdirSync(hub);
  expect(JSON.parse(readFileSync(join(hub, file), 'utf8'))).toMatchObject({
    from: 'NIGHTGUARD',
    to: 'SA',
    type: 'request',
    data: { ritual: 'TREND', task_type: 'TREND_SCAN', instruction: '흐름을 분석하십시오.', council: false },
  });
});

test('two guardians of one workspace run a ritual once', async () => {
  begin({
    timeZone: 'UTC',
    defaults: false,
    list: { COUNT: { taskType: 'COMMAND', triggerHour: 3, run: ['echo x >> count.txt'] } },
  });
  const clocks = [createManualClock(Date.UTC(2026, 10, 20, 2, 59, 30)), createManualClock(Date.UTC(2026, 10, 20, 2, 59, 30))];
  const guardians = await Promise.all(clocks.map((clock) => sandbox.guardian(clock)));
  await Promise.all(guardians.map((guardian) => guardian.watch()));
  const done = () => guardians[0]?.rituals.runs('COUNT', 10).filter(({ result }) => result !== null) ?? [];
  await expect
    .poll(() => {
      for (const clock of clocks) clock.advance(31_000);
      return done();
    })
    .toMatchObject([{ result: 'done' }]);
  for (let turn = 0; turn < 5; turn += 1) for (const clock of clocks) clock.advance(61_000);
  expect(readFileSync(join(sandbox.workspace, 'count.txt'), 'utf8')).toBe('x\n');
});

test('a ritual that is paused does not run, one that is skipped is skipped once, and both are recorded', async () => {
  begin({
    timeZone: 'UTC',
    defaults: false,
    list: { COUNT: { taskType: 'COMMAND', triggerHour: 3, run: ['echo x >> count.txt'] } },
  });
  const guardian = await sandbox.guardian();
  await guardian.rituals.setSkipNext('COUNT', true);
  await guardian.rituals.setPaused('COUNT', true);
  expect((await guardian.rituals.list()).rituals).toMatchObject([{ paused: true, skipNext: true, next: null }]);
  await guardian.rituals.setPaused('COUNT', false);
  expect((await guardian.rituals.list()).rituals).toMatchObject([{ paused: false, skipNext: true }]);
  await expect(guardian.rituals.setPaused('NOBODY', true)).rejects.toThrow('There is no ritual "NOBODY". There are: COUNT.');
});

const TREND = { TREND: { taskType: 'TREND_SCAN', triggerHour: 9, agent: 'SA', timeoutMinutes: 30 } };

const respond = (data: Record<string, unknown>): void =>
  writeFileSync(
    join(sandbox.workspace, 'knowledge/agent_hub/answer.json'),
    JSON.stringify({ id: 'a1', timestamp: localIso(Date.now()), from: 'SA', to: 'NIGHTGUARD', type: 'response', data }),
  );

test("an agent's answer in the hub, or its silence, ends what was handed over", async () => {
  begin({ list: TREND });
  const clock = createManualClock(Date.now());
  const guardian = await sandbox.guardian(clock);
  const first = await guardian.rituals.runNow('TREND');
  await guardian.watch();
  respond({ in_reply_to: /message ([\w-]+)/.exec(first.detail)?.[1], status: 'failed', summary: 'no sources' });
  const newest = () => {
    clock.advance(61_000);
    return guardian.rituals.runs('TREND', 1)[0];
  };
  await expect.poll(newest).toMatchObject({ result: 'failed', detail: 'SA: no sources' });
  await expect.poll(() => guardian.snapshot().problems).toContainEqual(expect.objectContaining({ code: 'ritual-failed' }));

  const second = await guardian.rituals.runNow('TREND');
  expect(second.result).toBe('handed-over');
  await expect.poll(newest, { timeout: 20_000 }).toMatchObject({ id: second.id, result: 'unanswered' });
});

test("a check-in of the ritual's name is its sign of life", async () => {
  begin({ list: TREND });
  const guardian = await sandbox.guardian();
  await guardian.rituals.runNow('TREND');
  expect(guardian.rituals.answered('other', { ok: true, detail: '' })).toBe(false);
  expect(guardian.rituals.answered('trend', { ok: true, detail: 'check-in: ok' })).toBe(true);
  expect(guardian.rituals.runs('TREND', 1)).toMatchObject([{ result: 'done', detail: 'check-in: ok' }]);
});

test('a ritual that is written while Nightguard runs is kept without anybody looking at it', async () => {
  begin({ defaults: false });
  const clock = createManualClock(Date.UTC(2026, 10, 20, 2, 58, 0));
  const guardian = await sandbox.guardian(clock);
  await guardian.watch();
  await expect.poll(() => clock.pending()).toBeGreaterThan(0);
  writeFileSync(
    join(sandbox.workspace, 'nightguard.yaml'),
    stringify({ rituals: { timeZone: 'UTC', defaults: false, list: { NEW: { taskType: 'X', triggerHour: 3, run: ['true'] } } } }),
  );
  await expect
    .poll(
      () => {
        clock.advance(31_000);
        return guardian.rituals.runs('NEW', 1);
      },
      { timeout: 20_000 },
    )
    .toMatchObject([{ result: 'done' }]);
});

test('a hub that cannot be read stops no ritual, and is not taken for the silence of an agent', async () => {
  begin({ list: { ...TREND, COUNT: { taskType: 'COMMAND', every: '1h', run: ['echo counted'] } } });
  const clock = createManualClock(Date.now());
  const guardian = await sandbox.guardian(clock);
  await guardian.rituals.runNow('TREND');
  const hub = join(sandbox.workspace, 'knowledge/agent_hub');
  rmSync(hub, { recursive: true });
  symlinkSync('/tmp', hub);
  await guardian.watch();
  await expect
    .poll(
      () => {
        clock.advance(61_000);
        return guardian.rituals.runs('COUNT', 1);
      },
      { timeout: 20_000 },
    )
    .toMatchObject([{ result: 'done' }]);
  expect(guardian.rituals.runs('TREND', 1)).toMatchObject([{ result: 'handed-over' }]);
});
