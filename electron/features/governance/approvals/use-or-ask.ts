import type { ApprovalRequest } from '../../../../shared/model/governance.ts';
import type { Database } from '../../../kernel/database.ts';
import type { Act } from '../../../kernel/ports/audit.ts';
import type { ApprovalRow } from './rows.ts';
import { standingOf } from './standing.ts';

/** What is asked; times are epoch milliseconds. */
export interface Question extends Pick<
  ApprovalRequest,
  'actor' | 'type' | 'target' | 'summary' | 'diff' | 'contentHash' | 'risk' | 'rule' | 'procedure' | 'file' | 'expiresAt'
> {
  fingerprint: string;
  paths: readonly string[];
  contents?: Act['contents'];
  now: number;
}

/** `id` is 0 when nothing was asked because too much waits already. */
export type Answer =
  | { outcome: 'used'; id: number }
  | { outcome: 'pending'; id: number; fresh: boolean }
  | { outcome: 'denied'; id: number; reason: string };

/** A person who is shown more than this reads none of it: a flood is denied, not queued. */
const MOST_WAITING = 200;
/** Of these: what agents ask for by themselves leaves room for Nightguard's own questions. */
const MOST_OF_AGENTS = 100;

/** Uses the approval of exactly this up, or says that it was denied, or asks. The caller holds the transaction. */
export function useOrAsk(
  database: Database,
  question: Question,
  onMeta: (question: Question) => void,
  onChange: () => void,
): Answer {
  const { fingerprint, now } = question;
  const newest = database.get<ApprovalRow>(
    'SELECT * FROM approval_requests WHERE fingerprint = ? ORDER BY id DESC LIMIT 1',
    fingerprint,
  );
  const standing = newest === undefined ? 'over' : standingOf(newest, now);
  if (newest !== undefined && standing === 'waiting') {
    if (question.procedure === 'meta') onMeta(question);
    return { outcome: 'pending', id: newest.id, fresh: false };
  }
  if (newest !== undefined && standing === 'denied') {
    return {
      outcome: 'denied',
      id: newest.id,
      reason: `${newest.decided_by ?? 'Nobody'} denied it: ${newest.reason ?? ''}`.trim(),
    };
  }
  if (
    newest !== undefined &&
    standing === 'usable' &&
    newest.content_hash === question.contentHash &&
    newest.rule === question.rule
  ) {
    const sql = `UPDATE approval_requests SET state = 'used', used_at = ? WHERE id = ? AND state = 'approved' AND used_at IS NULL AND valid_until > ?`;
    if (database.run(sql, now, newest.id, now).changes === 1) {
      onChange();
      return { outcome: 'used', id: newest.id };
    }
  }
  if (newest !== undefined) end(database, newest.id);
  const flood = floodOf(database, question);
  if (flood !== null) return { outcome: 'denied', id: 0, reason: `${flood} requests wait for an answer already.` };
  if (question.procedure === 'meta') onMeta(question);
  const id = insert(database, question);
  onChange();
  return { outcome: 'pending', id, fresh: true };
}

/** How many wait, when that is too many for another one; null otherwise. */
function floodOf(database: Database, { file, now }: Question): number | null {
  const sql = `SELECT count(*) AS waiting, count(file) AS agents FROM approval_requests WHERE state = 'pending' AND expires_at > ?`;
  const { waiting = 0, agents = 0 } = database.get<{ waiting: number; agents: number }>(sql, now) ?? {};
  if (file !== null && agents >= MOST_OF_AGENTS) return agents;
  return waiting >= MOST_WAITING ? waiting : null;
}

/** What waits, and a leave that nobody used, ends. */
export const end = (database: Database, id: number): void => {
  database.run(`UPDATE approval_requests SET state = 'expired' WHERE id = ? AND state IN ('pending', 'approved')`, id);
};

function insert(database: Database, question: Question): number {
  const sql = `INSERT INTO approval_requests
    (fingerprint, actor, type, target, paths, summary, diff, content_hash, risk, rule, procedure, file, state, asked_at, expires_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending', ?, ?)`;
  const { fingerprint, actor, type, target, paths, summary, diff, contentHash, risk, rule, procedure, file, now, expiresAt } =
    question;
  const values = [
    fingerprint,
    actor,
    type,
    target,
    JSON.stringify(paths),
    summary,
    diff,
    contentHash,
    risk,
    rule,
    procedure,
    file,
    now,
    expiresAt,
  ];
  return database.run(sql, ...values).lastId;
}
