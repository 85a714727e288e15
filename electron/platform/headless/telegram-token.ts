import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { errnoOf } from '../../kernel/errors.ts';
import type { Bot } from '../../kernel/ports/bot.ts';
import { createTelegramBot } from './telegram.ts';

const MOST_BYTES = 1 << 20;

/** The bot whose token the environment, or the workspace's `.env`, holds under that name; null when neither holds one that looks like one. */
export function findTelegramBot(
  workspace: string,
  { tokenVariable, baseUrl }: { tokenVariable: string; baseUrl: string },
  env: NodeJS.ProcessEnv = process.env,
): Bot | null {
  const token = (env[tokenVariable] ?? ownEnv(workspace)[tokenVariable] ?? '').trim();
  return /^\d{1,20}:[\w-]{10,200}$/.test(token) ? createTelegramBot({ baseUrl, token }) : null;
}

function ownEnv(workspace: string): NodeJS.Dict<string> {
  try {
    const text = readFileSync(join(workspace, '.env'), 'utf8');
    return text.length > MOST_BYTES ? {} : parseEnv(text);
  } catch (error) {
    if (['ENOENT', 'EACCES', 'EISDIR'].includes(errnoOf(error) ?? '')) return {};
    throw error;
  }
}
