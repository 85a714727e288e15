import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay, setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stringify } from 'yaml';
import { createGuardian } from '../../../../electron/guardian.ts';
import type { Guardian } from '../../../../electron/guardian-api.ts';
import type { DesktopNotification } from '../../../../electron/kernel/ports/notifier.ts';
import { createFileSecrets } from '../../../../electron/platform/headless/file-secrets.ts';
import { createTranslator } from '../../../../shared/locales/index.ts';
import { startWebhook, type WebhookServer } from '../../../support/webhook-server.ts';
import { createImmuneRoom, DNA, LOG, person, update, type ImmuneRoom } from '../governance/guardian/immune-room.ts';
import { createManualClock, type ManualClock } from '../updates/watch/manual-clock.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const at = (day: number, hour: number, minute = 0): number => new Date(2026, 10, day, hour, minute).getTime();

/** Waiting for a lock is not a matter of the day's time. */
const clockAt = (start: number): ManualClock => ({ ...createManualClock(start), sleep: (ms) => delay(ms) });

let room: ImmuneRoom;
let hook: WebhookServer;
let clock: ManualClock;
let shown: DesktopNotification[];
const guardians: Guardian[] = [];

beforeEach(async () => {
  room = createImmuneRoom();
  // What the immune system's DNA refers to.
  mkdirSync(join(room.workspace, '02_AAOS-Immune_system/SWARM_INQUISITOR_SKILL'));
  writeFileSync(join(room.workspace, '02_AAOS-Immune_system/SWARM_INQUISITOR_SKILL/SKILL.md'), '# Skill\n');
  hook = await startWebhook();
  shown = [];
});
afterEach(async () => {
  for (const guardian of guardians.splice(0)) await guardian.dispose();
  hook.close();
  await room.dispose();
});

const settle = (alerts: object = {}, rest: object = {}): void => {
  const webhooks = [{ url: hook.url, from: 'ERROR' }];
  const settings = {
    updates: { source: room.core, quietSeconds: 0, when: 'manual' },
    alerts: { webhooks, hub: { enabled: false }, desktop: { enabled: false }, quietHours: { enabled: false }, ...alerts },
    rituals: { defaults: false },
    ...rest,
  };
  writeFileSync(join(room.workspace, 'nightguard.yaml'), stringify(settings));
};

const begin = async (): Promise<Guardian> => {
  const guardian = await createGuardian({
    workspace: room.workspace,
    door: 'desktop',
    clock,
    secrets: createFileSecrets(join(room.folder, 'secrets')),
    teller: {
      translate: () => createTranslator('en'),
      notifier: { show: (one) => Promise.resolve(shown.push(one)).then(() => ({ delivered: true })) },
      openAlerts: () => undefined,
    },
  });
  guardians.push(guardian);
  await guardian.watch();
  return guardian;
};
const end = async (guardian: Guardian): Promise<void> => {
  guardians.splice(guardians.indexOf(guardian), 1);
  await guardian.dispose();
};

/** Time goes by in steps, as it does for a process that runs. */
const pass = async (ms: number): Promise<void> => {
  for (const until = clock.now() + ms; clock.now() < until;) {
    clock.advance(Math.min(MINUTE, until - clock.now()));
    for (let round = 0; round < 4; round += 1) await turn();
  }
};
const kinds = (): string[] => hook.seen.map(({ kind }) => kind);
/** Lets time pass until as many messages have come. */
const arrived = (count: number): Promise<void> =>
  vi.waitFor(
    () => {
      clock.advance(5000);
      expect(hook.seen.length).toBeGreaterThanOrEqual(count);
    },
    { timeout: 5000, interval: 20 },
  );

/** On a clock that runs ahead of the disk's events the watcher seems deaf: that is not what is looked at here. */
const codes = (guardian: Guardian): string[] =>
  guardian
    .snapshot()
    .problems.map(({ code }) => code)
    .filter((code) => code !== 'watcher-deaf');
const titles = (): string[] => shown.map(({ title }) => title).filter((title) => !title.includes('Changes in Core'));

/** Breaks the audit log as a hand would, and returns what mends it. */
const breakLog = async (guardian: Guardian): Promise<() => Promise<void>> => {
  room.inCore('work/a.py', 'A = 2\n');
  await update(guardian);
  const sound = room.log();
  writeFileSync(join(room.workspace, LOG), sound.toString().replace('outcome: done', 'outcome: fine'));
  room.inCore('work/a.py', 'A = 3\n');
  await update(guardian);
  await vi.waitFor(() => expect(codes(guardian)).toContain('audit-broken'), 20_000);
  return async () => {
    writeFileSync(join(room.workspace, LOG), sound);
    await update(guardian);
    await vi.waitFor(() => expect(codes(guardian)).toEqual([]), 20_000);
  };
};

