import type { ApprovalRequest } from '../../../../shared/model/governance.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/errors.ts';
import { atomically } from '../audit-log/ledger/atomically.ts';
import { end, useOrAsk, type Answer, type Question } from './use-or-ask.ts';
import { mayDecide, type Decider } from './decider.ts';
import { toRequest, type ApprovalRow } from './rows.ts';
import { standingOf } from './standing.ts';

export interface Approvals {
  /** Uses the approval of exactly this up, or says that it was denied, or asks. Joins the caller's transaction. */
  useOrAsk(question: Question): Answer;
  /**
   * A person's leave for one act. `confirm` are the first characters (at least six) of the hash that the person has seen.
   * @throws AppError `not-found`, `stale-preview` (not waiting any more), `denied` (may not decide, wrong hash, no consensus)
   */
  approve(id: number, decider: Decider, confirm: string): ApprovalRequest;
  /** @throws AppError `not-found`, `stale-preview`, `denied` */
  deny(id: number, decider: Decider, reason: string): ApprovalRequest;
  /** Ends what waits, not by a person's word: agents rejected it (`denied`), or it is not what it was (`expired`). False when it did not wait. */
  end(id: number, state: 'denied' | 'expired', by: string, reason: string): boolean;
  get(id: number): ApprovalRequest | null;
  pending(): ApprovalRequest[];
  /** Approved, and not used yet. */
  approved(): ApprovalRequest[];
  /** Every request of exactly this content, newest first. */
  ofContent(contentHash: string): ApprovalRequest[];
  /** Newest first. */
  list(limit: number): ApprovalRequest[];
  /** Ends what has waited too long, and leaves that nobody used. Returns what ended now. */
  expire(): ApprovalRequest[];
}

export interface ApprovalsOptions {
  database: Database;
  clock: Pick<Clock, 'now'>;
  /** For how long a leave is good, in milliseconds. */
  validMs: () => number;
  /** Whether a consensus was reached on this content: without it a person is not enough for a meta change. */
  hasConsensus: (contentHash: string) => boolean;
  /** Told of a question that needs a consensus, each time that it is asked and waits; when it throws, nothing is asked. */
  onMeta?: (question: Question) => void;
  /** Told after each change, for tray and panel. */
  onChange?: () => void;
}

const LEAST_CONFIRMED = 6;
/** Requests and decisions in the database. Every doubt ends in a refusal. */
export function createApprovals({
  database,
  clock,
  validMs,
  hasConsensus,
  onMeta = () => undefined,
  onChange = () => undefined,
}: ApprovalsOptions): Approvals {
  const row = (id: number): ApprovalRow => {
    const found = database.get<ApprovalRow>('SELECT * FROM approval_requests WHERE id = ?', id);
    if (found === undefined) throw new AppError('not-found', `There is no approval request ${id}.`);
    return found;
  };
  const request = (id: number): ApprovalRequest => toRequest(row(id));
  const waiting = (id: number, decider: Decider): ApprovalRow => {
    const found = row(id);
    if (standingOf(found, clock.now()) !== 'waiting') {
      throw new AppError('stale-preview', `Approval request ${id} does not wait for an answer any more (${found.state}).`);
    }
    const refusal = mayDecide(decider, found.actor);
    if (refusal !== null) throw new AppError('denied', refusal);
    return found;
  };
  const settle = (
    id: number,
    state: 'approved' | 'denied',
    decider: Decider,
    reason: string | null,
    validUntil: number | null,
  ): void => {
    const sql = `UPDATE approval_requests SET state = ?, decided_at = ?, decided_by = ?, reason = ?, valid_until = ? WHERE id = ? AND state = 'pending'`;
    database.run(sql, state, clock.now(), `${decider.name} (${decider.door})`, reason, validUntil, id);
  };

  return {
    useOrAsk: (question) => atomically(database, () => useOrAsk(database, question, onMeta, onChange)),
    approve(id, decider, confirm) {
      database.transaction(() => {
        const found = waiting(id, decider);
        const typed = confirm.trim().toLowerCase();
        if (typed.length < LEAST_CONFIRMED || !found.content_hash.startsWith(typed)) {
          throw new AppError('denied', `That is not the beginning of the hash of request ${id}: nothing was approved.`);
        }
        if (found.procedure === 'meta' && !hasConsensus(found.content_hash)) {
          throw new AppError(
            'denied',
            `Request ${id} changes the constitution: it needs an accepted consensus on this content first.`,
          );
        }
        settle(id, 'approved', decider, null, clock.now() + validMs());
      });
      onChange();
      return request(id);
    },
    deny(id, decider, reason) {
      database.transaction(() => {
        waiting(id, decider);
        settle(id, 'denied', decider, reason.trim() === '' ? 'No reason was given.' : reason.trim(), null);
      });
      onChange();
      return request(id);
    },
    end(id, state, by, reason) {
      const sql = `UPDATE approval_requests SET state = ?, decided_at = ?, decided_by = ?, reason = ? WHERE id = ? AND state = 'pending'`;
      const ended = database.run(sql, state, clock.now(), by, reason, id).changes === 1;
      if (ended) onChange();
      return ended;
    },
    get(id) {
      const found = database.get<ApprovalRow>('SELECT * FROM approval_requests WHERE id = ?', id);
      return found === undefined ? null : toRequest(found);
    },
    pending: () =>
      database
        .all<ApprovalRow>(`SELECT * FROM approval_requests WHERE state = 'pending' ORDER BY id`)
        .filter((found) => standingOf(found, clock.now()) === 'waiting')
        .map(toRequest),
    approved: () =>
      database
        .all<ApprovalRow>(`SELECT * FROM approval_requests WHERE state = 'approved' ORDER BY id`)
        .filter((found) => standingOf(found, clock.now()) === 'usable')
        .map(toRequest),
    ofContent: (contentHash) =>
      database
        .all<ApprovalRow>('SELECT * FROM approval_requests WHERE content_hash = ? ORDER BY id DESC', contentHash)
        .map(toRequest),
    list: (limit) => database.all<ApprovalRow>('SELECT * FROM approval_requests ORDER BY id DESC LIMIT ?', limit).map(toRequest),
    expire() {
      const ended = database.transaction(() => {
        const open = database.all<ApprovalRow>(`SELECT * FROM approval_requests WHERE state IN ('pending', 'approved')`);
        const over = open.filter((found) => standingOf(found, clock.now()) === 'over');
        for (const { id } of over) end(database, id);
        return over.map(({ id }) => request(id));
      });
      if (ended.length > 0) onChange();
      return ended;
    },
  };
}
