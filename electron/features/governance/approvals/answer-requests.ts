import type { Database } from '../../../kernel/database.ts';
import { writeFileAtomic } from '../../../kernel/atomic-file.ts';
import { AppError } from '../../../kernel/errors.ts';
import { sha256 } from '../../../kernel/hash.ts';
import { assertRealFolders, within } from '../../../kernel/paths.ts';
import { renderAnswer, type PermissionAnswer } from './answer-file.ts';
import { createGivenAnswers, type GivenAnswers } from './given-answers.ts';
import { judgeRequest, type JudgeRequestContext } from './judge-request.ts';
import { answerPathOf, assertAnswerPlace, listRequestNames, readRequest, type RequestFile } from './request-files.ts';

export interface AnswerContext extends JudgeRequestContext {
  database: Database;
  /** Told of every answer that is new, in one transaction with it: for the audit log (`permission-judgment`). */
  onAnswer: (answer: PermissionAnswer) => void;
}

/** Judges every request in the configured folder and writes what is new beside it. Returns the answers that were written. */
export async function answerRequests(context: AnswerContext): Promise<PermissionAnswer[]> {
  const written: PermissionAnswer[] = [];
  for (const name of await listRequestNames(requestFolder(context))) {
    const answer = await answerFile(context, `${context.settings.approvals.requests}/${name}`);
    if (answer?.fresh === true) written.push(answer.answer);
  }
  return written;
}

/** The folder of requests, absolute. @throws AppError `unsafe-path` when it leaves the workspace or lies behind a link */
export function requestFolder({ workspace, settings }: Pick<AnswerContext, 'workspace' | 'settings'>): string {
  // A folder that is a link would have answers written elsewhere.
  assertRealFolders(workspace, `${settings.approvals.requests}/x`, new Set());
  return within(workspace, settings.approvals.requests);
}

/** `fresh`: it was written now. */
export interface FileAnswer {
  answer: PermissionAnswer;
  fresh: boolean;
}

/**
 * Answers the request at a path of the workspace (POSIX separators), in a file beside it; null when there is no such file. The bytes of a request
 * under one name get one answer for good: who wants the same again asks anew.
 * @throws AppError `unsafe-path` when no answer can be written there, `audit-broken` when it could not be recorded: then there is no answer
 */
export async function answerFile(context: AnswerContext, path: string): Promise<FileAnswer | null> {
  assertRealFolders(context.workspace, path, new Set());
  const absolute = within(context.workspace, path);
  const file = await readRequest(path.slice(path.lastIndexOf('/') + 1), absolute);
  if (file === null) return null;
  const place = answerPathOf(absolute);
  assertUnguarded(context, answerPathOf(path));
  await assertAnswerPlace(place, 'type: "permission-answer"');
  const given = createGivenAnswers(context.database);
  const { answer, isOwed } = context.database.transaction(() => decide(context, given, path, file));
  if (!isOwed) return { answer, fresh: false };
  await writeFileAtomic(place, renderAnswer(answer));
  given.gave(path, answer);
  return { answer, fresh: true };
}

/** @throws AppError `unsafe-path` for a place in the constitution: an answer would be an unlogged change of it */
function assertUnguarded({ preview }: AnswerContext, path: string): void {
  const decision = preview({ type: 'permission.answer', target: path, actor: 'nightguard', paths: [path] });
  if (decision.effect === 'deny' || (decision.effect === 'ask' && decision.procedure === 'meta'))
    throw new AppError('unsafe-path', `No answer is written to ${path}: ${decision.reason}`);
}

/** One transaction: an approval is used up, recorded and answered with, or nothing of it. */
function decide(
  context: AnswerContext,
  given: GivenAnswers,
  path: string,
  file: RequestFile,
): { answer: PermissionAnswer; isOwed: boolean } {
  const known = given.of(path, sha256(file.bytes));
  if (known !== null && known.answer.verdict !== 'pending') return { answer: known.answer, isOwed: !known.given };
  const { answer, approval } = judgeRequest(file, context, known?.approval ?? null);
  if (known !== null && known.answer.verdict === answer.verdict) return { answer: known.answer, isOwed: !known.given };
  context.onAnswer(answer);
  given.keep(path, answer, approval);
  return { answer, isOwed: true };
}
