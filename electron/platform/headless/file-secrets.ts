import { chmod, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomic } from '../../kernel/atomic-file.ts';
import { AppError, errnoOf } from '../../kernel/errors.ts';
import type { Secrets } from '../../kernel/ports/secrets.ts';

/**
 * Secrets as files that only their owner can read (0600 in a folder of 0700), for machines without a keychain.
 * On Windows the folder's own permissions, inherited from the user's profile, take the place of the modes.
 */
export function createFileSecrets(folder: string): Secrets {
  const fileOf = (name: string): string => {
    if (!/^[a-z0-9][a-z0-9.-]*$/.test(name))
      throw new AppError('internal', `${JSON.stringify(name)} is not the name of a secret.`);
    return join(folder, name);
  };
  return {
    async get(name) {
      try {
        return await readFile(fileOf(name), 'utf8');
      } catch (error) {
        if (errnoOf(error) === 'ENOENT') return null;
        throw error;
      }
    },
    async set(name, value) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await chmod(folder, 0o700);
      await writeFileAtomic(fileOf(name), value, { mode: 0o600 });
    },
  };
}
