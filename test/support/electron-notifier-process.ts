import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron } from '@playwright/test';
import electronBinary from 'electron';
import { build } from 'vite';
import type { NotifierUnderTest } from '../contract/notifier-suite.ts';
import type { notifierUnderTest } from './electron-notifier-main.ts';

export type ElectronNotifierProcess = NotifierUnderTest & { close(): Promise<void> };

interface Main {
  notifierUnderTest: typeof notifierUnderTest;
}

/** Electron's notifier in a real Electron. */
export async function startElectronNotifier(): Promise<ElectronNotifierProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'nightguard-notifier-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: resolve(import.meta.dirname, 'electron-notifier-main.ts'),
      outDir: folder,
      rollupOptions: { external: ['electron'], output: { entryFileNames: 'main.mjs' } },
    },
  });
  const flags = [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    `--user-data-dir=${join(folder, 'profile')}`,
  ];
  const app = await _electron.launch({
    executablePath: electronBinary as unknown as string,
    args: [...flags, join(folder, 'main.mjs')],
    env: Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)),
  });
  return {
    show: (message) => app.evaluate((_electron, value) => (globalThis as unknown as Main).notifierUnderTest.show(value), message),
    clicked: () => app.evaluate(() => (globalThis as unknown as Main).notifierUnderTest.clicked()),
    async close() {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
