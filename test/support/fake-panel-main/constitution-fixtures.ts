import type {
  ConsensusState,
  ConstitutionView,
  Finding,
  LimitFinding,
  SelfCheck,
  StructureNode,
  StructureTree,
} from '../../../shared/model/governance.ts';
import { hashOf, HOUR, MINUTE, NOW } from './fixtures.ts';

const DAY = 24 * HOUR;

const node = (path: string, part: Partial<StructureNode> = {}): StructureNode => ({
  path,
  name: path.split('/').at(-1) ?? '',
  result: 'Canonical',
  file: 'DNA.md',
  version: '0.1.0',
  proposal: false,
  bootstrap: false,
  findings: [],
  limits: [],
  children: [],
  ...part,
});

const finding = (part: Partial<Finding>): Finding => ({
  rule: 'constitution',
  severity: 'error',
  key: '',
  line: null,
  message: '',
  ...part,
});

const limit = (part: Partial<LimitFinding>): LimitFinding => ({
  limit: 'max_files',
  allowed: 500,
  actual: 1240,
  action: 'warn',
  since: NOW - 9 * DAY,
  ...part,
});

const SWARM = '04_AAOS-Swarm';

const STRUCTURES: StructureNode[] = [
  node('01_AAOS-Record_Archive', { version: '0.4.2' }),
  node('02_AAOS-Immune_system', { version: '0.3.0', bootstrap: true, proposal: true }),
  node('03_AAOS-Deliberation_Chamber', {
    result: 'Canonical-Conditional',
    findings: [
      finding({
        rule: 'missingReference',
        severity: 'warning',
        key: 'canon_reference.document',
        line: 14,
        message: 'It refers to ../METADoctrine_v2.md, and there is no such file.',
      }),
    ],
  }),
  node(SWARM, {
    result: 'Container',
    file: null,
    version: null,
    children: [
      node(`${SWARM}/scout`, {
        result: 'Non-Canonical',
        version: '0.1.0',
        findings: [
          finding({ key: 'natural_dissolution.termination_conditions', line: 31, message: 'No termination condition is given.' }),
          finding({ rule: 'placeholder', key: 'owner', line: 6, message: 'The value is still the template’s: "<OWNER>".' }),
        ],
        limits: [limit({}), limit({ limit: 'max_log_kb', allowed: 1024, actual: 4096, action: 'rotate', since: NOW - 2 * DAY })],
      }),
      node(`${SWARM}/위원회_서기`, {
        result: 'Canonical-Conditional',
        file: 'DNA_BLUEPRINT.md',
        version: '0.0.1',
        findings: [finding({ severity: 'warning', key: 'purpose', line: 4, message: 'The purpose is one word long.' })],
      }),
      node(`${SWARM}/trend_collector_for_long_running_research_of_sources`, {
        limits: [limit({ limit: 'retention.max_days', allowed: 30, actual: 41, action: 'dissolve', since: NOW - 11 * DAY })],
      }),
    ],
  }),
];

const countsOf = (nodes: readonly StructureNode[]): StructureTree['counts'] => {
  const counts = { Canonical: 0, 'Canonical-Conditional': 0, 'Non-Canonical': 0, Container: 0 };
  const visit = (list: readonly StructureNode[]): void =>
    list.forEach(({ result, children }) => {
      counts[result] += 1;
      visit(children);
    });
  visit(nodes);
  return counts;
};

export const treeOf = (children: StructureNode[], part: Partial<StructureTree> = {}): StructureTree => ({
  root: node('', { name: '97layerOS', result: 'Container', file: null, version: null, children }),
  scannedAt: NOW - 26 * MINUTE,
  counts: countsOf(children),
  unreadable: [],
  ...part,
});

const check = (subject: string, part: Partial<SelfCheck> = {}): SelfCheck => ({
  check: 'integrity',
  subject,
  result: 'ok',
  detail: '',
  ...part,
});

const SOUND: SelfCheck[] = [
  check('02_AAOS-Immune_system/DNA.md'),
  check('02_AAOS-Immune_system/AAOS_DNA_DOCTRINE_RULE.md'),
  check('METADoctrine.md', { check: 'alignment' }),
  check('02_AAOS-Immune_system', { check: 'limits' }),
];

