import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import type { Bot, BotReply } from '../../../../electron/kernel/ports/bot.ts';
import { createEmailChannel } from '../../../../electron/platform/headless/alert-channels/email-channel.ts';
import { messageText } from '../../../../electron/platform/headless/alert-channels/message-text.ts';
import { createTelegramChannel, partsOf } from '../../../../electron/platform/headless/alert-channels/telegram-channel.ts';
import { createWebhookChannel } from '../../../../electron/platform/headless/alert-channels/webhook-channel.ts';
import { createTranslator } from '../../../../shared/locales/index.ts';
import type { Alert, AlertMessage } from '../../../../shared/model/alerts.ts';

const alert: Alert = {
  cause: 'disk',
  severity: 'CRITICAL',
  title: 'The disk is <full>',
  detail: '/home: 0 bytes free',
  open: 1,
  seen: 1,
  since: 0,
  lastSeenAt: 0,
  toldTimes: 0,
  toldAt: null,
  acknowledgedAt: null,
  acknowledgedBy: null,
  goneAt: null,
};
const message: AlertMessage = { severity: 'CRITICAL', kind: 'alert', begun: [alert], ongoing: [], gone: [] };
const t = createTranslator('en');
const textOf = (given: AlertMessage) => messageText(given, '97layerOS', t);
const never = new AbortController().signal;

const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

interface Seen {
  headers: IncomingMessage['headers'];
  body: string;
}

