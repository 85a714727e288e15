import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { renderAgentWrapper, WRAPPER_MARK } from '../../features/governance/index.ts';
import { writeFileAtomic } from '../../kernel/atomic-file.ts';
import { AppError, errnoOf } from '../../kernel/errors.ts';
import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { printable } from '../text/printable.ts';

/** Prints, or writes, a script that judges the workspace before it runs an agent's command. A script that is not ours is never touched. */
export async function hookWrapper(
  session: Session,
  agent: readonly string[],
  { strict = false, command, output: target }: { strict?: boolean; command: string; output?: string },
): Promise<number> {
  const { host, output, voice } = session;
  const text = renderAgentWrapper({ command, workspace: session.workspace(), strict, agent });
  if (target === undefined) {
    output.document({ script: text });
    output.lines([text.trimEnd()]);
    return EXIT.ok;
  }
  const file = resolve(host.cwd, target);
  const before = await textOf(file);
  if (before !== null && before.split('\n')[1] !== WRAPPER_MARK)
    throw new AppError('denied', voice.t('terminal.vigil.wrapperForeign', { file: printable(file) }));
  await writeFileAtomic(file, text, { mode: 0o755 });
  output.document({ file, replaced: before !== null, strict });
  output.lines([voice.t('terminal.vigil.wrapperWritten', { file: printable(file) })]);
  return EXIT.ok;
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}
