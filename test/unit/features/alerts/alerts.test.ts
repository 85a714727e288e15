import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { alertsMigrations, openAlerts, type Alerts } from '../../../../electron/features/alerts/index.ts';
import type { AlertChannel, Sent } from '../../../../electron/kernel/ports/alert-channel.ts';
import { openDatabase, type Database } from '../../../../electron/kernel/database.ts';
import { silentLog } from '../../../../electron/kernel/ports/log.ts';
import type { AlertMessage } from '../../../../shared/model/alerts.ts';
import { settingsSchema } from '../../../../shared/model/settings.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Local noon, far from the quiet hours. */
const NOON = new Date(2026, 10, 20, 12).getTime();

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

interface Room {
  alerts: Alerts;
  messages: AlertMessage[];
  answer: (sent: Sent | 'never-returns') => void;
  /** Goes on in steps of a minute, as the running guardian does. */
  pass(ms: number): Promise<void>;
  /** Another process on the same database, as after a crash. */
  again(): Alerts;
  database: Database;
}

function createRoom(start = NOON, given: unknown = {}): Room {
  const folder = mkdtempSync(join(tmpdir(), 'nightguard-alerts-'));
  folders.push(folder);
  const database = openDatabase(join(folder, 'state.db'), alertsMigrations);
  const messages: AlertMessage[] = [];
  let now = start;
  let answer: Sent | 'never-returns' = { state: 'sent' };
  const channel: AlertChannel = {
    id: 'desktop',
    send: (message) => {
      messages.push(message);
      return answer === 'never-returns' ? new Promise(() => undefined) : Promise.resolve(answer);
    },
  };
  const open = (): Alerts =>
    openAlerts({
      database,
      clock: { now: () => now, after: () => () => undefined, sleep: () => Promise.resolve() },
      log: silentLog,
      settings: () => settingsSchema.parse({ alerts: given }).alerts,
      channels: () => [channel],
      takes: () => true,
      onChange: () => undefined,
    });
  const alerts = open();
  return {
    alerts,
    messages,
    database,
    again: open,
    answer: (next) => void (answer = next),
    async pass(ms) {
      for (const end = now + ms; now < end;) {
        now = Math.min(end, now + MINUTE);
        await alerts.look();
      }
    },
  };
}

const complaint = (item: string, severity: 'WARNING' | 'ERROR' | 'CRITICAL' = 'ERROR') => ({
  cause: 'network',
  item,
  severity,
  title: 'The network is down',
  detail: item,
});

test('an outage of 300 checks for a night is one message, reminders with growing pauses, and one resolution', async () => {
  const room = createRoom(NOON, { quietHours: { enabled: false } });
  for (let minute = 0; minute < 10 * 60; minute += 5) {
    // One transaction, as a monitor's cycle is one.
    room.database.transaction(() => {
      for (let check = 0; check < 300; check += 1) room.alerts.raise(complaint(`check-${check}`));
    });
    await room.pass(5 * MINUTE);
  }
  for (let check = 0; check < 300; check += 1) room.alerts.settle('network', `check-${check}`);
  await room.pass(HOUR);
  expect(room.messages.map(({ kind }) => kind)).toEqual(['alert', 'reminder', 'reminder', 'resolved']);
  expect(room.messages[0]?.begun).toMatchObject([{ open: 300, severity: 'ERROR' }]);
  expect(room.messages.at(-1)?.gone).toMatchObject([{ cause: 'network', seen: 300 }]);
});

test('what is gone before anybody was told is never told', async () => {
  const room = createRoom(NOON, { batchSeconds: 600 });
  room.alerts.raise(complaint('a'));
  await room.pass(MINUTE);
  room.alerts.settle('network', 'a');
  await room.pass(2 * HOUR);
  expect(room.messages).toEqual([]);
});

