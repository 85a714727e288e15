import type { ApprovalRequest, WaitingApproval } from '../../../shared/model/governance.ts';
import { waitingApprovalSchema } from '../../../shared/model/governance.ts';
import { hashOf, HOUR, MINUTE, NOW } from './fixtures.ts';

const request = (id: number, part: Partial<ApprovalRequest>): ApprovalRequest => ({
  id,
  actor: 'scout (agent)',
  type: 'file.write',
  target: 'libs/hub.py',
  paths: ['libs/hub.py'],
  summary: 'Write the collected sources to the hub.',
  diff: null,
  contentHash: hashOf(`request ${id}`),
  risk: 'medium',
  rule: 'patches to code ask',
  procedure: 'person',
  file: `.nightguard/requests/${id}.json`,
  state: 'pending',
  askedAt: NOW - 20 * MINUTE,
  expiresAt: NOW + 4 * HOUR,
  decidedAt: null,
  decidedBy: null,
  reason: null,
  validUntil: null,
  usedAt: null,
  ...part,
});

const DNA_DIFF = [
  '--- a/02_AAOS-Immune_system/DNA.md',
  '+++ b/02_AAOS-Immune_system/DNA.md',
  '@@ -40,3 +40,3 @@',
  ' resource_limits:',
  '-  max_log_kb: 10240',
  '+  max_log_kb: 20480',
  '   max_files: 500',
  '',
].join('\n');

export const REQUESTS: ApprovalRequest[] = [
  request(12, {}),
  request(11, {
    actor: 'nightguard',
    type: 'update.apply',
    target: '02_AAOS-Immune_system/DNA.md',
    paths: ['02_AAOS-Immune_system/DNA.md'],
    summary: 'Core brings a change of the immune system’s DNA.',
    diff: DNA_DIFF,
    contentHash: hashOf('dna proposal'),
    risk: 'high',
    rule: 'guarded paths need the meta procedure',
    procedure: 'meta',
    file: null,
    askedAt: NOW - 6 * HOUR,
    expiresAt: NOW + 40 * MINUTE,
  }),
  request(10, {
    actor: 'nightguard',
    type: 'dependency.upgrade',
    target: 'requests 2.31 → 3.0',
    paths: ['requirements.txt'],
    summary: 'A major upgrade.',
    risk: 'low',
    file: null,
  }),
  request(9, {
    state: 'approved',
    decidedAt: NOW - HOUR,
    decidedBy: 'layer (window)',
    reason: null,
    validUntil: NOW + HOUR,
  }),
  request(8, {
    state: 'denied',
    target: 'AUDIT_LOG.md',
    risk: 'high',
    decidedAt: NOW - 26 * HOUR,
    decidedBy: 'layer (telegram)',
    reason: '로그는 고치지 않음',
  }),
  request(7, { state: 'expired', target: 'settings.yaml', decidedAt: NOW - 50 * HOUR, expiresAt: NOW - 50 * HOUR }),
  request(6, {
    state: 'used',
    decidedAt: NOW - 70 * HOUR,
    decidedBy: 'layer (terminal)',
    validUntil: NOW - 69 * HOUR,
    usedAt: NOW - 70 * HOUR + MINUTE,
  }),
];

export const DECIDED: ApprovalRequest[] = REQUESTS.filter(({ state }) => state !== 'pending');

/** As the snapshot tells them: oldest first. */
export const WAITING: WaitingApproval[] = REQUESTS.filter(({ state }) => state === 'pending')
  .map((one) => waitingApprovalSchema.parse(one))
  .toSorted((a, b) => a.askedAt - b.askedAt);
