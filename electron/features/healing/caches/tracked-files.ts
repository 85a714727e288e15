import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errnoOf } from '../../../kernel/errors.ts';

const TIMEOUT_MS = 20_000;
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * Which of the files git keeps; null when that cannot be found out. Nothing of the repository is run: a file system monitor that its
 * configuration names is left out.
 */
export function trackedFiles(workspace: string, paths: readonly string[]): Promise<ReadonlySet<string> | null> {
  if (paths.length === 0 || !isInRepository(workspace)) return Promise.resolve(new Set());
  const args = ['--literal-pathspecs', '-c', 'core.fsmonitor=false', 'ls-files', '-z', '--', ...paths];
  // What git's own hooks set must not lead to another repository.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  return new Promise((resolve, reject) => {
    const options = { cwd: workspace, env, timeout: TIMEOUT_MS, maxBuffer: MOST_BYTES };
    execFile('git', args, options, (error, stdout) => {
      if (error === null) resolve(new Set(stdout.split('\0').filter((path) => path !== '')));
      else if (errnoOf(error) === 'E2BIG') reject(error);
      else resolve(null);
    });
  });
}

function isInRepository(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return true;
    if (at === dirname(at)) return false;
  }
}
