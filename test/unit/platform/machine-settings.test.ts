import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../../electron/kernel/clock.ts';
import { silentLog } from '../../../electron/kernel/ports/log.ts';
import { openMachineSettings } from '../../../electron/platform/headless/machine-settings.ts';

let folder: string;
const open = () => openMachineSettings(join(folder, 'settings.json'), { log: silentLog, clock: systemClock });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nightguard-settings-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('starts with what the system says', async () => {
  expect((await open()).get()).toEqual({ workspaces: [], active: null, language: 'system', theme: 'system' });
});

test('what was changed is there at the next start', async () => {
  const store = await open();
  await Promise.all([store.change({ theme: 'dark' }), store.change({ language: 'ko' })]);
  expect((await open()).get()).toMatchObject({ theme: 'dark', language: 'ko' });
});

test('a file that cannot be read is set aside, not overwritten', async () => {
  await writeFile(join(folder, 'settings.json'), '{"theme": "dark"');
  const store = await open();
  await store.change({ theme: 'light' });
  const aside = (await readdir(folder)).find((name) => name.startsWith('settings.json.unreadable-'));
  expect(await readFile(join(folder, aside ?? ''), 'utf8')).toBe('{"theme": "dark"');
});
