import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { HOOK_MARK, renderPreCommitHook } from '../../features/governance/index.ts';
import { AppError, messageOf } from '../../kernel/errors.ts';
import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { printable } from '../text/printable.ts';
import { writeScript } from '../write-script.ts';

/** Writes the pre-commit hook of the git repository that this folder is in. A hook that is not ours is never touched. */
export async function hookInstall(
  { host, output, voice, signal }: Session,
  { strict = false, command }: { strict?: boolean; command: string },
): Promise<number> {
  const file = join(await hooksFolder(host.cwd, signal), 'pre-commit');
  await mkdir(dirname(file), { recursive: true });
  const refusal = voice.t('terminal.hook.foreign', { file: printable(file) });
  const replaced = await writeScript(file, renderPreCommitHook({ command, strict }), HOOK_MARK, refusal);
  output.document({ file, replaced, strict });
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
