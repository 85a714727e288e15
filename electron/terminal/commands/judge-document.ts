import { resolve } from 'node:path';
import type { DocumentJudgement } from '../../../shared/model/governance.ts';
import { judgeDocument as judge } from '../../features/governance/index.ts';
import type { JudgeOptions } from '../command-options.ts';
import { judgeContext } from '../judge-context.ts';
import type { Session } from '../session.ts';
import { judgementLines, judgementMarkdown } from '../text/judgement.ts';
import { workspacePath } from '../workspace-path.ts';

/** Judges one blueprint or permission request. Changes nothing, but for the entry that is asked for. */
export async function judgeDocument(
  session: Session,
  kind: 'blueprint' | 'permission',
  file: string,
  { strict = false, as, markdown = false, record = false }: JudgeOptions,
): Promise<number> {
  const { host, output, voice } = session;
  const context = judgeContext(session, strict);
  const { code, ...judged } = await judge(kind, resolve(host.cwd, file), resolve(host.cwd, as ?? file), context);
  const path = as ?? file;
  // First: a log that refuses the entry must not leave a judgement that looks recorded.
  const entry = record ? await recorded(session, kind, resolve(host.cwd, path), judged) : null;
  output.document({ path, ...judged, ...(entry === null ? {} : { entry: entry.number }) });
  output.lines(markdown ? judgementMarkdown(path, judged) : judgementLines(path, judged, voice));
  if (entry !== null) output.lines([voice.t('terminal.vigil.recorded', { number: entry.number })]);
  return code;
}

function recorded(
  session: Session,
  kind: 'blueprint' | 'permission',
  path: string,
  judged: DocumentJudgement,
): Promise<{ number: number }> {
  const target = workspacePath(path, session.workspace(), session.host.cwd);
  return session.withGuardian(({ governance }) => governance.vigil.recordJudgement(kind, target, judged));
}
