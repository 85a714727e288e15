import { lstatSync, type Stats } from 'node:fs';
import type { UpdateEntry } from '../../../../shared/model/updates.ts';
import { messageOf } from '../../../kernel/errors.ts';
import { parseLocalIso } from '../../../kernel/local-time.ts';
import { isInside, toKey } from '../../../kernel/names.ts';
import { assertRealFolders, within } from '../../../kernel/paths.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import type { FileWorkers } from '../apply/file-workers.ts';
import type { ArchiveRow } from '../archive/archive-index.ts';
import { isHash, isSafePath } from './suppositions.ts';

interface CopiesContext {
  workspace: string;
  workers: FileWorkers;
  archiveFolders: readonly string[];
  log: Log;
}

type Copy = Omit<ArchiveRow, 'id'>;

/** How many files are read at once: one that cannot be read costs a second look at these only. */
const BATCH = 256;

/**
 * Archived files that a log names, that are still there and whose bytes are what the log says, in the order of the log. One
 * that is named twice may be here twice. A log is not trusted: nothing outside the archive becomes part of it, however it is named.
 */
export async function findArchivedCopies(context: CopiesContext, entries: readonly UpdateEntry[]): Promise<Copy[]> {
  const known = new Set<string>();
  const copies = entries.flatMap((entry) => copyNamedBy(context, entry, known));
  const proven: Copy[] = [];
  for (let start = 0; start < copies.length; start += BATCH) {
    proven.push(...(await provenOf(context, copies.slice(start, start + BATCH))));
  }
  return proven;
}

function copyNamedBy({ workspace, archiveFolders, log }: CopiesContext, entry: UpdateEntry, known: Set<string>): Copy[] {
  const { relative_path: path, archive_path, local_hash: hash } = entry;
  if (archive_path === undefined || !isHash(hash) || !isSafePath(path) || !isSafePath(archive_path)) return [];
  if (!archiveFolders.some((folder) => archive_path !== folder && isInside(archive_path, folder))) return [];
  try {
    assertRealFolders(workspace, archive_path, known);
    const stat = lstatSync(within(workspace, archive_path), { throwIfNoEntry: false });
    if (stat === undefined || !stat.isFile()) return [];
    return [{ key: toKey(path), path, hash, ...factsOf(stat, entry), archive_path, release: null }];
  } catch (error) {
    log.write('warn', 'an archived file that update_log.json names is left out', { archive_path, error: messageOf(error) });
    return [];
  }
}

const factsOf = (stat: Stats, { timestamp }: UpdateEntry): Pick<Copy, 'mode' | 'size' | 'archived_at'> => ({
  mode: stat.mode & 0o777,
  size: stat.size,
  archived_at: parseLocalIso(timestamp) ?? Math.floor(stat.mtimeMs),
});

async function provenOf(context: CopiesContext, copies: readonly Copy[]): Promise<Copy[]> {
  const files = copies.map((copy) => within(context.workspace, copy.archive_path));
  try {
    const hashes = await context.workers.run('hash', files);
    return copies.filter((copy, index) => hashes[index] === copy.hash);
  } catch (error) {
    if (copies.length === 1) {
      context.log.write('warn', 'an archived file could not be read', { error: messageOf(error) });
      return [];
    }
    // One of them cannot be read: each is looked at alone, so that the others are known again.
    const alone: Copy[] = [];
    for (const copy of copies) alone.push(...(await provenOf(context, [copy])));
    return alone;
  }
}
