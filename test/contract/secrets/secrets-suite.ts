import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type TestAPI } from 'vitest';
import type { Secrets } from '../../../electron/kernel/ports/secrets.ts';

/** What every store of secrets must do, whatever it keeps them in. */
export function secretsSuite(test: TestAPI, secrets: () => Secrets, folder: () => string): void {
  test('there is none before one is kept', async () => {
    expect(await secrets().get('never-kept')).toBeNull();
  });

  test('a secret comes back byte for byte', async () => {
    const value = '-----BEGIN KEY-----\n열쇠 🔑 "quoted" \\ \t\n-----END KEY-----\n';
    await secrets().set('audit-checkpoint-1a2b', value);
    expect(await secrets().get('audit-checkpoint-1a2b')).toBe(value);
    await secrets().set('empty', '');
    expect(await secrets().get('empty')).toBe('');
  });

  test('the newest one counts', async () => {
    await secrets().set('token', 'old');
    await secrets().set('token', 'new');
    expect(await secrets().get('token')).toBe('new');
  });

  test('a name cannot lead out of the store', async () => {
    for (const name of ['../token', 'a/b', '', '.hidden', 'A', 'a\0b']) {
      await expect(secrets().set(name, 'x')).rejects.toThrow('is not the name of a secret');
      await expect(secrets().get(name)).rejects.toThrow('is not the name of a secret');
    }
  });

  test.runIf(process.platform !== 'win32')('what lies on the disk can be read by its owner only', async () => {
    await secrets().set('token', 'mine');
    const files = await filesBelow(folder());
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(((await stat(file)).mode & 0o777).toString(8)).toBe('600');
  });
}

/** Every file below a folder. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** All that lies on the disk below a folder, as text. */
export const textBelow = async (folder: string): Promise<string> =>
  (await Promise.all((await filesBelow(folder)).map((file) => readFile(file, 'latin1')))).join('\n');
