import type { ConsensusState } from '../../../../shared/model/governance.ts';
import type { Database } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/errors.ts';
import { mayDecide } from '../approvals/decider.ts';
import { atomically } from '../audit-log/ledger/atomically.ts';
import { changeKind, closeAsStale, insertCase, insertVote } from './case-writes.ts';
import type { ConsensusOptions, ConsensusProcedure } from './procedure.ts';
import { hashOfProposal, type Proposal } from './proposal.ts';
import { toConsensusRecord, toMetaChangeEntry } from './records.ts';
import { caseOf, factsOf, type CaseRow } from './rows.ts';
import { stateOf } from './state.ts';

const HOUR_MS = 3_600_000;

/** Cases, votes and decisions in the database; what they mean is `stateOf`'s to say. */
export function createConsensus(options: ConsensusOptions): ConsensusProcedure {
  const { database, clock, settings, record, onChange = () => undefined, isDocument = isDna } = options;
  const row = (id: number): CaseRow => {
    const found = database.get<CaseRow>('SELECT * FROM consensus_cases WHERE id = ?', id);
    if (found === undefined) throw new AppError('not-found', `There is no consensus ${id}.`);
    return found;
  };
  const state = (id: number): ConsensusState => stateOf(caseOf(database, row(id)), settings());
  const latest = (contentHash: string): ConsensusState | null => {
    const sql = 'SELECT id FROM consensus_cases WHERE content_hash = ? ORDER BY closed_at IS NULL DESC, id DESC LIMIT 1';
    const found = database.get<{ id: number }>(sql, contentHash);
    return found === undefined ? null : state(found.id);
  };
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
  const endAsStale = (id: number): ConsensusState => {
    closeAsStale(database, id, clock.now());
    const ended = state(id);
    record(toMetaChangeEntry(ended, factsOf(row(id)), clock.now()), toConsensusRecord(ended, clock.now()));
    return ended;
  };
  /** A failed step leaves no rows behind, also when it has joined a transaction that goes on. */
  const changed = <T>(work: () => T): T => {
    const result = atomically(database, work);
    onChange();
    return result;
  };

  return {
    propose: (proposal) =>
      changed(() => {
        const contentHash = hashOfProposal(proposal);
        const sql = 'SELECT id FROM consensus_cases WHERE target = ? AND content_hash = ? AND kind = ? AND closed_at IS NULL';
        const known = database.get<{ id: number }>(sql, proposal.target, contentHash, proposal.kind);
        if (known !== undefined) return state(known.id);
        for (const old of overtakenBy(database, proposal, contentHash)) endAsStale(old);
        const id = insertCase(database, proposal, { contentHash, now: clock.now(), isDocument });
        const opened = state(id);
        record(toMetaChangeEntry(opened, factsOf(row(id)), clock.now()), null);
        return opened;
      }),
    review: (id, vote, signature) =>
      changed(() => {
        const found = openRow(id, vote.contentHash);
        insertVote(database, found, vote, signature ?? null, clock.now());
        return settle(id);
      }),
    classify: (id, change) =>
      changed(() => {
        const found = row(id);
        openRow(id, found.content_hash);
        if (found.closed_at !== null) throw new AppError('stale-preview', `Consensus ${id} has been decided.`);
        changeKind(database, id, change);
        record(toMetaChangeEntry(state(id), factsOf(row(id)), clock.now()), null);
        return settle(id);
      }),
    endAsStale: (id) => changed(() => endAsStale(id)),
    decide: (id, decider, verdict, contentHash) =>
      changed(() => {
        const found = openRow(id, contentHash);
        if (found.closed_at !== null) throw new AppError('stale-preview', `Consensus ${id} has been decided.`);
        const refusal = mayDecide(decider, found.author === '' ? '' : factsOf(found).author.agent);
        if (refusal !== null) throw new AppError('denied', refusal);
        const place = state(id);
        if (verdict === 'approve' && place.state !== 'awaiting-person' && place.state !== 'escalated') {
          throw new AppError('denied', `It is not a person's turn yet, the consensus is missing: ${place.reasons.join(' ')}`);
        }
        // One person, however they write their name.
        database.run(
          'DELETE FROM consensus_persons WHERE case_id = ? AND lower(person) = lower(?)',
          id,
          decider.name.normalize('NFKC').trim(),
        );
        const sql =
          'INSERT OR REPLACE INTO consensus_persons (case_id, person, verdict, content_hash, at) VALUES (?, ?, ?, ?, ?)';
        database.run(sql, id, decider.name.normalize('NFKC').trim(), verdict, contentHash, clock.now());
        return settle(id);
      }),
    confirm(contentHash, { name }, request) {
      const accepted = latest(contentHash);
      if (accepted === null) return;
      const entry = toMetaChangeEntry(accepted, factsOf(row(accepted.id)), clock.now());
      record(
        { ...entry, approved_by: name, consensus_note: `${entry.consensus_note}; approved again (request ${request})` },
        null,
      );
    },
    state,
    open: () =>
      database
        .all<{ id: number }>('SELECT id FROM consensus_cases WHERE closed_at IS NULL OR owed = 1 ORDER BY id')
        .map(({ id }) => state(id)),
    latest,
    nameOf: (id) => `${id}-${row(id).token}`,
    named(name) {
      const [id = '', token = ''] = name.split('-');
      const sql =
        "SELECT id, content_hash FROM consensus_cases WHERE id = ? AND token = ? AND token <> '' AND (closed_at IS NULL OR owed = 1)";
      const found = database.get<{ id: number; content_hash: string }>(sql, Number(id), token);
      return found === undefined ? null : { id: found.id, contentHash: found.content_hash };
    },
    about(id) {
      const { act_type, paths } = row(id);
      return { actType: act_type, paths: JSON.parse(paths) as string[] };
    },
    isAccepted(contentHash) {
      const sql = 'SELECT outcome FROM consensus_cases WHERE content_hash = ? AND outcome IS NOT NULL ORDER BY id DESC LIMIT 1';
      return database.get<{ outcome: string }>(sql, contentHash)?.outcome === 'accepted';
    },
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

/** Cases of the same act about some of the same files, but other content: what Core holds now has overtaken what it held. */
function overtakenBy(database: Database, { actType = '', paths = [] }: Proposal, contentHash: string): number[] {
  if (!actType.startsWith('update.')) return [];
  const sql = 'SELECT id, paths FROM consensus_cases WHERE act_type = ? AND content_hash <> ? AND closed_at IS NULL';
  const open = database.all<{ id: number; paths: string }>(sql, actType, contentHash);
  return open.filter((one) => (JSON.parse(one.paths) as string[]).some((path) => paths.includes(path))).map(({ id }) => id);
}

const isDna = (path: string): boolean => path.split('/').at(-1) === 'DNA.md';
