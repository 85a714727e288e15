import type { ArchiveVerifyResult } from '../../../../shared/model/updates.ts';
import { messageOf } from '../../../kernel/errors.ts';
import { within } from '../../../kernel/paths.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import type { FileWorkers } from '../apply/file-workers.ts';
import type { ArchiveIndex, ArchiveRow } from './archive-index.ts';

type Damage = ArchiveVerifyResult['damaged'][number];

export interface VerifyArchiveContext {
  workspace: string;
  archive: ArchiveIndex;
  workers: FileWorkers;
  log: Log;
  onProgress: (done: number, total: number) => void;
}

/** How many files are read between two looks at the progress. */
const BATCH = 256;

/** Reads every archived file and compares it with its hash. What cannot be read is damaged, not skipped. */
export async function verifyArchive(context: VerifyArchiveContext): Promise<ArchiveVerifyResult> {
  const rows = [...context.archive.all()];
  const damaged: Damage[] = [];
  for (let start = 0; start < rows.length; start += BATCH) {
    const part = rows.slice(start, start + BATCH);
    damaged.push(...(await damagedOf(context, part)));
    context.onProgress(Math.min(start + BATCH, rows.length), rows.length);
  }
  return { checked: rows.length, intact: rows.length - damaged.length, damaged };
}

async function damagedOf(context: VerifyArchiveContext, rows: readonly ArchiveRow[]): Promise<Damage[]> {
  const files = rows.map((row) => within(context.workspace, row.archive_path));
  try {
    const hashes = await context.workers.run('hash', files);
    return rows.flatMap((row, index) => toDamage(row, hashes[index] ?? null));
  } catch (error) {
    context.log.write('warn', 'an archived file could not be read', { error: messageOf(error) });
    // One of them cannot be read: look at each alone, so that the others are judged.
    if (rows.length === 1) return rows.map(({ id, archive_path }) => ({ id, archivePath: archive_path, problem: 'unreadable' }));
    const alone: Damage[] = [];
    for (const row of rows) alone.push(...(await damagedOf(context, [row])));
    return alone;
  }
}

function toDamage(row: ArchiveRow, hash: string | null): Damage[] {
  if (hash === row.hash) return [];
  return [{ id: row.id, archivePath: row.archive_path, problem: hash === null ? 'missing' : 'altered' }];
}
