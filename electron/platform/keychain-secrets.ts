import { join } from 'node:path';
import { safeStorage } from 'electron';
import { AppError } from '../kernel/errors.ts';
import type { Log } from '../kernel/ports/log.ts';
import type { Secrets } from '../kernel/ports/secrets.ts';
import { createFileSecrets } from './headless/file-secrets.ts';

/**
 * Secrets sealed with a key of the operating system's keychain (Keychain, DPAPI, Secret Service, KWallet); the sealed bytes lie in files
 * that only their owner can read. Without a keychain the secrets themselves lie in such files, and the log says so once.
 * The keychain is asked on first use: a locked one may ask the person, and must not keep the tray from showing.
 */
export function createKeychainSecrets(folder: string, log: Log): Secrets {
  const plain = createFileSecrets(folder);
  const sealed = sealedSecrets(createFileSecrets(join(folder, 'sealed')));
  let chosen: Promise<boolean> | undefined;
  const isSealing = (): Promise<boolean> => (chosen ??= decide(log));
  return {
    async get(name) {
      // What was kept while there was no keychain is still there.
      return ((await isSealing()) ? await sealed.get(name) : null) ?? plain.get(name);
    },
    async set(name, value) {
      await ((await isSealing()) ? sealed : plain).set(name, value);
    },
  };
}

async function decide(log: Log): Promise<boolean> {
  const reason = await whyNoKeychain();
  if (reason !== null)
    log.write('warn', 'There is no keychain: secrets are kept in files that only this user can read', { reason });
  return reason === null;
}

/** The mark of bytes that Chromium on Linux sealed with a key that everybody knows. */
const FIXED_KEY = 'v10';

/** Null when the keychain of the operating system can be used. */
async function whyNoKeychain(): Promise<string | null> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return 'The operating system offers none.';
  if (process.platform !== 'linux') return null;
  const backend = safeStorage.getSelectedStorageBackend();
  if (backend === 'basic_text' || backend === 'unknown') return `Without a keyring (${backend}) nothing would be sealed.`;
  // A keyring that was expected and does not answer is replaced by the fixed key, without a word.
  const probe = await safeStorage.encryptStringAsync('probe');
  return probe.subarray(0, FIXED_KEY.length).toString('latin1') === FIXED_KEY ? `The keyring (${backend}) did not answer.` : null;
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

/** @throws AppError `internal`: a secret that cannot be opened is not the same as none */
async function open(name: string, bytes: Buffer): Promise<Electron.DecryptStringAsyncReturnValue> {
  try {
    return await safeStorage.decryptStringAsync(bytes);
  } catch (error) {
    throw new AppError('internal', `The keychain did not open the secret ${name}. Unlock it and try again.`, { cause: error });
  }
}
