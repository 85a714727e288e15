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
  const token = findVariable(workspace, tokenVariable, env) ?? '';
  return /^\d{1,20}:[\w-]{10,200}$/.test(token) ? createTelegramBot({ baseUrl, token }) : null;
}

/** A variable of the environment, or of the workspace's `.env`; null when neither has it. */
export function findVariable(workspace: string, name: string, env: NodeJS.ProcessEnv = process.env): string | null {
  const value = (env[name] ?? ownEnv(workspace)[name] ?? '').trim();
  return value === '' ? null : value;
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
