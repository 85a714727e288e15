import { lstatSync, statfsSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import type { ChangeType } from '../../../../shared/model/updates.ts';
import { AppError } from '../../../kernel/errors.ts';
import { assertRealFolders, within } from '../../../kernel/paths.ts';
import { createArchiveNamer, type ArchiveNamerOptions } from '../archive/archive-namer.ts';
import { releaseId } from '../ledger/release-id.ts';

/** One file of a set that shall be applied. Hashes say what is expected and what is wanted; both are proven on the way. */
export interface ReleaseItem {
  key: string;
  path: string;
  type: ChangeType;
  /** Content that must be there now; null when nothing may be there. */
  before: string | null;
  /** New content, read from an absolute path; null to remove the file. `mode`: executable bits of an update, all bits of a restored file. */
  after: { from: string; hash: string; size: number; mode: number } | null;
  baseBefore: string | null;
  baseAfter: string | null;
  rejects: string[];
}

/** Where things go and how they are found again; computed before anything is written. */
export interface Preparation {
  item: ReleaseItem;
  target: string;
  beforeMode: number | null;
  beforeSize: number;
  afterMode: number | null;
  /** Relative to the workspace, below the archive folder; null when there is nothing to archive. */
  archivePath: string | null;
  /** Folders that do not exist yet, outermost first, relative to the workspace. */
  newFolders: string[];
}

export type PrepareContext = ArchiveNamerOptions;

/**
 * Looks at every target and chooses every name. Changes nothing.
 * @throws AppError `unsafe-path` when a target lies behind a symbolic link or is no file, `disk-full` when the set would not fit
 */
export function prepare(items: readonly ReleaseItem[], context: PrepareContext): Preparation[] {
  const known = new Set<string>();
  const folders = new Set<string>();
  assertRealFolders(context.workspace, `${relative(context.workspace, context.archiveFolder).split(sep).join('/')}/file`, known);
  const names = createArchiveNamer(context);
  const preparations = items.map((item) => prepareItem(item, context, known, folders, names));
  assertFits(preparations, context.workspace);
  return preparations;
}

function prepareItem(
  item: ReleaseItem,
  { workspace }: PrepareContext,
  known: Set<string>,
  folders: Set<string>,
  nameFor: (path: string) => string,
): Preparation {
  const target = within(workspace, item.path);
  assertRealFolders(workspace, item.path, known);
  const stat = lstatSync(target, { throwIfNoEntry: false });
  if (stat !== undefined && !stat.isFile()) {
    throw new AppError('unsafe-path', `${item.path} is not a regular file: it is neither replaced nor removed.`);
  }
  const present = stat !== undefined;
  if (present !== (item.before !== null)) {
    throw new AppError('changed-meanwhile', `${item.path} ${present ? 'appeared' : 'vanished'} since it was looked at.`);
  }
  const beforeMode = stat === undefined ? null : stat.mode & 0o7777;
  return {
    item,
    target,
    beforeMode,
    beforeSize: stat?.size ?? 0,
    afterMode: item.after === null ? null : wantedMode(item.type, item.after.mode, beforeMode),
    archivePath: present ? nameFor(item.path) : null,
    newFolders: item.after === null ? [] : missingFolders(workspace, item.path, folders),
  };
}

/** Drive knows no executable bits: an update keeps those of the file here and adds Core's. A restored file gets its own back. */
function wantedMode(type: ChangeType, mode: number, beforeMode: number | null): number {
  if (type === 'RESTORED') return mode;
  return (beforeMode ?? 0o644) | (mode & 0o111);
}

function missingFolders(workspace: string, path: string, seen: Set<string>): string[] {
  const missing: string[] = [];
  for (let folder = posix.dirname(path); folder !== '.'; folder = posix.dirname(folder)) {
    if (seen.has(folder) || lstatSync(within(workspace, folder), { throwIfNoEntry: false }) !== undefined) break;
    seen.add(folder);
    missing.unshift(folder);
  }
  return missing;
}

/** Room for staged and archived copies, so that a full disk is met before the first file and not in the middle. */
function assertFits(preparations: readonly Preparation[], workspace: string): void {
  const { bavail, bsize } = statfsSync(workspace);
  const needed = preparations.reduce(
    (sum, { item, beforeSize }) => sum + blocks(item.after?.size ?? 0, bsize) + blocks(beforeSize, bsize),
    0,
  );
  if (needed <= bavail) return;
  const megabytes = (count: number): string => ((count * bsize) / 1_048_576).toFixed(1);
  const message = `This set needs ${megabytes(needed)} MB for new and archived copies; ${megabytes(bavail)} MB are free.`;
  throw new AppError('disk-full', `${message} Nothing was changed. Free some space and try again.`);
}

const blocks = (bytes: number, size: number): number => Math.ceil(bytes / size);

/** Where new and replaced bytes of one file wait; on the target's own file system, so that a rename is enough. */
export function slotFor(workspace: string, target: string, number: number, seq: number): string {
  const central = `.nightguard/staging/${releaseId(number)}/${seq}`;
  const folder = nearestFolder(dirname(target));
  if (lstatSync(folder).dev === lstatSync(join(workspace, '.nightguard')).dev) return central;
  return [...relative(workspace, folder).split(sep), `.nightguard-${releaseId(number)}-${seq}`].filter(Boolean).join('/');
}

function nearestFolder(folder: string): string {
  let current = folder;
  while (lstatSync(current, { throwIfNoEntry: false }) === undefined) current = dirname(current);
  return current;
}
