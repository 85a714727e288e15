import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Activity } from '../../../../shared/model/snapshot.ts';
import { within } from '../../../kernel/paths.ts';
import type { ApplyContext, OnProgress } from './context.ts';
import type { FileJobKind, Job, Result } from './file-batch.ts';
import { foldersAbove } from './folders.ts';
import type { FileStamp } from './file-work.ts';
import type { JournalledRelease } from './journal.ts';

/** State in which each file was archived, by its place in the journal: what it must still be when it is replaced. */
export type Stamps = ReadonlyMap<number, FileStamp>;

/** New bytes, proven, beside their targets. Nothing is replaced yet. */
export async function stageAll(context: ApplyContext, release: JournalledRelease, onProgress: OnProgress): Promise<void> {
  mkdirSync(release.stagingFolder, { recursive: true });
  const jobs = release.files.flatMap(({ preparation: { item, afterMode }, slot }) =>
    item.after === null ? [] : [{ from: item.after.from, to: `${slot}.new`, hash: item.after.hash, mode: afterMode ?? 0o644 }],
  );
  await run(context, release, onProgress, 'staging', 'stage', jobs);
}

/** A copy of every file that will be replaced or removed, read back and durable. */
export async function archiveAll(context: ApplyContext, release: JournalledRelease, onProgress: OnProgress): Promise<Stamps> {
  const folder = context.archiveFolder();
  mkdirSync(folder, { recursive: true });
  const present = release.files.filter(({ preparation }) => preparation.archivePath !== null);
  const jobs = present.map(({ preparation: { target, archivePath, beforeMode }, row }) => ({
    from: target,
    to: within(context.workspace, archivePath ?? ''),
    hash: row.before_hash ?? '',
    mode: beforeMode ?? 0o644,
  }));
  const stamps = await run(context, release, onProgress, 'archiving', 'archive', jobs);
  await context.workers.run('sync-folder', [folder, dirname(folder), release.stagingFolder, dirname(release.stagingFolder)]);
  return new Map(present.flatMap(({ row }, index) => (stamps[index] === undefined ? [] : [[row.seq, stamps[index]]])));
}

/** The moment of change: each file in one step, all folders durable afterwards. */
export async function replaceAll(
  context: ApplyContext,
  release: JournalledRelease,
  stamps: Stamps,
  onProgress: OnProgress,
): Promise<void> {
  for (const { preparation } of release.files) {
    for (const folder of preparation.newFolders) mkdirSync(within(context.workspace, folder), { recursive: true });
  }
  const jobs = release.files.map(({ preparation, row, slot }) => ({
    target: preparation.target,
    staged: row.after_hash === null ? null : `${slot}.new`,
    captured: row.before_hash === null ? null : `${slot}.old`,
    folders: foldersAbove(row.path).map((folder) => within(context.workspace, folder)),
    expected: stamps.get(row.seq) ?? null,
  }));
  await run(context, release, onProgress, 'applying', 'replace', jobs);
  await context.workers.run('sync-folder', touchedFolders(context.workspace, release));
}

/** Folders whose names changed: those of the files, and those in which folders were made. */
function touchedFolders(workspace: string, release: JournalledRelease): string[] {
  const folders = release.files.flatMap(({ preparation: { target, newFolders } }) => [
    dirname(target),
    ...newFolders.map((folder) => dirname(within(workspace, folder))),
  ]);
  return [...new Set(folders)];
}

async function run<K extends FileJobKind>(
  { workers }: ApplyContext,
  { id }: JournalledRelease,
  onProgress: OnProgress,
  phase: Activity['phase'],
  kind: K,
  jobs: Job<K>[],
): Promise<Result<K>[]> {
  const tell = (done: number): void => onProgress({ phase, done, total: jobs.length, release: id });
  tell(0);
  return workers.run(kind, jobs, tell);
}
