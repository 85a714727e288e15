import type { ConsensusKind, ConsensusState, Vote } from '../../../../shared/model/governance.ts';
import type { GovernanceSettings } from '../../../../shared/model/settings.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/errors.ts';
import { sha256 } from '../../../kernel/hash.ts';
import { mayDecide, type Decider } from '../approvals/decider.ts';
import { readFrontMatter, valueAt } from '../constitution/index.ts';
import { proveFormalCorrection } from './formal-correction.ts';
import { toConsensusRecord, toMetaChangeEntry, type ConsensusRecord, type MetaChangeEntry } from './records.ts';
import { caseOf, factsOf, type CaseRow } from './rows.ts';
import { stateOf } from './state.ts';

export interface Proposal {
  target: string;
  kind: ConsensusKind;
  /** The text in force, null when the file is new; and the proposed one. */
  before: string | null;
  /** Null is a removal: `contentHash` then says what exactly will be done, as the plan of a dissolution does. */
  after: string | null;
  contentHash?: string;
  /** Several files that change together, as a release from Core does: `contentHash` says what will be done. A set has no version. */
  set?: boolean;
  description: string;
  rationale: string;
  canonReference: string;
  author: { agent: string; model: string; organization: string };
  /** What shows the vulnerability of an emergency. */
  evidence?: string;
}

export interface ConsensusOptions {
  database: Database;
  clock: Pick<Clock, 'now'>;
  settings: () => GovernanceSettings['consensus'];
  /** Writes the entry to META_AUDIT_LOG.md, durably; called when a change is proposed and when it is decided. */
  record: (entry: MetaChangeEntry, consensus: ConsensusRecord | null) => void;
  onChange?: () => void;
}

export interface ConsensusProcedure {
  /** Opens a case, or finds the one that is open for this content. */
  propose(proposal: Proposal): ConsensusState;
  /** @throws AppError `not-found`, `stale-preview` when the case is closed or the vote is on other content */
  review(id: number, vote: Omit<Vote, 'at'>): ConsensusState;
  /** A person's word; the last one. @throws AppError `not-found`, `stale-preview`, `denied` when it is not the person's turn */
  decide(id: number, decider: Decider, verdict: 'approve' | 'reject', contentHash: string): ConsensusState;
  state(id: number): ConsensusState;
  /** Cases that are not closed, and those that still owe a consensus. */
  open(): ConsensusState[];
  /** Whether a change of exactly this content was accepted: what a meta approval needs. */
  isAccepted(contentHash: string): boolean;
  /** Owed consensuses whose reminder is due now; each is named once in `remindHours`. */
  dueReminders(): ConsensusState[];
}

const HOUR_MS = 3_600_000;

