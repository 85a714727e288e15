import { appendFile, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Redact } from './redact.ts';

/** How many logs of installations are kept. */
const KEPT = 20;
const NAME = /^install-.*\.log$/;

export interface InstallLog {
  path: string;
  write(text: string): Promise<void>;
}

/** Opens a new log below `.nightguard/environment`; the oldest ones go. Nothing is written that was not redacted. */
export async function openInstallLog(workspace: string, now: number, redact: Redact): Promise<InstallLog> {
  const folder = join(workspace, '.nightguard', 'environment');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const old = (await readdir(folder)).filter((name) => NAME.test(name)).sort();
  for (const name of old.slice(0, Math.max(0, old.length - KEPT + 1))) await rm(join(folder, name), { force: true });
  const path = join(folder, `install-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}.log`);
  return { path, write: (text) => appendFile(path, redact(text), { mode: 0o600 }) };
}