test('a broken audit log is told once, reminded of with growing pauses, through a restart, and told once to be mended', async () => {
  clock = clockAt(at(20, 12));
  settle();
  const first = await begin();
  await breakLog(first);
  await arrived(1);
  expect(hook.seen[0]).toMatchObject({
    kind: 'alert',
    severity: 'CRITICAL',
    begun: [
      { cause: 'audit-broken', title: 'The audit log does not verify: nothing is done until a person has looked' },
      { cause: 'release-failed' },
    ],
  });
  await end(first);
  const second = await begin();
  await pass(30 * MINUTE);
  expect(kinds()).toEqual(['alert']);
  await pass(6 * HOUR);
  await arrived(3);
  expect(kinds()).toEqual(['alert', 'reminder', 'reminder']);
  const sound = room.log().toString().replace('outcome: fine', 'outcome: done');
  writeFileSync(join(room.workspace, LOG), sound);
  await update(second);
  await vi.waitFor(() => expect(codes(second)).toEqual([]), 20_000);
  await arrived(4);
  await pass(HOUR);
  expect(kinds()).toEqual(['alert', 'reminder', 'reminder', 'resolved']);
  expect(second.alerts.view(10).alerts.find(({ cause }) => cause === 'audit-broken')?.goneAt).not.toBeNull();
});

test('what was acknowledged is not reminded of, and its end is still told', async () => {
  clock = clockAt(at(20, 12));
  settle();
  const guardian = await begin();
  const mend = await breakLog(guardian);
  await arrived(1);
  for (const { cause } of guardian.alerts.view(10).alerts) guardian.alerts.acknowledge(cause, 'mina');
  await pass(9 * HOUR);
  await mend();
  await arrived(2);
  expect(kinds()).toEqual(['alert', 'resolved']);
});

test('an offline night loses nothing: the dead channel is shown, and the alert comes once when the network is back', async () => {
  clock = clockAt(at(20, 20));
  settle();
  hook.answer(503);
  const guardian = await begin();
  await breakLog(guardian);
  const dead = (): string[] =>
    guardian
      .snapshot()
      .problems.filter(({ code }) => code === 'alert-channel-dead')
      .map(({ detail }) => detail);
  await vi.waitFor(
    () => {
      clock.advance(MINUTE);
      expect(dead()).toMatchObject([expect.stringMatching(/^webhook 127\.0\.0\.1:\d+: HTTP 503$/)]);
    },
    { timeout: 8000, interval: 20 },
  );
  await pass(40 * MINUTE);
  expect(hook.seen).toEqual([]);
  hook.answer(200);
  await pass(70 * MINUTE);
  await arrived(1);
  await vi.waitFor(() => expect(dead()).toEqual([]), 20_000);
  expect(hook.seen.filter(({ kind }) => kind === 'alert')).toHaveLength(1);
  expect(guardian.alerts.view(10).channels).toMatchObject([{ state: 'works', waiting: 0, from: 'ERROR' }]);
});

test('the quiet hours hold back what can wait; the morning tells the night in one report, which Overview shows too', async () => {
  clock = clockAt(at(20, 22, 30));
  settle({ webhooks: [{ url: hook.url, from: 'WARNING' }], quietHours: { enabled: true } });
  const guardian = await begin();
  await pass(HOUR);
  room.inCore('work/a.py', 'A = 2\n');
  expect(await update(guardian)).toMatchObject({ release: 'R-0001' });
  room.inCore('work/a.py', 'A = 3\n');
  writeFileSync(join(room.workspace, 'work/a.py'), 'A = 4\n');
  expect(await update(guardian)).toMatchObject({ status: 'HELD' });
  await pass(7 * HOUR);
  expect(hook.seen).toEqual([]);
  await pass(HOUR);
  await arrived(1);
  expect(kinds()).toEqual(['morning']);
  expect(hook.seen[0]?.night?.lines).toMatchObject([
    { kind: 'done', parts: [{ what: 'files', count: 1, names: ['R-0001'] }] },
    { kind: 'held', parts: [{ what: 'held', count: 1, names: ['work/a.py'] }] },
    { kind: 'proven' },
  ]);
  expect(hook.seen[0]?.begun.map(({ cause }) => cause)).toContain('held-files');
  expect(hook.seen[0]?.lines.slice(0, 2)).toEqual(['1 file updated (R-0001)', '1 file held (work/a.py)']);
  expect(guardian.snapshot().lastNight).toEqual(hook.seen[0]?.night);
  await end(guardian);
  const again = await begin();
  await pass(20 * MINUTE);
  expect(kinds()).toEqual(['morning']);
  expect(again.snapshot().lastNight).toEqual(hook.seen[0]?.night);
});

test('a night in which nothing happened is shown and not sent', async () => {
  clock = clockAt(at(20, 22));
  settle({ quietHours: { enabled: true } });
  const guardian = await begin();
  await pass(10 * HOUR);
  expect(hook.seen).toEqual([]);
  expect(guardian.snapshot().lastNight?.lines.map(({ kind }) => kind)).toEqual(['proven']);
});

