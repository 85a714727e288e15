import { afterEach, beforeEach, expect, test } from 'vitest';
import { createApprovalDesk, type ApprovalDesk } from '../../../../../electron/features/governance/answer-approvals.ts';
import { createConsensus } from '../../../../../electron/features/governance/consensus/index.ts';
import { attendTelegram, type TelegramAttendance } from '../../../../../electron/features/governance/telegram/index.ts';
import type { Clock } from '../../../../../electron/kernel/clock.ts';
import { systemClock } from '../../../../../electron/kernel/clock.ts';
import { sha256 } from '../../../../../electron/kernel/hash.ts';
import type { Act } from '../../../../../electron/kernel/ports/audit.ts';
import type { Log } from '../../../../../electron/kernel/ports/log.ts';
import { createTelegramBot } from '../../../../../electron/platform/headless/telegram.ts';
import { defaultSettings } from '../../../../../shared/model/settings.ts';
import { startTelegramServer, type TelegramServer } from '../../../../support/telegram-server.ts';
import { createRoom, type Room } from '../support/room.ts';

const TOKEN = '123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw';
const CHAT = -1001;
const MINA = 42;
const patch: Act = {
  type: 'annealing.apply-patch',
  target: 'libs/a.py',
  actor: 'nightguard (watch)',
  paths: ['libs/a.py'],
  contentHash: sha256('the patch'),
  summary: 'A <b>patch</b> & more',
  diff: () => '--- a\n+++ b\n-API_KEY=sk-live-1234567890abcdefghij\n+ok = 1 < 2\n',
};

let room: Room;
let server: TelegramServer;
let desk: ApprovalDesk;
let logged: string[];
let pauses: number[];
let attendance: TelegramAttendance | null;
beforeEach(async () => {
  room = createRoom();
  server = await startTelegramServer();
  logged = [];
  pauses = [];
  attendance = null;
  const { database, clock, settings, approvals, gate, audit, workspace } = room;
  const consensus = createConsensus({ database, clock, settings: () => settings.consensus, record: () => undefined });
  desk = createApprovalDesk({ workspace, database, settings: () => settings, approvals, consensus, gate, audit, clock });
});
afterEach(async () => {
  await attendance?.dispose();
  await server.close();
  room.dispose();
});

function attend(approvers: (number | { id: number; name: string })[] = [{ id: MINA, name: 'mina' }]): void {
  const settings = { ...defaultSettings().governance.telegram, enabled: true, chatId: CHAT, approvers, baseUrl: server.baseUrl };
  const log: Log = { write: (level, message, details) => logged.push(JSON.stringify({ level, message, details })) };
  // Pauses are taken note of and cut short.
  const clock: Clock = {
    now: () => room.clock.at,
    after: (ms, callback) => systemClock.after(ms, callback),
    sleep: (ms, signal) => {
      pauses.push(ms);
      return systemClock.sleep(Math.min(ms, 20), signal);
    },
  };
  const bot = createTelegramBot({ baseUrl: server.baseUrl, token: TOKEN });
  attendance = attendTelegram({
    workspace: room.workspace,
    settings: () => settings,
    bot: () => bot,
    database: room.database,
    desk,
    clock,
    log,
  });
  attendance.wake();
}

const ask = (act: Act = patch): number => {
  room.gate.judge(act);
  attendance?.wake();
  return room.approvals.pending().at(-1)?.id ?? 0;
};
const sent = (method = 'sendMessage'): Record<string, unknown>[] =>
  server.said().filter((call) => call.method === method).map(({ parameters }) => parameters); // prettier-ignore
const shown = (id: number): number | undefined =>
  room.database.get<{ message_id: number | null }>('SELECT message_id FROM telegram_messages WHERE request_id = ?', id)
    ?.message_id ?? undefined;
const data = (verdict: 'approve' | 'deny', id: number): string =>
  `${verdict}:${id}:${room.approvals.get(id)?.contentHash.slice(0, 12)}`;
const answers = (): unknown[] => sent('answerCallbackQuery').map(({ text }) => text);

test('while nothing waits nothing is sent and nobody is asked', async () => {
  attend();
  await systemClock.sleep(100);
  expect(server.calls).toEqual([]);
});

