import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFileSecrets } from '../../../electron/platform/headless/file-secrets.ts';
import { startKeychain, type KeychainProcess } from '../../support/keychain-process.ts';
import { startSecretService, type SecretService } from '../../support/secret-service.ts';
import { startSessionBus } from '../../support/session-bus.ts';
import { secretsSuite, textBelow } from './secrets-suite.ts';

let folder: string;
const freshFolder = (): void => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nightguard-secrets-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
};

describe('files', () => {
  freshFolder();
  secretsSuite(
    test,
    () => createFileSecrets(folder),
    () => folder,
  );
});

/** Needs a session bus and a display: `npm test` brings them. */
describe.runIf(process.platform === 'linux' && process.env['DISPLAY'])('the keychain, in Electron', () => {
  let bus: { close(): Promise<void> };
  let keychain: KeychainProcess;

  beforeAll(async () => {
    bus = await startSessionBus();
  });
  afterAll(() => bus.close());

  describe('with a keyring on the session bus', () => {
    let keyring: SecretService;
    freshFolder();
    beforeAll(async () => {
      keyring = await startSecretService();
      keychain = await startKeychain(folder);
    });
    afterAll(async () => {
      await keychain.close();
      keyring.close();
    });
    secretsSuite(
      test,
      () => keychain,
      () => folder,
    );

    test('the key is in the keyring, and what lies on the disk tells nothing', async () => {
      await keychain.set('token', 'a very secret word');
      expect(keyring.kept()).toHaveLength(1);
      const text = await textBelow(folder);
      expect(text).not.toContain('a very secret word');
      expect(text).not.toContain(Buffer.from('a very secret word').toString('base64').slice(0, 16));
      expect(await keychain.logged()).toEqual([]);
    });

    test('what was kept in files before there was a keyring is still found', async () => {
      await createFileSecrets(folder).set('older', 'from before');
      expect(await keychain.get('older')).toBe('from before');
    });

    test('another start opens what this one has sealed', async () => {
      await keychain.set('lasting', 'kept');
      const later = await startKeychain(folder);
      expect(await later.get('lasting')).toBe('kept');
      await later.close();
    });
  });

  describe('without a keyring', () => {
    freshFolder();
    beforeAll(async () => {
      keychain = await startKeychain(folder);
    });
    afterAll(() => keychain.close());
    secretsSuite(
      test,
      () => keychain,
      () => folder,
    );

    test('the terminal finds what was kept, and the log says once that no keychain answers', async () => {
      await keychain.set('shared', 'for both doors');
      expect(await createFileSecrets(folder).get('shared')).toBe('for both doors');
      expect(await keychain.logged()).toHaveLength(1);
    });

    test('a sealed secret that cannot be opened is an error, not «none»', async () => {
      await createFileSecrets(join(folder, 'sealed')).set('locked', 'djEx');
      await expect(keychain.get('locked')).rejects.toThrow('did not open the secret');
    });
  });
});