test('a cause that flaps stays one cause', async () => {
  const room = createRoom();
  for (let turn = 0; turn < 30; turn += 1) {
    room.alerts.raise(complaint('a'));
    await room.pass(MINUTE);
    room.alerts.settle('network', 'a');
    await room.pass(MINUTE);
  }
  expect(room.messages.map(({ kind }) => kind)).toEqual(['alert']);
});

test('what was acknowledged is not reminded of, and is still told to be gone', async () => {
  const room = createRoom();
  room.alerts.raise(complaint('a'));
  await room.pass(2 * MINUTE);
  room.alerts.acknowledge('network', 'mina');
  await room.pass(8 * HOUR);
  room.alerts.settle('network', 'a');
  await room.pass(5 * MINUTE);
  expect(room.messages.map(({ kind }) => kind)).toEqual(['alert', 'resolved']);
});

test('what gets worse is told at once', async () => {
  const room = createRoom();
  room.alerts.raise(complaint('a', 'WARNING'));
  await room.pass(2 * MINUTE);
  room.alerts.raise(complaint('a', 'CRITICAL'));
  await room.pass(MINUTE);
  expect(room.messages.map(({ severity }) => severity)).toEqual(['WARNING', 'CRITICAL']);
});

test('the night holds back what is not critical, and the morning tells it in one report', async () => {
  const room = createRoom(new Date(2026, 10, 20, 23, 30).getTime());
  room.alerts.raise(complaint('a', 'WARNING'));
  room.alerts.raise({ ...complaint('b'), cause: 'disk' });
  await room.pass(HOUR);
  expect(room.messages).toEqual([]);
  room.alerts.raise({ ...complaint('c', 'CRITICAL'), cause: 'audit' });
  await room.pass(MINUTE);
  expect(room.messages.map(({ kind, begun }) => [kind, begun[0]?.cause])).toEqual([['alert', 'audit']]);
  await room.pass(8 * HOUR);
  const morning = room.messages.filter(({ kind }) => kind === 'morning');
  expect(morning).toHaveLength(1);
});

test('beyond the cap messages are gathered, not lost', async () => {
  const room = createRoom(NOON, { capPerHour: 2, batchSeconds: 0 });
  for (let cause = 0; cause < 10; cause += 1) {
    room.alerts.raise({ ...complaint('a'), cause: `cause-${cause}` });
    await room.pass(2 * MINUTE);
  }
  expect(room.messages).toHaveLength(2);
  await room.pass(HOUR);
  const named = new Set(room.messages.flatMap(({ begun }) => begun.map(({ cause }) => cause)));
  expect(named.size).toBe(10);
});

test('an offline night loses nothing: what was not taken is sent later, once', async () => {
  const room = createRoom(NOON, { quietHours: { enabled: false } });
  room.answer({ state: 'again', error: 'offline', afterMs: null });
  room.alerts.raise(complaint('a'));
  await room.pass(30 * MINUTE);
  const tries = room.messages.length;
  expect(tries).toBeGreaterThan(2);
  expect(tries).toBeLessThan(10);
  room.answer({ state: 'sent' });
  await room.pass(HOUR / 2);
  expect(room.alerts.deliveries(10)).toMatchObject([{ state: 'sent', attempts: tries + 1 }]);
});

test('a power cut between sending and recording does not send a message twice, and the reminder still comes', async () => {
  const room = createRoom();
  room.answer('never-returns');
  room.alerts.raise(complaint('a'));
  void room.pass(2 * MINUTE);
  await expect.poll(() => room.messages.length).toBe(1);
  room.answer({ state: 'sent' });
  const after = room.again();
  await after.look();
  expect(room.messages).toHaveLength(1);
  expect(after.deliveries(10)).toMatchObject([{ state: 'uncertain' }]);
});

test('a pause that the channel names is kept', async () => {
  const room = createRoom();
  room.answer({ state: 'again', error: '429', afterMs: 20 * MINUTE });
  room.alerts.raise(complaint('a'));
  await room.pass(15 * MINUTE);
  expect(room.messages).toHaveLength(1);
  await room.pass(10 * MINUTE);
  expect(room.messages).toHaveLength(2);
});
