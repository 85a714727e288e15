import { glob, lstat } from 'node:fs/promises';
import { within } from '../../../kernel/paths.ts';

/** More logs than this are a mistake in a pattern. */
const MAX_LOGS = 200;

/** Regular files below the workspace that a path or glob names, POSIX separators. A pattern that leads out finds nothing. */
export async function findLogs(workspace: string, pattern: string): Promise<string[]> {
  const plain = pattern.replaceAll('\\', '/').replace(/^\.\//, '');
  if (plain.startsWith('/') || /^[A-Za-z]:/.test(plain) || plain.split('/').includes('..')) return [];
  const found: string[] = [];
  for await (const match of glob(plain, {
    cwd: workspace,
    exclude: (name) => /(?:^|[\\/])(?:node_modules|\.git|\.nightguard)$/.test(name),
  })) {
    const path = match.replaceAll('\\', '/');
    const info = await lstat(within(workspace, path)).catch(() => null);
    if (info?.isFile() === true) found.push(path);
    if (found.length >= MAX_LOGS) break;
  }
  return found.sort();
}
