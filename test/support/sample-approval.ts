import type { ApprovalRequest, ConsensusState, WaitingApproval } from '../../shared/model/governance.ts';
import { NOON } from './sample-snapshot.ts';

/** A request of middling risk that waits; `changes` make it anything else. */
export const sampleRequest = (changes: Partial<ApprovalRequest> = {}): ApprovalRequest => ({
  id: 7,
  actor: 'nightguard (watcher)',
  type: 'update.apply',
  target: '1 files',
  paths: ['execution/run.py'],
  summary: 'Apply 1 file from Core',
  diff: [
    'execution/run.py: 111111111111 → 222222222222',
    '',
    '='.repeat(67),
    '--- execution/run.py',
    '+++ execution/run.py',
    '@@ -1,2 +1,2 @@',
    ' def run():',
    '-    return "old"',
    '+    return "new"',
  ].join('\n'),
  contentHash: `c0ffee12${'3'.repeat(56)}`,
  risk: 'medium',
  rule: 'ask about execution',
  procedure: 'person',
  file: null,
  state: 'pending',
  askedAt: NOON,
  expiresAt: NOON + 86_400_000,
  decidedAt: null,
  decidedBy: null,
  reason: null,
  validUntil: null,
  usedAt: null,
  ...changes,
});

/** The same as tray and Overview see it. */
export const sampleWaiting = (changes: Partial<WaitingApproval> = {}): WaitingApproval => {
  const { id, actor, type, target, summary, risk, procedure, askedAt, expiresAt } = sampleRequest(changes);
  return { id, actor, type, target, summary, risk, procedure, askedAt, expiresAt };
};

/** A consensus with one review, which waits for the second. */
export const sampleConsensus = (changes: Partial<ConsensusState> = {}): ConsensusState => ({
  id: 1,
  target: 'README.md',
  kind: 'ordinary',
  description: 'Change the Canon',
  contentHash: `c0ffee12${'3'.repeat(56)}`,
  versionChange: '1.0.0 → 1.1.0',
  state: 'reviewing',
  reasons: ['One more independent review is needed.'],
  votes: [
    {
      agent: 'Mira',
      model: 'claude-opus-5',
      organization: 'Anthropic',
      verdict: 'approve',
      rationale: 'It says the same, more clearly.',
      contentHash: `c0ffee12${'3'.repeat(56)}`,
      at: NOON,
      counts: true,
      family: 'claude',
    },
  ],
  persons: [],
  consensusOwed: false,
  openedAt: NOON,
  ...changes,
});
