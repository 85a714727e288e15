import { join } from 'node:path';
import { safeStorage } from 'electron';
import type { Clock } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import type { Log } from '../kernel/ports/log.ts';
import type { Secrets } from '../kernel/ports/secrets.ts';
import { createFileSecrets } from './headless/file-secrets.ts';

/**
 * Secrets sealed with a key of the operating system's keychain (Keychain, DPAPI, Secret Service); the sealed bytes lie in files that only
 * their owner can read. Without a keychain the secrets themselves lie in such files, and the log says so once. The keychain is asked on
 * first use: a locked one may ask the person, and must not keep the tray from showing.
 */
export function createKeychainSecrets(folder: string, { log, clock }: { log: Log; clock: Clock }): Secrets {
  const plain = createFileSecrets(folder);
  const kept = createFileSecrets(join(folder, 'sealed'));
  const sealed = sealedSecrets(kept);
  const isSealing = keychainProbe({ log, clock });
  return {
    async get(name) {
      if (await isSealing()) return (await sealed.get(name)) ?? plain.get(name);
      // A keychain that does not answer today is not the same as a secret that was never there.
      if ((await kept.get(name)) !== null) throw unopened(name);
      return plain.get(name);
    },
    async set(name, value) {
      await ((await isSealing()) ? sealed : plain).set(name, value);
    },
  };
}

/** How long the keychain may take to come up when it is asked for the first time. */
const PATIENCE_MS = 5000;
const PAUSE_MS = 100;

/** Says whether the keychain can be used; one that comes up later is used from then on. */
function keychainProbe({ log, clock }: { log: Log; clock: Clock }): () => Promise<boolean> {
  let asked: Promise<boolean> | undefined;
  const first = async (): Promise<boolean> => {
    const until = clock.now() + PATIENCE_MS;
    // Electron 42.0.0 says «not available» until its first connection is made, where its documentation promises to wait.
    while (!(await canSeal())) {
      if (clock.now() >= until) {
        log.write('warn', 'No keychain answers: secrets are kept in files that only this user can read');
        return false;
      }
      await clock.sleep(PAUSE_MS);
    }
    return true;
  };
  return async () => (await (asked ??= first())) || canSeal();
}

/** The mark of bytes that Chromium on Linux seals with a key that everybody knows, when there is no keyring. */
const FIXED_KEY = 'v10';

async function canSeal(): Promise<boolean> {
  // Asked first: to seal without a keychain ends the whole process (Electron 42.0.0).
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
  if (process.platform !== 'linux') return true;
  const probe = await safeStorage.encryptStringAsync('probe');
  return probe.subarray(0, FIXED_KEY.length).toString('latin1') !== FIXED_KEY;
}

function sealedSecrets(files: Secrets): Secrets {
  const seal = async (name: string, value: string): Promise<void> =>
    files.set(name, (await safeStorage.encryptStringAsync(value)).toString('base64'));
  return {
    async get(name) {
      const kept = await files.get(name);
      if (kept === null) return null;
      const { result, shouldReEncrypt } = await open(name, Buffer.from(kept, 'base64'));
      if (shouldReEncrypt) await seal(name, result);
      return result;
    },
    set: seal,
  };
}

async function open(name: string, bytes: Buffer): Promise<Electron.DecryptStringAsyncReturnValue> {
  try {
    return await safeStorage.decryptStringAsync(bytes);
  } catch (error) {
    throw unopened(name, error);
  }
}

const unopened = (name: string, cause?: unknown): AppError =>
  new AppError('internal', `The keychain did not open the secret ${name}. Unlock it and try again.`, { cause });
