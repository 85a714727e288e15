import { randomBytes } from 'node:crypto';
import { AppError } from '../../../../kernel/errors.ts';
import type { Secrets } from '../../../../kernel/ports/secrets.ts';
import { exportSigner, importSigner, newSigner, type NoteSigner } from './signed-note.ts';

const SECRET = 'audit-checkpoint-key';

/** The key of this log's checkpoints, made when there is none. @throws AppError `internal` when the store does not keep it or holds no key */
export async function loadSigner(secrets: Secrets): Promise<NoteSigner> {
  const kept = await secrets.get(SECRET);
  if (kept !== null) return importKept(kept);
  await secrets.set(SECRET, exportSigner(newSigner(`nightguard-audit-chain-${randomBytes(4).toString('hex')}`)));
  // Another process may have been first: what the store holds now is the key.
  const stored = await secrets.get(SECRET);
  if (stored === null) throw new AppError('internal', 'The secret store did not keep the key of the checkpoints.');
  return importKept(stored);
}

function importKept(text: string): NoteSigner {
  try {
    return importSigner(text);
  } catch (error) {
    throw new AppError('internal', `The secret ${SECRET} is no key. Checkpoints cannot be signed or checked.`, { cause: error });
  }
}
