import { createHash } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';
import { AppError, errnoOf } from '../../../kernel/errors.ts';
import { within } from '../../../kernel/paths.ts';
import type { ArchiveIndex } from './archive-index.ts';

/**
 * The bytes of one archived version, proven by their hash. Symbolic links are not followed.
 * @throws AppError `not-found` when there is no such version or its file is gone, `hash-mismatch` when the file is no longer what was archived
 */
export async function archivedBytes(context: { workspace: string; archive: ArchiveIndex }, id: number): Promise<Uint8Array> {
  const row = context.archive.get(id);
  if (row === null)
    throw new AppError('not-found', `There is no archived version ${id}. \`nightguard archive list\` lists them.`);
  const bytes = await readIfFile(within(context.workspace, row.archive_path));
  if (bytes === null) throw new AppError('not-found', `${row.archive_path} is not in the archive any more.`);
  if (createHash('sha256').update(bytes).digest('hex') !== row.hash) {
    throw new AppError('hash-mismatch', `${row.archive_path} is damaged: its bytes are not those that were archived.`);
  }
  return bytes;
}

async function readIfFile(path: string): Promise<Uint8Array | null> {
  try {
    return (await lstat(path)).isFile() ? await readFile(path) : null;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}