test('a request is shown with what a person needs, secrets left out, and approved by its button, once', async () => {
  const id = ask();
  attend();
  await expect.poll(() => shown(id)).toBeDefined();
  const [message] = sent();
  expect(message).toMatchObject({ chat_id: String(CHAT), parse_mode: 'HTML' });
  const text = String(message?.['text']);
  for (const part of [
    'nightguard (watch)',
    'annealing.apply-patch',
    'patches to code',
    patch.contentHash?.slice(0, 12) ?? '',
    '&lt;b&gt;',
    'UTC',
  ])
    expect(text).toContain(part);
  expect(text).toContain('API_KEY=[redacted]');
  expect(JSON.stringify(server.calls)).not.toContain('sk-live');
  server.press({ from: MINA, chat: CHAT, message: shown(id) ?? 0, data: data('approve', id) });
  await expect.poll(() => room.approvals.get(id)).toMatchObject({ state: 'approved', decidedBy: 'mina (telegram)' });
  await expect
    .poll(() => sent('editMessageText'))
    .toMatchObject([{ message_id: shown(id), text: expect.stringContaining('Approved by mina') as string }]);
  expect(sent('editMessageText')[0]).not.toHaveProperty('reply_markup');
  expect(room.gate.judge(patch)).toEqual({ verdict: 'allow' });

  // The same press again, replayed by whoever could: the leave was for one use.
  server.press({ from: MINA, chat: CHAT, message: shown(id) ?? 0, data: data('approve', id) });
  const second = ask({ ...patch, contentHash: sha256('another') });
  await expect.poll(() => shown(second)).toBeDefined();
  await expect.poll(() => answers().length).toBe(2);
  expect(room.approvals.get(id)?.state).toBe('used');
  expect(room.gate.judge(patch).verdict).toBe('ask');
});

test.each<[string, (id: number, other: number) => { from: number; chat: number; message: number; data: string }, RegExp]>([
  [
    'by somebody else',
    (id) => ({ from: 666, chat: CHAT, message: shown(id) ?? 0, data: data('approve', id) }),
    /not among those/,
  ],
  ['in another chat', (id) => ({ from: MINA, chat: 77, message: shown(id) ?? 0, data: data('approve', id) }), /configured chat/],
  [
    'of another message',
    (id, other) => ({ from: MINA, chat: CHAT, message: shown(other) ?? 0, data: data('approve', id) }),
    /not the message/,
  ],
  [
    'with the hash of other content',
    (id) => ({ from: MINA, chat: CHAT, message: shown(id) ?? 0, data: `approve:${id}:${'0'.repeat(12)}` }),
    /other content/,
  ],
  ['that says nothing known', (id) => ({ from: MINA, chat: CHAT, message: shown(id) ?? 0, data: `approve:${id}` }), /not known/],
])('a button pressed %s decides nothing', async (_, press, answer) => {
  const id = ask();
  const other = ask({ ...patch, contentHash: sha256('other') });
  attend();
  await expect.poll(() => [shown(id), shown(other)].every((message) => message !== undefined)).toBe(true);
  server.press(press(id, other));
  await expect.poll(answers).toEqual([expect.stringMatching(answer)]);
  expect(room.approvals.pending().map((one) => one.id)).toEqual([id, other]);
});

test('deny is a refusal that holds', async () => {
  const id = ask();
  attend();
  await expect.poll(() => shown(id)).toBeDefined();
  server.press({ from: MINA, chat: CHAT, message: shown(id) ?? 0, data: data('deny', id) });
  await expect.poll(() => room.approvals.get(id)?.state).toBe('denied');
  expect(room.gate.judge(patch)).toMatchObject({ verdict: 'deny', again: true });
});

