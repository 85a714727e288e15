import { randomBytes } from 'node:crypto';
import type { ConsensusKind, Vote } from '../../../../shared/model/governance.ts';
import type { Database } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/errors.ts';
import { coverChanges } from './covered-changes.ts';
import { surveyDocuments, versionOf } from './documents.ts';
import { proveFormalCorrection } from './formal-correction.ts';
import type { Proposal } from './proposal.ts';
import type { CaseRow } from './rows.ts';

/** What shows that a vote is an agent's own. */
export interface Signature {
  signer: string;
  /** Names this very review. */
  id: string;
  /** Epoch milliseconds, as the signer says. */
  signedAt: number;
}

export interface KindChange {
  kind: ConsensusKind;
  description: string;
  rationale: string;
  evidence: string;
  /** Absent: who proposed it stays its author. */
  author?: Proposal['author'];
}

/** A new case. What can be proved of its contents is proved now, while they are at hand. Returns its number. */
export function insertCase(
  database: Database,
  proposal: Proposal,
  { contentHash, now, isDocument }: { contentHash: string; now: number; isDocument: (path: string) => boolean },
): number {
  const { target, kind, before, after, set = false, paths = [], contents, actType = '' } = proposal;
  const { description, rationale, canonReference, author, evidence = '' } = proposal;
  const survey = contents === undefined ? { documents: [], formal: false } : surveyDocuments(paths, contents, isDocument);
  const formal = set
    ? survey.formal
    : kind === 'formal_correction' && before !== null && after !== null && proveFormalCorrection(before, after).proved;
  const sql = `INSERT INTO consensus_cases (target, kind, change_type, description, rationale, canon_reference, author, evidence, content_hash,
    version_before, version_after, proven_formal, versioned, opened_at, token, documents, act_type, paths)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  const changeType = set ? setChange(survey.documents) : after === null ? 'delete' : before === null ? 'create' : 'modify';
  const said = [target, kind, changeType, description, rationale, canonReference, JSON.stringify(author), evidence, contentHash];
  const versions = [before === null ? null : versionOf(before), after === null ? null : versionOf(after)];
  const token = randomBytes(8).toString('hex');
  const rest = [now, token, JSON.stringify(survey.documents), actType, JSON.stringify(paths)];
  const { lastId } = database.run(sql, ...said, ...versions, formal ? 1 : 0, set ? 0 : 1, ...rest);
  if (contents !== undefined) coverChanges(database, lastId, paths, contents);
  return lastId;
}

const setChange = (documents: readonly { change: string }[]): 'create' | 'modify' | 'delete' => {
  const changes = new Set(documents.map(({ change }) => change));
  const [only] = changes;
  return changes.size === 1 && (only === 'create' || only === 'delete') ? only : 'modify';
};

/** How far the clock of another machine may be off, in milliseconds. */
const LEEWAY_MS = 5 * 60_000;

/** @throws AppError `stale-preview` for a review that has been counted, or that is older than its signer's last one */
export function insertVote(
  database: Database,
  { id, opened_at }: Pick<CaseRow, 'id' | 'opened_at'>,
  vote: Omit<Vote, 'at'>,
  signature: Signature | null,
  now: number,
): void {
  if (signature !== null) assertFresh(database, id, opened_at, signature, now);
  database.run(
    `INSERT INTO consensus_votes (case_id, agent, model, organization, verdict, rationale, content_hash, at, signer, signature, signed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    vote.agent,
    vote.model,
    vote.organization,
    vote.verdict,
    vote.rationale,
    vote.contentHash,
    now,
    signature?.signer ?? null,
    signature?.id ?? null,
    signature?.signedAt ?? null,
  );
}

function assertFresh(
  database: Database,
  id: number,
  openedAt: number,
  { signer, id: name, signedAt }: Signature,
  now: number,
): void {
  const stale = (reason: string): never => {
    throw new AppError('stale-preview', reason);
  };
  if (database.get('SELECT 1 FROM consensus_votes WHERE signature = ?', name) !== undefined)
    stale('This very review has been counted already.');
  const last = database.get<{ at: number | null }>(
    'SELECT max(signed_at) AS at FROM consensus_votes WHERE case_id = ? AND signer = ?',
    id,
    signer,
  );
  if ((last?.at ?? -1) >= signedAt) stale('Its signer has signed a newer review of this: the older one is void.');
  if (signedAt > now + LEEWAY_MS) stale('It was signed in the future.');
  if (signedAt < openedAt - LEEWAY_MS) stale('It was signed before this was proposed.');
}

/** What persons have approved was another procedure. */
export function changeKind(database: Database, id: number, { kind, description, rationale, evidence, author }: KindChange): void {
  const sql =
    'UPDATE consensus_cases SET kind = ?, description = ?, rationale = ?, evidence = ?, author = coalesce(?, author) WHERE id = ?';
  database.run(sql, kind, description, rationale, evidence, author === undefined ? null : JSON.stringify(author), id);
  database.run(`DELETE FROM consensus_persons WHERE case_id = ? AND verdict = 'approve'`, id);
}

export function closeAsStale(database: Database, id: number, now: number): void {
  database.run(`UPDATE consensus_cases SET closed_at = ?, outcome = 'stale' WHERE id = ? AND closed_at IS NULL`, now, id);
}
