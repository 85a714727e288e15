import type { ConsensusKind } from '../../../../shared/model/governance.ts';
import type { Database } from '../../../kernel/database.ts';
import type { MetaChangeEntry, MetaChangeFacts } from './records.ts';
import type { DocumentChange } from './documents.ts';
import type { CastVote, ConsensusCase, PersonVote } from './case.ts';

export interface CaseRow {
  id: number;
  target: string;
  kind: ConsensusKind;
  change_type: MetaChangeEntry['change_type'];
  description: string;
  rationale: string;
  canon_reference: string;
  author: string;
  evidence: string;
  content_hash: string;
  version_before: string | null;
  version_after: string | null;
  proven_formal: number;
  versioned: number;
  opened_at: number;
  closed_at: number | null;
  outcome: string | null;
  owed: number;
  reminded_at: number | null;
  token: string;
  documents: string;
  act_type: string;
  paths: string;
}

type VoteRow = Omit<CastVote, 'contentHash'> & { content_hash: string };
type PersonRow = Omit<PersonVote, 'contentHash'> & { content_hash: string };

/** A case with everything that was said about it. */
export function caseOf(database: Database, row: CaseRow): ConsensusCase {
  const votes = database.all<VoteRow>(
    'SELECT agent, model, organization, verdict, rationale, content_hash, at, signer FROM consensus_votes WHERE case_id = ? ORDER BY id',
    row.id,
  );
  const persons = database.all<PersonRow>(
    'SELECT person, verdict, content_hash, at FROM consensus_persons WHERE case_id = ? ORDER BY at',
    row.id,
  );
  return {
    id: row.id,
    target: row.target,
    kind: row.kind,
    removal: row.change_type === 'delete',
    set: row.versioned === 0,
    documents: JSON.parse(row.documents) as DocumentChange[],
    description: row.description,
    author: factsOf(row).author.agent,
    contentHash: row.content_hash,
    versionBefore: row.version_before,
    versionAfter: row.version_after,
    provenFormal: row.proven_formal === 1,
    evidence: row.evidence,
    decided: row.closed_at === null ? null : outcomeOf(row.outcome),
    openedAt: row.opened_at,
    votes: votes.map(({ content_hash, ...vote }) => ({ ...vote, contentHash: content_hash })),
    persons: persons.map(({ content_hash, ...person }) => ({ ...person, contentHash: content_hash })),
  };
}

const outcomeOf = (outcome: string | null): 'accepted' | 'rejected' | 'stale' =>
  outcome === 'accepted' || outcome === 'rejected' ? outcome : 'stale';

/** What the log says of a case besides its state. */
export const factsOf = (row: CaseRow): MetaChangeFacts => ({
  changeType: row.change_type,
  canonReference: row.canon_reference,
  rationale: row.rationale,
  author: JSON.parse(row.author) as MetaChangeFacts['author'],
  changes: [`sha256:${row.content_hash}`],
});
