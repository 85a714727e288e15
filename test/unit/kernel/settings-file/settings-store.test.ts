import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../../../electron/kernel/clock.ts';
import { silentLog } from '../../../../electron/kernel/ports/log.ts';
import { createSettingsStore, type SettingsStore } from '../../../../electron/kernel/settings-file/index.ts';
import type { Settings, SettingsProblem } from '../../../../shared/model/settings.ts';

let folder: string;
let path: string;
let store: SettingsStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nightguard-store-'));
  path = join(folder, 'nightguard.yaml');
  await writeFile(path, 'updates:\n  when: manual\n');
  store = createSettingsStore({ path, clock: systemClock, log: silentLog });
});
afterEach(async () => {
  await store.dispose();
  await rm(folder, { recursive: true, force: true });
});

const nextChange = (): Promise<[Settings, SettingsProblem | null]> =>
  new Promise((resolve) => {
    const off = store.onChange((settings, problem) => {
      off();
      resolve([settings, problem]);
    });
  });

test('a broken file is reported and the last good settings stay in force until it is mended', async () => {
  expect(store.current().updates.when).toBe('manual');
  await writeFile(path, 'updates:\n  when: soon\n');
  store.reload();
  expect(store.problem()).toMatchObject({ line: 2, path: 'updates.when' });
  expect(store.current().updates.when).toBe('manual');
  await rm(path);
  store.reload();
  expect(store.problem()?.message).toContain('missing');
  expect(store.current().updates.when).toBe('manual');
  await writeFile(path, 'updates:\n  when: ritual\n');
  store.reload();
  expect(store.problem()).toBeNull();
  expect(store.current().updates.when).toBe('ritual');
});

test('edits in place and replacements by rename are noticed', async () => {
  const first = nextChange();
  await writeFile(path, 'updates:\n  when: ritual\n');
  expect((await first)[0].updates.when).toBe('ritual');
  for (const quietSeconds of [11, 12]) {
    const next = nextChange();
    await writeFile(`${path}.tmp`, `updates:\n  quietSeconds: ${quietSeconds}\n`);
    await rename(`${path}.tmp`, path);
    expect((await next)[0].updates.quietSeconds).toBe(quietSeconds);
  }
});

test('nothing is called when the file means the same, or after dispose', async () => {
  let calls = 0;
  store.onChange(() => (calls += 1));
  await writeFile(path, '# a comment\nupdates: {when: manual}\n');
  store.reload();
  await store.dispose();
  await writeFile(path, 'updates: {when: ritual}\n');
  store.reload();
  expect(calls).toBe(0);
  expect(store.current().updates.when).toBe('manual');
});
