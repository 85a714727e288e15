import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface VenvTemplate {
  /** Puts a virtual environment with pip at `folder`. Milliseconds instead of the seconds that making one takes. */
  copyTo(folder: string): void;
  dispose(): void;
}

/** Makes one virtual environment with the machine's own `python3`, to be copied for each test. */
export function createVenvTemplate(): VenvTemplate {
  const template = join(mkdtempSync(join(tmpdir(), 'nightguard-venv-')), 'venv');
  execFileSync('python3', ['-m', 'venv', template], { stdio: 'pipe' });
  return {
    copyTo(folder) {
      // With its times: else every compiled file counts as stale, and each pip compiles itself again for seconds.
      cpSync(template, folder, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
      const settings = join(folder, 'pyvenv.cfg');
      writeFileSync(settings, readFileSync(settings, 'utf8').replaceAll(template, folder));
    },
    dispose: () => rmSync(join(template, '..'), { recursive: true, force: true }),
  };
}

/** The interpreter of a virtual environment. */
export const pythonOf = (venv: string): string =>
  process.platform === 'win32' ? join(venv, 'Scripts', 'python.exe') : join(venv, 'bin', 'python');
