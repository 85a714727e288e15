import { execFile } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { HOOK_MARK, renderPreCommitHook } from '../../features/governance/index.ts';
import { writeFileAtomic } from '../../kernel/atomic-file.ts';
import { AppError, errnoOf, messageOf } from '../../kernel/errors.ts';
import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { printable } from '../text/printable.ts';

/** Writes the pre-commit hook of the git repository that this folder is in. A hook that is not ours is never touched. */
export async function hookInstall(
  { host, output, voice, signal }: Session,
  { strict = false, command }: { strict?: boolean; command: string },
): Promise<number> {
  const file = join(await hooksFolder(host.cwd, signal), 'pre-commit');
  const before = await textOf(file);
  if (before !== null && before.split('\n')[1] !== HOOK_MARK)
    throw new AppError('denied', voice.t('terminal.hook.foreign', { file: printable(file) }));
  await mkdir(dirname(file), { recursive: true });
  await writeFileAtomic(file, renderPreCommitHook({ command, strict }), { mode: 0o755 });
  output.document({ file, replaced: before !== null, strict });
  output.lines([voice.t('terminal.hook.installed', { file: printable(file) })]);
  return EXIT.ok;
}

/** Where git looks for hooks here, whatever its settings say. @throws AppError `usage` outside of a repository */
async function hooksFolder(cwd: string, signal: AbortSignal): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('git', ['rev-parse', '--git-path', 'hooks'], { cwd, signal });
    return resolve(cwd, stdout.replace(/\r?\n$/, ''));
  } catch (error) {
    throw new AppError('usage', `${cwd} is in no git repository, or git is not there: ${messageOf(error)}`, { cause: error });
  }
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}
