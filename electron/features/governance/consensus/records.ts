import type { ConsensusState } from '../../../../shared/model/governance.ts';

/** The record of a consensus, in the shape that other tools read. */
export interface ConsensusRecord {
  type: 'multi-agent-consensus';
  target: string;
  version_change: string;
  timestamp: string;
  agents: { name: string; model: string; verdict: 'approve' | 'reject' | 'revise'; rationale: string }[];
  consensus_result: 'approved' | 'rejected' | 'escalated';
  human_approval: string;
}

/** An entry of META_AUDIT_LOG.md. */
export interface MetaChangeEntry {
  timestamp: string;
  type: 'meta-change';
  target: string;
  change_type: 'create' | 'modify' | 'delete';
  description: string;
  canon_reference: string;
  approved_by: string;
  version_change: string;
  authored_by: { agent: string; model_id: string; organization: string };
  changes: string[];
  rationale: string;
  consensus_note: string;
}

export interface MetaChangeFacts {
  changeType: MetaChangeEntry['change_type'];
  canonReference: string;
  rationale: string;
  author: { agent: string; model: string; organization: string };
  changes: readonly string[];
}

/** The record of a change that is settled or waits for its person. `at` is in epoch milliseconds. */
export const toConsensusRecord = (state: ConsensusState, at: number): ConsensusRecord => ({
  type: 'multi-agent-consensus',
  target: state.target,
  version_change: state.versionChange,
  timestamp: utc(at),
  agents: state.votes.map(({ agent, model, verdict, rationale }) => ({ name: agent, model, verdict, rationale })),
  consensus_result: resultOf(state),
  human_approval: state.persons.join(', '),
});

function resultOf({ state, votes }: ConsensusState): ConsensusRecord['consensus_result'] {
  if (state === 'rejected' || state === 'stale') return 'rejected';
  if (state === 'escalated' || state === 'reviewing') return 'escalated';
  return state === 'accepted' && votes.some(({ verdict }) => verdict !== 'approve') ? 'escalated' : 'approved';
}

/** The entry of a change in META_AUDIT_LOG.md, as a value: its writer is the audit log. */
export const toMetaChangeEntry = (state: ConsensusState, facts: MetaChangeFacts, at: number): MetaChangeEntry => ({
  timestamp: utc(at),
  type: 'meta-change',
  target: state.target,
  change_type: facts.changeType,
  description: state.description,
  canon_reference: facts.canonReference,
  approved_by: state.persons.join(', '),
  version_change: state.versionChange,
  authored_by: { agent: facts.author.agent, model_id: facts.author.model, organization: facts.author.organization },
  changes: [...facts.changes],
  rationale: facts.rationale,
  consensus_note: noteOf(state),
});

function noteOf({ state, kind, votes, consensusOwed }: ConsensusState): string {
  const counted = votes
    .filter(({ counts, verdict }) => counts && verdict === 'approve')
    .map(({ agent, model }) => `${agent} (${model})`);
  const by = counted.length === 0 ? '' : `; reviewed by ${counted.join(', ')}`;
  return `${kind}: ${state}${by}${consensusOwed ? '; consensus is owed' : ''}`;
}

const utc = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
