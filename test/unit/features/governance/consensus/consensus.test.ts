import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createConsensus,
  familyOf,
  stateOf,
  type ConsensusCase,
  type ConsensusProcedure,
  type ConsensusRecord,
  type MetaChangeEntry,
  type Proposal,
} from '../../../../../electron/features/governance/consensus/index.ts';
import { sha256 } from '../../../../../electron/kernel/hash.ts';
import type { Vote } from '../../../../../shared/model/governance.ts';
import { immuneBlueprint } from '../support/documents.ts';
import { createRoom, person, type Room } from '../support/room.ts';

let room: Room;
let consensus: ConsensusProcedure;
let recorded: { entry: MetaChangeEntry; consensus: ConsensusRecord | null }[];
beforeEach(() => {
  room = createRoom();
  recorded = [];
  consensus = createConsensus({
    database: room.database,
    clock: room.clock,
    settings: () => room.settings.consensus,
    record: (entry, record) => recorded.push({ entry, consensus: record }),
  });
});
afterEach(() => room.dispose());

const after = immuneBlueprint.replace('version: "0.3.1"', 'version: "0.4.0"').replace('max_files: 100', 'max_files: 120');
const proposal: Proposal = {
  target: '02_AAOS-Immune_system/DNA.md', kind: 'ordinary', before: immuneBlueprint, after, description: 'More files', rationale: 'It grew',
  canonReference: 'Canon Section 4', author: { agent: 'Claude Opus', model: 'claude-opus-4-6', organization: 'Anthropic' },
}; // prettier-ignore
const hash = sha256(after);
const vote = (
  agent: string,
  model: string,
  organization: string,
  verdict: Vote['verdict'] = 'approve',
  contentHash = hash,
): Omit<Vote, 'at'> => ({ agent, model, organization, verdict, rationale: 'Because.', contentHash });
const claude = vote('Claude', 'claude-opus-4-6', 'Anthropic');
const gpt = vote('GPT', 'gpt-5.2', 'OpenAI');