test('what the door has told at once is not told again on the desktop; its reminder is, and so is what has no news', async () => {
  clock = clockAt(at(20, 12));
  settle({ desktop: { enabled: true }, webhooks: [] });
  const guardian = await begin();
  room.inCore('work/a.py', 'A = 2\n');
  await update(guardian);
  room.inCore('work/a.py', 'A = 3\n');
  writeFileSync(join(room.workspace, 'work/a.py'), 'A = 4\n');
  await update(guardian);
  expect(guardian.alerts.view(5).alerts).toMatchObject([
    { cause: 'held-files', severity: 'WARNING', detail: expect.stringContaining('work/a.py') as string },
  ]);
  await pass(20 * MINUTE);
  expect(titles()).toEqual([]);
  await pass(HOUR);
  expect(titles()).toEqual(['workspace · Still open: Held files need a decision']);
  writeFileSync(join(room.workspace, 'nightguard.yaml'), 'updates: 7\n');
  await vi.waitFor(
    () => {
      clock.advance(1000);
      expect(guardian.snapshot().settingsProblem).not.toBeNull();
    },
    { timeout: 5000, interval: 20 },
  );
  await pass(5 * MINUTE);
  expect(titles().at(-1)).toBe('workspace · Warning: The settings file has an error');
});

test('a request for approval is an alert of its own until somebody decides', async () => {
  clock = clockAt(at(20, 12));
  settle({ webhooks: [{ url: hook.url, from: 'WARNING' }] });
  const guardian = await begin();
  room.inCore(DNA, `${room.read(DNA) ?? ''}\nMore.\n`);
  await update(guardian);
  const [request] = guardian.snapshot().approvals;
  await vi.waitFor(
    () => expect(guardian.alerts.view(5).alerts.map(({ cause }) => cause)).toContain(`approval-${request?.id}`),
    20_000,
  );
  guardian.governance.approvals.deny(request?.id ?? 0, person, 'no');
  await vi.waitFor(() =>
    expect(guardian.alerts.view(5).alerts.find(({ cause }) => cause === `approval-${request?.id}`)?.goneAt).not.toBeNull(),
  );
});

test('a ritual that fails is a problem, one that fails again is escalated, and no secret of its command is told', async () => {
  clock = clockAt(at(20, 12));
  const run = ['TOKEN=abcdefgh12345678 false'];
  settle({}, { rituals: { defaults: false, list: { BUILD: { taskType: 'COMMAND', triggerHour: 4, run } } } });
  const guardian = await begin();
  await guardian.rituals.runNow('BUILD');
  const alert = () => guardian.alerts.view(5).alerts.find(({ cause }) => cause === 'ritual-failed');
  await vi.waitFor(() => expect(alert()).toMatchObject({ severity: 'WARNING' }), 20_000);
  expect(guardian.snapshot().problems).toMatchObject([{ code: 'ritual-failed', severity: 'warning' }]);
  await guardian.rituals.runNow('BUILD');
  await vi.waitFor(() => expect(alert()).toMatchObject({ severity: 'ERROR' }), 20_000);
  await arrived(1);
  expect(JSON.stringify(hook.seen)).not.toContain('abcdefgh12345678');
});

test('a test message says whether a channel works, and is not an alert', async () => {
  clock = clockAt(at(20, 12));
  settle();
  const guardian = await begin();
  const [sent] = await guardian.alerts.test(null);
  expect(sent).toMatchObject({ delivered: true, error: '' });
  expect(hook.seen).toMatchObject([{ kind: 'test', title: 'workspace · Test' }]);
  hook.answer(404);
  expect(await guardian.alerts.test(sent?.channel ?? '')).toMatchObject([{ delivered: false, error: 'HTTP 404' }]);
  expect(guardian.snapshot().problems).toMatchObject([{ code: 'alert-channel-dead' }]);
  await expect(guardian.alerts.test('fax')).rejects.toThrow(/There is no channel "fax"\. There are: webhook 127/);
});

test('after a sleep of the machine, rituals and alerts look at the clock at once', async () => {
  clock = clockAt(at(20, 2));
  settle({}, { rituals: { defaults: false, list: { BUILD: { taskType: 'COMMAND', triggerHour: 4, run: ['true'] } } } });
  const asleep = { ...clock, now: () => clock.now() + (slept ? 3 * HOUR : 0) };
  let slept = false;
  const guardian = await createGuardian({ workspace: room.workspace, door: 'library', clock: asleep });
  guardians.push(guardian);
  await guardian.watch();
  await vi.waitFor(async () => expect((await guardian.rituals.list()).rituals).toMatchObject([{ next: at(20, 4) }]), 20_000);
  slept = true;
  guardian.wake();
  await vi.waitFor(
    () => expect(guardian.rituals.runs('BUILD', 1)).toMatchObject([{ result: 'done', trigger: 'catch-up' }]),
    20_000,
  );
});
