import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron } from '@playwright/test';
import electronBinary from 'electron';
import { build } from 'vite';
import type { Secrets } from '../../electron/kernel/ports/secrets.ts';
import type { secretsUnderTest } from './keychain-main.ts';

export interface KeychainProcess extends Secrets {
  logged(): Promise<string[]>;
  close(): Promise<void>;
}

interface Main {
  secretsUnderTest: typeof secretsUnderTest;
}

/** The keychain's store over `folder`, in a real Electron on the present session bus. */
export async function startKeychain(folder: string): Promise<KeychainProcess> {
  const place = await mkdtemp(join(tmpdir(), 'nightguard-keychain-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: resolve(import.meta.dirname, 'keychain-main.ts'),
      outDir: place,
      rollupOptions: { external: ['electron'], output: { entryFileNames: 'main.mjs' } },
    },
  });
  const flags = [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    `--user-data-dir=${join(place, 'profile')}`,
  ];
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const app = await _electron.launch({
    executablePath: electronBinary as unknown as string,
    args: [...flags, join(place, 'main.mjs')],
    env: { ...Object.fromEntries(inherited), NIGHTGUARD_SECRETS: folder },
  });
  const valueOf = <T>(answer: { value: T } | { error: string }): T => {
    if ('error' in answer) throw new Error(answer.error);
    return answer.value;
  };
  return {
    get: async (name) =>
      valueOf(await app.evaluate((_electron, asked) => (globalThis as unknown as Main).secretsUnderTest.get(asked), name)),
    set: async (name, value) =>
      valueOf(
        await app.evaluate((_electron, [kept, secret]) => (globalThis as unknown as Main).secretsUnderTest.set(kept, secret), [
          name,
          value,
        ] as const),
      ),
    logged: () => app.evaluate(() => (globalThis as unknown as Main).secretsUnderTest.logged()),
    async close() {
      await app.close();
      await rm(place, { recursive: true, force: true });
    },
  };
}
