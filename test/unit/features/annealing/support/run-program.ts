import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeTree } from '../../../../support/tree.ts';

/** Runs a real program of one file and gives back all that it printed. */
export function outputOf(name: string, text: string, env: NodeJS.ProcessEnv = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'nightguard-program-')));
  try {
    writeTree(folder, { [name]: text });
    const program = name.endsWith('.py') ? 'python3' : process.execPath;
    const { stdout, stderr } = spawnSync(program, [join(folder, name)], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
    return stdout + stderr;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
