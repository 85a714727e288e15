import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTelegramServer, type TelegramServer } from '../../../../support/telegram-server.ts';
import { createImmuneRoom, DNA, reviewTwice, update, type ImmuneRoom } from './immune-room.ts';
import { immuneBlueprint } from '../support/documents.ts';

let room: ImmuneRoom;
let server: TelegramServer;
beforeEach(async () => {
  room = createImmuneRoom();
  server = await startTelegramServer();
});
afterEach(async () => {
  await room.dispose();
  await server.close();
});

test('a change from Core is asked about in the chat with the token of .env, approved there, and applied by the watch', async () => {
  const telegram = {
    enabled: true,
    chatId: 77,
    approvers: [{ id: 42, name: 'mina' }],
    baseUrl: server.baseUrl,
    language: 'ko',
    tokenVariable: 'MY_BOT',
  };
  const settings = { updates: { source: room.core, quietSeconds: 0 }, governance: { telegram } };
  writeFileSync(join(room.workspace, 'nightguard.yaml'), stringify(settings));
  writeFileSync(join(room.workspace, '.env'), 'MY_BOT=123456:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw\n');
  const guardian = await room.guardian();
  await update(guardian);
  await guardian.watch();
  const next = immuneBlueprint.replace('version: "0.3.1"', 'version: "0.4.0"');
  room.inCore(DNA, next);
  await expect
    .poll(() => server.said().at(0), { timeout: 15_000 })
    .toMatchObject({
      method: 'sendMessage',
      parameters: { chat_id: '77', text: expect.stringContaining('승인 요청 1') as string },
    });
  reviewTwice(guardian, 1);
  const { contentHash } = guardian.governance.approvals.show(1).request;
  server.press({ from: 42, chat: 77, message: 100, data: `approve:1:${contentHash.slice(0, 12)}` });
  await expect.poll(() => room.read(DNA), { timeout: 15_000 }).toBe(next);
  await expect.poll(() => server.said().at(-1)?.method, { timeout: 5000 }).toBe('editMessageText');
  expect(guardian.governance.approvals.show(1).request).toMatchObject({ state: 'used', decidedBy: 'mina (telegram)' });
}, 40_000);
