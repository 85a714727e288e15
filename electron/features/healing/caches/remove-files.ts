import { lstatSync, realpathSync, rmSync } from 'node:fs';
import { assertRealFolders, within } from '../../../kernel/paths.ts';
import type { FixResult } from '../checks/check.ts';
import { heal, healed, notHealed, would } from '../acts.ts';
import type { HealingPorts } from '../ports.ts';
import type { CacheFile } from './plan-clean.ts';
import { trackedFiles } from './tracked-files.ts';

/** More at once would be a command line that is too long; the next cycle takes the next ones. */
const MOST_FILES = 500;

/**
 * Removes files that may go: none that a process has open, that git keeps, that has changed since it was listed, or that lies behind a
 * link. Null when none is left. Where it cannot be found out what git keeps, nothing is removed.
 */
export async function removeFiles(
  ports: Pick<HealingPorts, 'workspace' | 'vitals' | 'database' | 'gate' | 'audit'>,
  target: string,
  files: readonly CacheFile[],
  isDry: boolean,
): Promise<FixResult | null> {
  const { workspace, vitals } = ports;
  const some = files.slice(0, MOST_FILES);
  const tracked = await trackedFiles(
    workspace,
    some.map(({ path }) => path),
  );
  if (tracked === null) return notHealed(`${target}: git does not say which of the files it keeps; nothing was removed.`);
  const root = realpathSync(workspace);
  const open = await vitals.openAmong(new Set(some.map(({ path }) => within(root, path))));
  const free = some.filter(({ path }) => !tracked.has(path) && open?.has(within(root, path)) !== true);
  if (free.length === 0) return null;
  const bytes = free.reduce((sum, file) => sum + file.bytes, 0);
  if (isDry) return would(`${target}: would remove ${free.length} files and free ${megabytes(bytes)}.`, bytes);
  const paths = free.map(({ path }) => path);
  const summary = `Remove ${free.length} files (${megabytes(bytes)})`;
  return heal(ports, { type: 'healing.clear-cache', target, paths, summary }, () => {
    const gone = free.filter((file) => remove(workspace, file));
    const freed = gone.reduce((sum, file) => sum + file.bytes, 0);
    if (gone.length === 0) return notHealed(`${target}: none of the files could be removed.`);
    return healed(`${target}: ${gone.length} files removed, ${megabytes(freed)} freed.`, freed);
  });
}

/** Looked at once more: what has changed since it was listed is in use. */
function remove(workspace: string, { path, bytes, at }: CacheFile): boolean {
  assertRealFolders(workspace, path, new Set());
  const file = within(workspace, path);
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (stat?.isFile() !== true || stat.size !== bytes || stat.mtimeMs !== at) return false;
  rmSync(file);
  return true;
}

/** `1.5 MB`, for people. */
export const megabytes = (bytes: number): string => `${(bytes / (1024 * 1024)).toFixed(1)} MB`;
