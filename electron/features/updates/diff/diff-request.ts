import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { DiffRequest } from '../../../../shared/ipc/contract.ts';
import type { TextDiff } from '../../../../shared/model/updates.ts';
import { AppError } from '../../../kernel/errors.ts';
import { within } from '../../../kernel/paths.ts';
import type { ArchiveIndex } from '../archive/archive-index.ts';
import type { Holds } from '../ledger/holds.ts';
import { releaseNumber } from '../ledger/release-id.ts';
import type { Releases } from '../ledger/releases.ts';
import { textDiff, type DiffSide } from './text-diff.ts';

export interface DiffContext {
  workspace: string;
  /** Absolute; null while no Core folder is set. */
  source: () => string | null;
  archive: ArchiveIndex;
  releases: Releases;
  holds: Holds;
}

/** The two contents that a door asks to compare. @throws AppError `not-found` when one of them is nowhere any more */
export async function diffOf(context: DiffContext, request: DiffRequest): Promise<TextDiff> {
  switch (request.kind) {
    case 'release':
      return releaseDiff(context, request.release, request.path);
    case 'version':
      return versionDiff(context, request.archiveId);
    case 'held':
      return heldDiff(context, request.path);
  }
}

async function releaseDiff(context: DiffContext, release: string, path: string): Promise<TextDiff> {
  const row = context.releases.rows(releaseNumber(release)).find((one) => one.path === path);
  if (row === undefined) throw new AppError('not-found', `${release} did not touch ${path}.`);
  const before = await byHash(context, row.before_hash, path);
  const after = await byHash(context, row.after_hash, path);
  return textDiff(path, { label: `before ${release}`, bytes: before }, { label: `after ${release}`, bytes: after });
}

async function versionDiff(context: DiffContext, archiveId: number): Promise<TextDiff> {
  const row = context.archive.get(archiveId);
  if (row === null) throw new AppError('not-found', `There is no archived version ${archiveId}.`);
  const old = { label: row.archive_path, bytes: await readOrNull(within(context.workspace, row.archive_path)) };
  return textDiff(row.path, old, await today(context, row.path));
}

async function heldDiff(context: DiffContext, path: string): Promise<TextDiff> {
  const item = context.holds.items().find((one) => one.path === path);
  const source = context.source();
  // Only what is held may be asked for: the panel never names files of its own.
  if (item === undefined || source === null) throw new AppError('not-found', `${path} is not held any more.`);
  const core = { label: 'Core', bytes: await readOrNull(within(source, path)) };
  return textDiff(path, await today(context, path), core);
}

async function today({ workspace }: DiffContext, path: string): Promise<DiffSide> {
  return { label: 'workspace', bytes: await readOrNull(within(workspace, path)) };
}

/** Content by its hash: from the archive, or from the workspace while it is still the same. */
async function byHash({ workspace, archive }: DiffContext, hash: string | null, path: string): Promise<Uint8Array | null> {
  if (hash === null) return null;
  for (const copy of archive.withHash(hash)) {
    const bytes = await readOrNull(within(workspace, copy.archive_path));
    if (bytes !== null && sha256(bytes) === hash) return bytes;
  }
  const bytes = await readOrNull(within(workspace, path));
  if (bytes !== null && sha256(bytes) === hash) return bytes;
  throw new AppError('not-found', `This content of ${path} is neither in the workspace nor in the archive any more.`);
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Null when nothing is there. Symbolic links are not followed: they could show a file from anywhere. */
async function readOrNull(path: string): Promise<Uint8Array | null> {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true ? readFile(path) : null;
}