const CASES: ConsensusState[] = [
  {
    id: 7,
    target: '02_AAOS-Immune_system/DNA.md',
    kind: 'ordinary',
    description: 'Raise resource_limits.max_log_kb to 20,480.',
    contentHash: hashOf('dna proposal'),
    versionChange: 'v0.3.0 → v0.4.0',
    state: 'reviewing',
    reasons: ['1 of 2 independent reviews is missing.'],
    votes: [
      {
        agent: 'Claude',
        model: 'claude-opus-4-6',
        organization: 'Anthropic',
        verdict: 'approve',
        rationale: 'The limit was met twice last month; the sealed segments stay verifiable.',
        contentHash: hashOf('dna proposal'),
        at: NOW - 5 * HOUR,
        counts: true,
        family: 'claude',
      },
      {
        agent: 'Claude (second chair)',
        model: 'claude-sonnet-4-6',
        organization: 'Anthropic',
        verdict: 'approve',
        rationale: 'Agreed.',
        contentHash: hashOf('dna proposal'),
        at: NOW - 4 * HOUR,
        counts: false,
        family: 'claude',
      },
    ],
    persons: [],
    consensusOwed: false,
    openedAt: NOW - 6 * HOUR,
  },
  {
    id: 6,
    target: 'METADoctrine.md',
    kind: 'agents_unavailable',
    description: 'Clarify who may call the Deliberation Chamber.',
    contentHash: hashOf('meta'),
    versionChange: 'v1.1.0 → v1.2.0',
    state: 'awaiting-person',
    reasons: ['1 person must approve.'],
    votes: [],
    persons: ['layer'],
    consensusOwed: false,
    openedAt: NOW - 2 * DAY,
  },
  {
    id: 5,
    target: '02_AAOS-Immune_system/SWARM_INQUISITOR_SKILL/judge.py',
    kind: 'emergency_security_patch',
    description: 'Stop the judge from running what it reads.',
    contentHash: hashOf('judge'),
    versionChange: 'v0.2.9 → v0.3.0',
    state: 'accepted',
    reasons: ['Accepted in an emergency: 1 independent review is still to come.'],
    votes: [
      {
        agent: 'Gemini',
        model: 'gemini-3-pro',
        organization: 'Google',
        verdict: 'approve',
        rationale: 'eval() on front matter is a clear vulnerability.',
        contentHash: hashOf('judge'),
        at: NOW - 3 * DAY,
        counts: true,
        family: 'gemini',
      },
    ],
    persons: ['layer'],
    consensusOwed: true,
    openedAt: NOW - 3 * DAY,
  },
];

const view = (part: Partial<ConstitutionView> = {}): ConstitutionView => ({
  constituted: true,
  tree: treeOf(STRUCTURES.slice(0, 2)),
  scanProblem: null,
  self: SOUND,
  selfCheckedAt: NOW - 26 * MINUTE,
  unlogged: [],
  due: [],
  consensus: [],
  ...part,
});

/** Nothing to worry about: two structures, both as they should be. */
export const SOUND_VIEW = view();

/** Everything that the view can meet, at once. */
export const FULL_VIEW = view({
  tree: treeOf(STRUCTURES, {
    unreadable: [{ path: `${SWARM}/private`, detail: 'EACCES: permission denied, scandir' }],
  }),
  self: [
    ...SOUND,
    check('02_AAOS-Immune_system/templates/DNA_TEMPLATE.md', { result: 'violated', detail: 'It is not what was accepted' }),
    check('README.md', { check: 'alignment', result: 'could-not-check', detail: 'EACCES: permission denied, open' }),
  ],
  unlogged: [
    {
      path: '02_AAOS-Immune_system/DNA.md',
      change: 'changed',
      was: hashOf('before'),
      is: hashOf('after'),
      since: NOW - 3 * HOUR,
      detail: null,
    },
    {
      path: 'README.md',
      change: 'unreadable',
      was: hashOf('canon'),
      is: null,
      since: NOW - DAY,
      detail: 'EACCES: permission denied',
    },
  ],
  due: [
    {
      structure: `${SWARM}/trend_collector_for_long_running_research_of_sources`,
      reason: 'retention.max_days: 41 of 30 days',
      since: NOW - 11 * DAY,
    },
  ],
  consensus: CASES,
});

export const CONSENSUS_VIEW = view({ consensus: CASES });

/** The last scan failed, and the immune system could not look at itself. */
export const UNCHECKED_VIEW = view({
  tree: null,
  scanProblem: 'EIO: i/o error, scandir /home/layer/97layerOS',
  self: [check('manifest', { result: 'could-not-check', detail: 'No hashes have been recorded yet' })],
});

/** A workspace without any of it. */
export const NO_CONSTITUTION = view({ constituted: false, tree: treeOf([]), self: [], selfCheckedAt: null });