test('proposal, two independent reviews, a person: accepted, and written down in both shapes', () => {
  const { id } = consensus.propose(proposal);
  expect(recorded).toMatchObject([
    { entry: { type: 'meta-change', version_change: 'v0.3.1 → v0.4.0', approved_by: '' }, consensus: null },
  ]);
  expect(consensus.review(id, claude)).toMatchObject({ state: 'reviewing', reasons: ['1 more independent review is needed.'] });
  expect(() => consensus.decide(id, person, 'approve', hash)).toThrow(/not a person's turn/);
  expect(consensus.review(id, gpt).state).toBe('awaiting-person');
  expect(consensus.isAccepted(hash)).toBe(false);
  room.clock.at = Date.UTC(2026, 1, 15, 3);
  expect(consensus.decide(id, person, 'approve', hash)).toMatchObject({ state: 'accepted', consensusOwed: false });
  expect(consensus.isAccepted(hash)).toBe(true);
  expect(recorded.at(-1)?.consensus).toEqual({
    type: 'multi-agent-consensus',
    target: proposal.target,
    version_change: 'v0.3.1 → v0.4.0',
    timestamp: '2026-02-15T03:00:00Z',
    agents: [
      { name: 'Claude', model: 'claude-opus-4-6', verdict: 'approve', rationale: 'Because.' },
      { name: 'GPT', model: 'gpt-5.2', verdict: 'approve', rationale: 'Because.' },
    ],
    consensus_result: 'approved',
    human_approval: 'Guardian',
  });
  expect(recorded.at(-1)?.entry).toMatchObject({
    approved_by: 'Guardian',
    change_type: 'modify',
    authored_by: { agent: 'Claude Opus', model_id: 'claude-opus-4-6', organization: 'Anthropic' },
  });
  expect(() => consensus.review(id, claude)).toThrow(/closed/);
});

test('the same family, the same house or an unknown family twice is one voice', () => {
  const { id } = consensus.propose(proposal);
  consensus.review(id, claude);
  for (const again of [
    vote('Claude 2', 'claude-sonnet-4', 'Somebody Else'),
    vote('Hosted', 'anthropic/claude-3.7', 'Amazon'),
    vote('Codex?', 'my-gpt-claude-mix', 'Mix'),
    vote('Mystery', 'model-x', 'Unknown Labs'),
  ]) {
    expect(consensus.review(id, again)).toMatchObject({ state: 'reviewing' });
  }
  expect(consensus.review(id, vote('Gemini', 'gemini-3-pro', 'Google')).state).toBe('awaiting-person');
  const other = consensus.propose({ ...proposal, target: 'other' });
  consensus.review(other.id, claude);
  expect(consensus.review(other.id, vote('GPT', 'gpt-5.2', 'Anthropic, PBC')).state).toBe('reviewing');
});

test('agents that differ escalate to a person, two that reject end it, and a person has the last word', () => {
  const { id } = consensus.propose(proposal);
  consensus.review(id, claude);
  expect(consensus.review(id, { ...gpt, verdict: 'revise' })).toMatchObject({ state: 'escalated' });
  expect(consensus.review(id, gpt).state).toBe('awaiting-person');
  expect(consensus.decide(id, person, 'reject', hash)).toMatchObject({ state: 'rejected' });
  expect(recorded.at(-1)?.consensus?.consensus_result).toBe('rejected');
  const next = consensus.propose(proposal);
  consensus.review(next.id, { ...claude, verdict: 'reject' });
  expect(consensus.review(next.id, { ...gpt, verdict: 'reject' }).state).toBe('rejected');
});

test('a vote is for one content: on another it is refused, and votes die when the content changes', () => {
  const { id } = consensus.propose(proposal);
  expect(() => consensus.review(id, { ...claude, contentHash: sha256('other') })).toThrow(/other content/);
  const base = {
    id,
    target: 't',
    kind: 'ordinary',
    description: '',
    contentHash: hash,
    versionBefore: '1.0.0',
    versionAfter: '1.1.0',
    provenFormal: false,
    evidence: '',
    openedAt: 0,
    persons: [],
  } as const;
  const votes = [claude, gpt].map((one) => ({ ...one, at: 1 }));
  expect(stateOf({ ...base, votes }, { minimumAgents: 2, families: [] }, sha256('edited')).state).toBe('stale');
  expect(
    stateOf({ ...base, votes: votes.map((one) => ({ ...one, contentHash: sha256('old') })) }, { minimumAgents: 2, families: [] })
      .state,
  ).toBe('reviewing');
});

test('the version must go up', () => {
  const same = after.replace('0.4.0', '0.3.1');
  const { id } = consensus.propose({ ...proposal, after: same });
  consensus.review(id, { ...claude, contentHash: sha256(same) });
  expect(consensus.review(id, { ...gpt, contentHash: sha256(same) })).toMatchObject({
    state: 'reviewing',
    reasons: ['The version must go up: 0.3.1 → 0.3.1.'],
  });
});

test('in an emergency one agent and a person are enough, and the consensus is owed and called for until it is paid', () => {
  const bare = consensus.propose({ ...proposal, kind: 'emergency_security_patch' });
  expect(consensus.review(bare.id, claude)).toMatchObject({ state: 'reviewing', reasons: ['Nothing shows the vulnerability.'] });
  const proven = after.replace('0.4.0', '0.3.2');
  const provenHash = sha256(proven);
  const { id } = consensus.propose({ ...proposal, after: proven, kind: 'emergency_security_patch', evidence: 'CVE-2026-0001' });
  consensus.review(id, { ...claude, contentHash: provenHash });
  expect(consensus.decide(id, person, 'approve', provenHash)).toMatchObject({ state: 'accepted', consensusOwed: true });
  expect(consensus.dueReminders()).toEqual([]);
  room.clock.at += 24 * 3_600_000;
  expect(consensus.dueReminders()).toMatchObject([{ id }]);
  expect(consensus.dueReminders()).toEqual([]);
  room.clock.at += 24 * 3_600_000;
  expect(consensus.dueReminders()).toHaveLength(1);
  expect(consensus.review(id, { ...gpt, contentHash: provenHash }).consensusOwed).toBe(false);
  expect(consensus.open().map((one) => one.id)).toEqual([bare.id]);
  room.clock.at += 48 * 3_600_000;
  expect(consensus.dueReminders()).toEqual([]);
});

test('without agents it takes two persons, and one person twice is one', () => {
  const { id } = consensus.propose({ ...proposal, kind: 'agents_unavailable' });
  expect(consensus.decide(id, person, 'approve', hash).state).toBe('awaiting-person');
  expect(consensus.decide(id, { ...person, name: 'guardian ' }, 'approve', hash).state).toBe('awaiting-person');
  expect(consensus.decide(id, { ...person, name: 'Second' }, 'approve', hash).state).toBe('accepted');
});

test('a removal is agreed on by the hash of what will be done, and needs no next version', () => {
  const removal = { ...proposal, after: null, contentHash: sha256('the plan') };
  expect(() => consensus.propose({ ...removal, contentHash: 'x' })).toThrow(/hash/);
  const { id } = consensus.propose(removal);
  consensus.review(id, { ...claude, contentHash: sha256('the plan') });
  consensus.review(id, { ...gpt, contentHash: sha256('the plan') });
  expect(consensus.decide(id, person, 'approve', sha256('the plan'))).toMatchObject({
    state: 'accepted',
    versionChange: 'v0.3.1 → none',
  });
  expect(recorded.at(-1)?.entry.change_type).toBe('delete');
});

test('a formal correction needs a proof, not a claim', () => {
  const claimed = consensus.propose({ ...proposal, kind: 'formal_correction' });
  expect(claimed).toMatchObject({ state: 'reviewing' });
  expect(() => consensus.decide(claimed.id, person, 'approve', hash)).toThrow(/not proved/);
  const spaced = immuneBlueprint.replace('\n## Overview', '\n\n## Overview');
  const { id, state } = consensus.propose({ ...proposal, kind: 'formal_correction', after: spaced });
  expect(state).toBe('awaiting-person');
  expect(consensus.decide(id, person, 'approve', sha256(spaced)).state).toBe('accepted');
});

test('families are known by the beginning of words, whatever stands around them', () => {
  expect(familyOf('Claude Opus')).toMatchObject({ family: 'claude' });
  expect(familyOf('OpenAI/GPT-5.2')).toMatchObject({ family: 'gpt' });
  expect(familyOf('o3-mini')).toMatchObject({ family: 'gpt' });
  expect(familyOf('ｃｌａｕｄｅ-3')).toMatchObject({ family: 'claude' });
  expect(familyOf('house-model 2')).toBeNull();
  expect(familyOf('house-model 2', [{ model: 'house', family: 'House', organization: 'House Inc.' }])).toEqual({
    family: 'house',
    organization: 'house',
  });
});

const models = fc.constantFrom('claude-opus', 'claude-sonnet', 'anthropic/claude', 'Claude Haiku 4');
const anyVote = fc.record({
  agent: fc.string({ minLength: 1 }),
  model: models,
  organization: fc.string({ minLength: 1 }),
  verdict: fc.constantFrom('approve' as const, 'reject' as const, 'revise' as const),
  rationale: fc.constant('r'),
  contentHash: fc.constant(hash),
  at: fc.nat(),
});

test('no number of voices of one family, or of none that is known, ever passes', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          anyVote,
          anyVote.map((one) => ({ ...one, model: 'unheard-of' })),
        ),
        { maxLength: 20 },
      ),
      fc.integer({ min: 2, max: 4 }),
      (votes, minimumAgents) => {
        const change: ConsensusCase = {
          id: 1,
          target: 't',
          kind: 'ordinary',
          description: '',
          contentHash: hash,
          versionBefore: '1.0.0',
          versionAfter: '1.1.0',
          provenFormal: false,
          evidence: '',
          openedAt: 0,
          votes,
          persons: [{ person: 'P', verdict: 'approve', contentHash: hash, at: 1 }],
        };
        expect(['reviewing', 'rejected']).toContain(stateOf(change, { minimumAgents, families: [] }).state);
      },
    ),
  );
});
