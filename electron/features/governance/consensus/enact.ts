import { isDeepStrictEqual } from 'node:util';
import type { ApprovalRequest } from '../../../../shared/model/governance.ts';
import { beginAct } from '../../../kernel/begin-act.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import { AppError, messageOf } from '../../../kernel/errors.ts';
import type { Act, Audit } from '../../../kernel/ports/audit.ts';
import type { Gate } from '../../../kernel/ports/gate.ts';
import { actOfAmendment, type Amendment } from './amendment.ts';
import type { Proposals } from './proposals.ts';
import { readDocument, writeDocument } from './write-document.ts';

export interface EnactContext {
  /** Absolute. */
  workspace: string;
  database: Database;
  gate: Gate;
  audit: Audit;
  clock: Pick<Clock, 'now'>;
}

/** Whether the document is still the one that the proposal replaces. @throws AppError `unsafe-path` */
export const isCurrent = (workspace: string, { path, before }: Amendment): boolean =>
  isDeepStrictEqual(bufferOf(readDocument(workspace, path)), bufferOf(before));

/**
 * Puts a proposed document in force by the approval of exactly this, which is used up. The bytes that it replaces are kept in the database.
 * @throws AppError `changed-meanwhile`, `denied`, `audit-broken`; nothing has changed then
 */
export function enact(context: EnactContext, proposals: Proposals, request: ApprovalRequest): void {
  const { workspace, database, audit, clock } = context;
  const amendment = proposals.get(request.contentHash);
  if (amendment === null) throw new AppError('not-found', `What request ${request.id} proposes is not kept here any more.`);
  assertCurrent(workspace, amendment);
  const act = actOfAmendment(amendment, request.actor, request.summary);
  const intent = begin(context, act, request.id);
  if (intent === null) return;
  try {
    assertCurrent(workspace, amendment);
    writeDocument(workspace, amendment.path, amendment.after);
  } catch (error) {
    audit.outcome(intent, { result: 'failed', reasons: [messageOf(error)] });
    throw error;
  }
  // In force from here on, whatever becomes of the record.
  database.transaction(() => {
    proposals.enacted(request.contentHash, clock.now());
    audit.outcome(intent, { result: 'done', reasons: [`approval ${request.id}`, `sha256:${request.contentHash}`] });
  });
}

/** The intent; null when another process has put it in force, or is about to. @throws AppError `denied` */
function begin(context: EnactContext, act: Act, request: number): number | null {
  return context.database.transaction(() => {
    const sql = `SELECT 1 FROM approval_requests WHERE id = ? AND state = 'approved'`;
    if (context.database.get(sql, request) === undefined) return null;
    const begun = beginAct(context, act);
    if (begun.intent === null) throw new AppError('denied', begun.judgement.reason);
    return begun.intent;
  });
}

/** @throws AppError `changed-meanwhile` */
export function assertCurrent(workspace: string, amendment: Amendment): void {
  if (isCurrent(workspace, amendment)) return;
  const advice = 'All votes on the proposal are void: propose it again for the document as it is now.';
  throw new AppError('changed-meanwhile', `${amendment.path} has changed since this was proposed. ${advice}`);
}

const bufferOf = (bytes: Uint8Array | null): Buffer | null => (bytes === null ? null : Buffer.from(bytes));