/** Cases, votes and decisions in the database; what they mean is `stateOf`'s to say. */
export function createConsensus(options: ConsensusOptions): ConsensusProcedure {
  const { database, clock, settings, record, onChange = () => undefined } = options;
  const row = (id: number): CaseRow => {
    const found = database.get<CaseRow>('SELECT * FROM consensus_cases WHERE id = ?', id);
    if (found === undefined) throw new AppError('not-found', `There is no consensus ${id}.`);
    return found;
  };
  const state = (id: number): ConsensusState => stateOf(caseOf(database, row(id)), settings());
  const openRow = (id: number, contentHash: string): CaseRow => {
    const found = row(id);
    const isOpen = found.closed_at === null || found.owed === 1;
    if (!isOpen) throw new AppError('stale-preview', `Consensus ${id} is closed (${found.outcome ?? ''}).`);
    if (found.content_hash !== contentHash)
      throw new AppError('stale-preview', `Consensus ${id} is about other content than this.`);
    return found;
  };
  /** Closes a case that has come to its end, pays what was owed, and records both. */
  const settle = (id: number): ConsensusState => {
    const current = state(id);
    const found = row(id);
    const now = clock.now();
    const paid = found.owed === 1 && !current.consensusOwed && current.state === 'accepted';
    const ends = found.closed_at === null && (current.state === 'accepted' || current.state === 'rejected');
    if (!ends && !paid) return current;
    database.run(
      'UPDATE consensus_cases SET closed_at = coalesce(closed_at, ?), outcome = ?, owed = ? WHERE id = ?',
      now,
      current.state,
      current.consensusOwed ? 1 : 0,
      id,
    );
    record(toMetaChangeEntry(current, factsOf(found), now), toConsensusRecord(current, now));
    return current;
  };
  const changed = <T>(work: () => T): T => {
    const result = database.transaction(work);
    onChange();
    return result;
  };

  return {
    propose: (proposal) =>
      changed(() => {
        const contentHash = hashOf(proposal);
        const sql = 'SELECT id FROM consensus_cases WHERE target = ? AND content_hash = ? AND kind = ? AND closed_at IS NULL';
        const known = database.get<{ id: number }>(sql, proposal.target, contentHash, proposal.kind);
        if (known !== undefined) return state(known.id);
        const id = insertCase(database, proposal, contentHash, clock.now());
        const opened = state(id);
        record(toMetaChangeEntry(opened, factsOf(row(id)), clock.now()), null);
        return opened;
      }),
    review: (id, vote) =>
      changed(() => {
        openRow(id, vote.contentHash);
        const values = [
          id,
          vote.agent,
          vote.model,
          vote.organization,
          vote.verdict,
          vote.rationale,
          vote.contentHash,
          clock.now(),
        ];
        database.run(
          'INSERT INTO consensus_votes (case_id, agent, model, organization, verdict, rationale, content_hash, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
          ...values,
        );
        return settle(id);
      }),
    decide: (id, decider, verdict, contentHash) =>
      changed(() => {
        const found = openRow(id, contentHash);
        if (found.closed_at !== null) throw new AppError('stale-preview', `Consensus ${id} has been decided.`);
        const refusal = mayDecide(decider, found.author === '' ? '' : factsOf(found).author.agent);
        if (refusal !== null) throw new AppError('denied', refusal);
        const place = state(id);
        if (verdict === 'approve' && place.state !== 'awaiting-person' && place.state !== 'escalated') {
          throw new AppError('denied', `It is not a person's turn yet: ${place.reasons.join(' ')}`);
        }
        const sql =
          'INSERT OR REPLACE INTO consensus_persons (case_id, person, verdict, content_hash, at) VALUES (?, ?, ?, ?, ?)';
        database.run(sql, id, decider.name.normalize('NFKC').trim(), verdict, contentHash, clock.now());
        return settle(id);
      }),
    state,
    open: () =>
      database
        .all<{ id: number }>('SELECT id FROM consensus_cases WHERE closed_at IS NULL OR owed = 1 ORDER BY id')
        .map(({ id }) => state(id)),
    isAccepted: (contentHash) =>
      database.get(`SELECT 1 FROM consensus_cases WHERE content_hash = ? AND outcome = 'accepted'`, contentHash) !== undefined,
    dueReminders: () =>
      database.transaction(() => {
        const before = clock.now() - settings().remindHours * HOUR_MS;
        const sql = 'SELECT id FROM consensus_cases WHERE owed = 1 AND coalesce(reminded_at, closed_at) <= ? ORDER BY id';
        const due = database.all<{ id: number }>(sql, before);
        for (const { id } of due) database.run('UPDATE consensus_cases SET reminded_at = ? WHERE id = ?', clock.now(), id);
        return due.map(({ id }) => state(id));
      }),
  };
}

function hashOf({ after, contentHash }: Proposal): string {
  if (after !== null) return sha256(after);
  if (contentHash === undefined || !/^[0-9a-f]{64}$/.test(contentHash)) {
    throw new AppError('usage', 'A removal must be proposed with the hash of what exactly will be done.');
  }
  return contentHash;
}

function insertCase(database: Database, proposal: Proposal, contentHash: string, now: number): number {
  const { target, kind, before, after, set = false, description, rationale, canonReference, author, evidence = '' } = proposal;
  const formal = kind === 'formal_correction' && before !== null && after !== null && proveFormalCorrection(before, after).proved;
  const sql = `INSERT INTO consensus_cases (target, kind, change_type, description, rationale, canon_reference, author, evidence, content_hash,
    version_before, version_after, proven_formal, versioned, opened_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  const versions = [before === null ? null : versionOf(before), after === null ? null : versionOf(after)];
  const values = [
    target,
    kind,
    set ? 'modify' : after === null ? 'delete' : before === null ? 'create' : 'modify',
    description,
    rationale,
    canonReference,
    JSON.stringify(author),
    evidence,
    contentHash,
  ];
  return database.run(sql, ...values, ...versions, formal ? 1 : 0, set ? 0 : 1, now).lastId;
}

function versionOf(text: string): string | null {
  const read = readFrontMatter(text);
  const version = read.ok ? valueAt(read.frontMatter.data, 'version') : undefined;
  return typeof version === 'string' || typeof version === 'number' ? String(version) : null;
}
