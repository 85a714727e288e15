import { constants, type Stats } from 'node:fs';
import { copyFile, lstat, mkdir, mkdtemp, readdir, readlink, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { isAbsolute, join, normalize } from 'node:path';
import { isInside } from '../../../kernel/names.ts';

/** A copy of a workspace in which a program may do what it likes. */
export interface ScratchCopy {
  /** Absolute. */
  workspace: string;
  /** An empty home, and a folder for temporary files. */
  home: string;
  temporary: string;
  remove(): Promise<void>;
}

/** Ours, other tools' and what is only a cache. */
const LEFT_OUT = new Set(['.git', '.nightguard', '.tmp', '__pycache__', '.mypy_cache', '.pytest_cache', '.ruff_cache']);
/** Files that hold credentials: a replay must not be able to speak for anybody. */
const SECRET =
  /^(?:\.env(?:\..+)?|\.netrc|\.npmrc|\.pypirc|id_[a-z0-9]+|.*\.(?:pem|key|p12|pfx|keystore)|credentials?(?:\..+)?|token(?:\..+)?|.*service[_-]?account.*\.json|client_secret.*\.json)$/i;
const MAX_FILES = 50_000;

/** Null when the workspace is too large to be copied. */
export async function makeScratchCopy(workspace: string, maxBytes: number): Promise<ScratchCopy | null> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'nightguard-proof-')));
  const remove = (): Promise<void> => rm(root, { recursive: true, force: true });
  const copy = { workspace: join(root, 'workspace'), home: join(root, 'home'), temporary: join(root, 'tmp'), remove };
  try {
    for (const folder of [copy.workspace, copy.home, copy.temporary]) await mkdir(folder);
    const fits = await copyTree(workspace, copy.workspace, '', { bytes: maxBytes, files: MAX_FILES });
    if (fits) return copy;
  } catch (error) {
    await remove();
    throw error;
  }
  await remove();
  return null;
}

interface Left {
  bytes: number;
  files: number;
}

async function copyTree(from: string, to: string, folder: string, left: Left): Promise<boolean> {
  for (const name of await readdir(join(from, folder))) {
    if (LEFT_OUT.has(name) || SECRET.test(name)) continue;
    const key = folder === '' ? name : `${folder}/${name}`;
    const info = await lstat(join(from, key)).catch(() => null);
    if (info !== null && !(await copyEntry(from, to, key, info, left))) return false;
  }
  return true;
}

async function copyEntry(from: string, to: string, key: string, info: Stats, left: Left): Promise<boolean> {
  if (info.isDirectory()) {
    await mkdir(join(to, key));
    return copyTree(from, to, key, left);
  }
  if (info.isSymbolicLink()) {
    await copyLink(from, to, key);
    return true;
  }
  if (!info.isFile()) return true;
  left.bytes -= info.size;
  left.files -= 1;
  if (left.bytes < 0 || left.files < 0) return false;
  await copyFile(join(from, key), join(to, key), constants.COPYFILE_FICLONE);
  return true;
}

/** Only links that stay inside: through another one the replay could write to the real world. */
async function copyLink(from: string, to: string, key: string): Promise<void> {
  const target = await readlink(join(from, key));
  if (isAbsolute(target)) return;
  const points = normalize(join(key, '..', target)).replaceAll('\\', '/');
  if (!points.startsWith('..') && isInside(points, '')) await symlink(target, join(to, key));
}
