import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { judgeTree, renderJson, renderMarkdown, renderText, structuresRoot } from '../../features/governance/index.ts';
import { AppError } from '../../kernel/errors.ts';
import type { JudgeOptions } from '../command-options.ts';
import { judgeContext } from '../judge-context.ts';
import type { Session } from '../session.ts';
import { printableLines } from '../text/printable.ts';

/** Judges every structure below a folder. Changes nothing. */
export async function judgeScan(
  session: Session,
  root: string | undefined,
  { strict = false, markdown = false }: JudgeOptions,
): Promise<number> {
  const { host, output } = session;
  const context = judgeContext(session, strict);
  const folder = root === undefined ? structuresRoot(context.workspace, context.settings) : resolve(host.cwd, root);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new AppError('usage', `${folder} is not a folder.`);
  const { tree, code } = await judgeTree(folder, context);
  output.document(JSON.parse(renderJson(tree)));
  output.lines([printableLines(markdown ? renderMarkdown(tree) : renderText(tree)).trimEnd()]);
  return code;
}