test('what is decided elsewhere, or runs out, loses its buttons and says how it ended', async () => {
  const [first, second] = [ask(), ask({ ...patch, contentHash: sha256('two') })];
  attend();
  await expect.poll(() => shown(second)).toBeDefined();
  room.approvals.deny(first, { kind: 'person', name: 'jun', door: 'window' }, 'No <thanks>.');
  attendance?.wake();
  await expect
    .poll(() => sent('editMessageText'))
    .toMatchObject([{ text: expect.stringContaining('Denied by jun (window): No &lt;thanks&gt;.') as string }]);
  room.clock.at += 25 * 3_600_000;
  room.approvals.expire();
  attendance?.wake();
  await expect.poll(() => sent('editMessageText')).toHaveLength(2);
  expect(sent('editMessageText')[1]).toMatchObject({ text: expect.stringContaining('Its time is over: denied.') as string });
  expect(room.gate.judge(patch).verdict).not.toBe('allow');
  const polls = server.polls();
  await systemClock.sleep(100);
  expect(server.polls()).toBe(polls);
});

test('a refusal of the form is sent again as plain text', async () => {
  server.fail('sendMessage', { status: 400, body: { ok: false, error_code: 400, description: "can't parse entities" } });
  const id = ask();
  attend();
  await expect.poll(() => shown(id)).toBeDefined();
  expect(sent()).toMatchObject([{ parse_mode: 'HTML' }, { text: expect.stringContaining('A <b>patch</b> & more') as string }]);
  expect(sent()[1]).not.toHaveProperty('parse_mode');
  expect(sent()[1]).toHaveProperty('reply_markup');
});

test('429 is obeyed, 500, nonsense, slowness and a cut line are outlasted; nothing is approved meanwhile, and no token is logged', async () => {
  server.fail('sendMessage', { status: 429, body: { ok: false, error_code: 429, parameters: { retry_after: 7 } } });
  server.fail('sendMessage', { status: 500 }, { status: 502, body: '<html>' }, 'cut', 'slow');
  server.fail('getUpdates', { status: 409, body: { ok: false, error_code: 409, description: 'Conflict' } }, 'cut');
  const id = ask();
  attend();
  await expect.poll(() => shown(id), { timeout: 5000 }).toBeDefined();
  expect(pauses.slice(0, 4)).toEqual([7000, 2000, 4000, 8000]);
  expect(room.approvals.get(id)?.state).toBe('pending');
  await expect.poll(() => server.polls()).toBeGreaterThan(2);
  server.press({ from: MINA, chat: CHAT, message: shown(id) ?? 0, data: data('approve', id) });
  await expect.poll(() => room.approvals.get(id)?.state).toBe('approved');
  expect(logged.length).toBeGreaterThan(0);
  expect(logged.join('\n')).not.toContain(TOKEN.slice(10));
  expect(logged.join('\n')).not.toContain(server.baseUrl);
});

test('offline it is tried again and again, and at expiry the answer is no', async () => {
  const { baseUrl } = server;
  await server.close();
  const id = ask();
  attend();
  await expect.poll(() => pauses.length).toBeGreaterThan(2);
  room.clock.at += 25 * 3_600_000;
  room.approvals.expire();
  expect(room.approvals.get(id)?.state).toBe('expired');
  expect(logged.join()).not.toContain(baseUrl);
  await attendance?.dispose();
  attendance = null;
  const count = pauses.length;
  await systemClock.sleep(60);
  expect(pauses).toHaveLength(count);
});

test('a change of the constitution is approved only by somebody whom the settings name, and after the reviews', async () => {
  room.write({ '02_AAOS-Immune_system/DNA.md': '' });
  const meta: Act = { ...patch, type: 'update.apply', paths: ['02_AAOS-Immune_system/DNA.md'], contentHash: sha256('meta') };
  const id = ask(meta);
  attend([7, { id: MINA, name: 'mina' }]);
  await expect.poll(() => shown(id)).toBeDefined();
  server.press({ from: 7, chat: CHAT, message: shown(id) ?? 0, data: data('approve', id) });
  await expect.poll(answers).toEqual([expect.stringContaining('under which name')]);
  server.press({ from: MINA, chat: CHAT, message: shown(id) ?? 0, data: data('approve', id) });
  await expect.poll(answers).toEqual([expect.anything(), expect.stringContaining('reviews are missing')]);
  expect(room.approvals.get(id)?.state).toBe('pending');
});

test('two processes that look after one workspace show a request once', async () => {
  const id = ask();
  attend();
  const first = attendance;
  attend();
  await expect.poll(() => shown(id)).toBeDefined();
  await systemClock.sleep(100);
  expect(sent()).toHaveLength(1);
  await first?.dispose();
});
