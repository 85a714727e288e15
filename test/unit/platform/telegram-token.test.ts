import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findTelegramBot } from '../../../electron/platform/headless/telegram-token.ts';

const settings = { tokenVariable: 'TELEGRAM_BOT_TOKEN', baseUrl: 'https://api.telegram.org' };
const tokenOf = (id: string): string => `${id}:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw`;

let workspace: string;
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'nightguard-token-'));
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

test('the token comes from the environment before the workspace’s .env, and is nowhere in what is handed out', () => {
  expect(findTelegramBot(workspace, settings, {})).toBeNull();
  writeFileSync(join(workspace, '.env'), `# mine\nOTHER=1\nTELEGRAM_BOT_TOKEN="${tokenOf('111')}"\n`);
  const bot = findTelegramBot(workspace, settings, {});
  expect(bot?.id).toBe('111');
  expect(JSON.stringify(bot)).not.toContain('AAHdq');
  expect(findTelegramBot(workspace, settings, { TELEGRAM_BOT_TOKEN: tokenOf('222') })?.id).toBe('222');
  expect(findTelegramBot(workspace, { ...settings, tokenVariable: 'MINE' }, {})).toBeNull();
});

test.each(['', 'secret', '123:short', `${tokenOf('1')}/../x`])('what is no token makes no address: %j', (token) => {
  expect(findTelegramBot(workspace, settings, { TELEGRAM_BOT_TOKEN: token })).toBeNull();
});
