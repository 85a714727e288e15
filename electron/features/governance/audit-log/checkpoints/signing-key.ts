import { randomBytes } from 'node:crypto';
import { AppError } from '../../../../kernel/errors.ts';
import type { Secrets } from '../../../../kernel/ports/secrets.ts';
import { exportSigner, importSigner, newSigner, type NoteSigner } from './signed-note.ts';

/** What the names of a log's keys begin with. `identity` tells logs of one machine apart. */
export const keyPrefix = (identity: string): string => `nightguard-audit-${identity}-`;

const secretOf = (identity: string): string => `audit-checkpoint-${identity}`;

/** The key of this log's checkpoints, or null when none was made yet. @throws AppError `internal` when the store holds no key */
export async function findSigner(secrets: Secrets, identity: string): Promise<NoteSigner | null> {
  const kept = await secrets.get(secretOf(identity));
  return kept === null ? null : importKept(kept);
}

/** The key of this log's checkpoints, made when there is none. @throws AppError `internal` when the store does not keep it or holds no key */
export async function loadSigner(secrets: Secrets, identity: string): Promise<NoteSigner> {
  const kept = await findSigner(secrets, identity);
  if (kept !== null) return kept;
  await secrets.set(secretOf(identity), exportSigner(newSigner(`${keyPrefix(identity)}${randomBytes(4).toString('hex')}`)));
  // Another process may have been first: what the store holds now is the key.
  const stored = await findSigner(secrets, identity);
  if (stored === null) throw new AppError('internal', 'The secret store did not keep the key of the checkpoints.');
  return stored;
}

function importKept(text: string): NoteSigner {
  try {
    return importSigner(text);
  } catch (error) {
    throw new AppError('internal', 'The secret of the checkpoints is no key. Checkpoints cannot be signed or checked.', {
      cause: error,
    });
  }
}