/** A real server on loopback. */
async function serve(
  answer: (response: ServerResponse, request: IncomingMessage) => void,
): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      seen.push({ headers: request.headers, body });
      answer(response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook/s3cret`, seen };
}

test('a message names the workspace, the severity and one line a cause; in Korean too', () => {
  expect(textOf(message)).toEqual({
    title: '97layerOS · Critical: The disk is <full>',
    lines: ['Critical · The disk is <full> – /home: 0 bytes free'],
  });
  const many = { ...message, begun: Array.from({ length: 14 }, () => alert) };
  expect(messageText(many, '97layerOS', createTranslator('ko'))).toMatchObject({ title: '97layerOS · 심각: 14건' });
  expect(textOf(many).lines).toHaveLength(11);
});

test('a webhook gets the message and a key that stays the same for a repetition', async () => {
  const { url, seen } = await serve((response) => response.end('ok'));
  const channel = createWebhookChannel({ url, kind: 'generic', textOf });
  expect(await channel.send(message, 'key-1', never)).toEqual({ state: 'sent' });
  expect(seen[0]?.headers['idempotency-key']).toBe('key-1');
  expect(JSON.parse(seen[0]?.body ?? '')).toMatchObject({
    source: 'nightguard',
    severity: 'CRITICAL',
    begun: [{ cause: 'disk' }],
  });
});

test('Slack and Discord get text that calls nobody and marks nothing', async () => {
  const { url, seen } = await serve((response) => response.end('ok'));
  await createWebhookChannel({ url, kind: 'slack', textOf }).send(message, 'k', never);
  await createWebhookChannel({ url, kind: 'discord', textOf }).send(message, 'k', never);
  expect(JSON.parse(seen[0]?.body ?? '')).toMatchObject({ text: expect.stringContaining('&lt;full&gt;') as string });
  expect(JSON.parse(seen[1]?.body ?? '')).toMatchObject({ allowed_mentions: { parse: [] } });
});

test.each([
  [429, { 'retry-after': '90' }, { state: 'again', error: 'HTTP 429', afterMs: 90_000 }],
  [500, {}, { state: 'again', error: 'HTTP 500', afterMs: null }],
  [404, {}, { state: 'never', error: 'HTTP 404' }],
])('a webhook that answers %i is heard', async (status, headers, sent) => {
  const { url } = await serve((response) => response.writeHead(status, headers).end('no'));
  expect(await createWebhookChannel({ url, kind: 'generic', textOf }).send(message, 'k', never)).toEqual(sent);
});

test('a webhook that never answers, or is not there, is tried again, and no error names its address', async () => {
  const { url } = await serve(() => undefined);
  const slow = await createWebhookChannel({ url, kind: 'generic', textOf, timeoutMs: 100 }).send(message, 'k', never);
  const gone = await createWebhookChannel({ url: 'http://127.0.0.1:9/s3cret', kind: 'generic', textOf }).send(
    message,
    'k',
    never,
  );
  expect(slow).toMatchObject({ state: 'again' });
  expect(gone).toMatchObject({ state: 'again' });
  expect(JSON.stringify([slow, gone])).not.toContain('s3cret');
});

test('a webhook that sends elsewhere is not followed', async () => {
  const target = await serve((response) => response.end('ok'));
  const { url } = await serve((response) => response.writeHead(302, { location: target.url }).end());
  expect(await createWebhookChannel({ url, kind: 'generic', textOf }).send(message, 'k', never)).toMatchObject({
    state: 'again',
  });
  expect(target.seen).toEqual([]);
});

/** A real SMTP server on loopback. */
async function smtp(refuse: number | null): Promise<{ port: number; mails: string[] }> {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
      stream.on('end', () => {
        if (refuse !== null) return done(Object.assign(new Error('refused'), { responseCode: refuse }));
        mails.push(text);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { port: (server.server.address() as AddressInfo).port, mails };
}

const email = (port: number) =>
  createEmailChannel({
    host: '127.0.0.1',
    port,
    secure: false,
    user: '',
    password: () => null,
    sender: 'nightguard@example.org',
    recipients: ['mina@example.org'],
    textOf,
    timeoutMs: 1000,
  });

test('an e-mail arrives, with an id that stays the same for a repetition', async () => {
  const { port, mails } = await smtp(null);
  expect(await email(port).send(message, 'nightguard-7-1', never)).toEqual({ state: 'sent' });
  expect(mails[0]).toMatch(/^Subject: =\?UTF-8\?/m);
  expect(mails[0]).toContain('Message-ID: <nightguard-7-1@nightguard>');
});

test('an SMTP server that is busy is tried again, one that refuses is not', async () => {
  expect(await email((await smtp(451)).port).send(message, 'k', never)).toMatchObject({ state: 'again' });
  expect(await email((await smtp(554)).port).send(message, 'k', never)).toMatchObject({ state: 'never' });
  expect(await email(9).send(message, 'k', never)).toMatchObject({ state: 'again' });
});

const bot = (replies: BotReply[], asked: unknown[]): Bot => ({
  id: '1',
  call: (_method, parameters) => {
    asked.push(parameters);
    return Promise.resolve(replies.shift() ?? { ok: true, result: {} });
  },
});

test('Telegram gets plain text; its pause is kept, a refusal is final', async () => {
  const asked: unknown[] = [];
  const send = (replies: BotReply[]) =>
    createTelegramChannel({ bot: () => bot(replies, asked), chatId: '42', textOf }).send(message, 'k', never);
  expect(await send([])).toEqual({ state: 'sent' });
  expect(asked[0]).toEqual({ chat_id: '42', text: expect.stringContaining('The disk is <full>') as string });
  const busy: BotReply = { ok: false, kind: 'refused', status: 429, description: 'Too Many Requests', retryAfterMs: 7000 };
  expect(await send([busy])).toMatchObject({ state: 'again', afterMs: 7000 });
  expect(await send([{ ...busy, status: 403, retryAfterMs: null }])).toMatchObject({ state: 'never' });
  expect(await send([{ ok: false, kind: 'unreachable', description: 'ECONNRESET' }])).toMatchObject({ state: 'again' });
});

test('without a token Telegram is a channel that waits, not one that has sent', async () => {
  const sent = await createTelegramChannel({ bot: () => null, chatId: '42', textOf }).send(message, 'k', never);
  expect(sent).toMatchObject({ state: 'again' });
});

test('a long message is cut into parts that Telegram takes, never inside a character', () => {
  const parts = partsOf('🛡'.repeat(5000));
  expect(parts.every((part) => part.length <= 4096 && part.isWellFormed())).toBe(true);
  expect(parts).toHaveLength(3);
  expect(partsOf('short')).toEqual(['short']);
});
