import { resolve } from 'node:path';
import { renderAgentWrapper, WRAPPER_MARK } from '../../features/governance/index.ts';
import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { printable } from '../text/printable.ts';
import { writeScript } from '../write-script.ts';

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
  const refusal = voice.t('terminal.vigil.wrapperForeign', { file: printable(file) });
  const replaced = await writeScript(file, text, WRAPPER_MARK, refusal);
  output.document({ file, replaced, strict });
  output.lines([voice.t('terminal.vigil.wrapperWritten', { file: printable(file) })]);
  return EXIT.ok;
}
