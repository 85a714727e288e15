import type { DissolutionRequest, DissolutionResult } from '../../features/governance/index.ts';
import { AppError } from '../../kernel/errors.ts';
import { EXIT } from '../exit-codes.ts';
import { withProgress } from '../progress.ts';
import type { Session } from '../session.ts';
import { assertSoundSettings } from '../sound-settings.ts';
import { previewDocument, previewLines, refusalLines, resultDocument, resultLines } from '../text/dissolution.ts';
import { workspacePath } from '../workspace-path.ts';
import { dissolveList } from './dissolve-list.ts';

/** Options of `dissolve`, as commander hands them over. */
export interface DissolveOptions {
  reason?: string;
  dryRun?: boolean;
  list?: boolean;
  successor?: string;
  readmeNote?: string;
}

/** Archives and removes a structure, once that was approved; shows what would happen; or lists what has come to its end. */
export async function dissolve(session: Session, path: string | undefined, options: DissolveOptions): Promise<number> {
  if (options.list === true) return dissolveList(session, path);
  const request = requestOf(session, path, options);
  return options.dryRun === true ? preview(session, request) : run(session, request);
}

/** @throws AppError `usage` */
function requestOf(session: Session, path: string | undefined, options: DissolveOptions): DissolutionRequest {
  const { host, voice } = session;
  const { reason, successor, readmeNote } = options;
  if (path === undefined || reason === undefined) throw new AppError('usage', voice.t('terminal.dissolve.needs'));
  if ((successor === undefined) !== (readmeNote === undefined))
    throw new AppError('usage', voice.t('terminal.dissolve.needsBoth'));
  const handover = successor === undefined || readmeNote === undefined ? null : { successor, readmeNote };
  return { structure: workspacePath(path, session.workspace(), host.cwd), reason, handover };
}

function preview(session: Session, request: DissolutionRequest): Promise<number> {
  const { output, voice } = session;
  return session.withGuardian(async (guardian) => {
    assertSoundSettings(guardian);
    const shown = await withProgress(guardian, session, () => guardian.governance.dissolution.plan(request));
    if (!shown.ok) return refused(session, request.structure, shown.refusal);
    output.document(previewDocument(shown));
    output.lines(previewLines(shown, voice));
    return shown.decision.effect === 'deny' || shown.obstacle !== null ? EXIT.notWell : EXIT.ok;
  });
}

function run(session: Session, request: DissolutionRequest): Promise<number> {
  const { output, voice, signal } = session;
  return session.withGuardian(async (guardian) => {
    assertSoundSettings(guardian);
    const { dissolution } = guardian.governance;
    const result = await withProgress(guardian, session, () => dissolution.run(request, { door: 'terminal', signal }));
    if (result.outcome === 'not-planned') return refused(session, request.structure, result.refusal);
    output.document(resultDocument(result));
    output.lines(resultLines(result, voice));
    return exitOf(result);
  });
}

function refused({ output, voice }: Session, structure: string, refusal: string): number {
  output.document({ outcome: 'not-planned', structure, refusal, reason: voice.t(`terminal.dissolve.refusal.${refusal}`) });
  output.lines(refusalLines(structure, refusal, voice));
  return EXIT.notWell;
}

/** What was left in place was not dissolved: done, and not well. */
function exitOf(result: Exclude<DissolutionResult, { outcome: 'not-planned' }>): number {
  switch (result.outcome) {
    case 'dissolved':
      return result.left.length === 0 ? EXIT.ok : EXIT.notWell;
    case 'refused':
      return result.verdict === 'ask' ? EXIT.held : EXIT.notWell;
    case 'taken-back':
      return EXIT.notWell;
  }
}
