import { resolve } from 'node:path';
import { judgeDocument as judge } from '../../features/governance/index.ts';
import type { JudgeOptions } from '../command-options.ts';
import { judgeContext } from '../judge-context.ts';
import type { Session } from '../session.ts';
import { judgementLines, judgementMarkdown } from '../text/judgement.ts';

/** Judges one blueprint or permission request. Changes nothing. */
export async function judgeDocument(
  session: Session,
  kind: 'blueprint' | 'permission',
  file: string,
  { strict = false, as, markdown = false }: JudgeOptions,
): Promise<number> {
  const { host, output, voice } = session;
  const context = judgeContext(session, strict);
  const { code, ...judged } = await judge(kind, resolve(host.cwd, file), resolve(host.cwd, as ?? file), context);
  const path = as ?? file;
  output.document({ path, ...judged });
  output.lines(markdown ? judgementMarkdown(path, judged) : judgementLines(path, judged, voice));
  return code;
}
