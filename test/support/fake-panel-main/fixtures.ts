import { createHash } from 'node:crypto';
import { UNKNOWN_HEALTH } from '../../../shared/model/healing.ts';
import type { Snapshot } from '../../../shared/model/snapshot.ts';
import { overallOf } from '../../../shared/model/snapshot.ts';
import type {
  ArchiveVersion,
  CycleResult,
  HeldItem,
  ReleaseDetail,
  ReleaseFile,
  ReleaseSummary,
  TextDiff,
} from '../../../shared/model/updates.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const NOW = Date.now();
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const PATHS = [
  'libs/core_config.py',
  'libs/agents/research/scouting/trend_collector/sources/google_trends_fetcher.py',
  'execution/system/자동_업데이트.py',
  'directives/ROUTINE.md',
  'knowledge/agent_hub/council_room.md',
  'settings.yaml',
  'libs/hub.py',
];

export const release = (number: number, part: Partial<ReleaseSummary> = {}): ReleaseSummary => ({
  id: `R-${String(number).padStart(4, '0')}`,
  kind: 'update',
  of: null,
  status: 'SUCCESS',
  trigger: 'watcher',
  startedAt: NOW - (143 - number) * 7 * HOUR - 2 * MINUTE,
  finishedAt: NOW - (143 - number) * 7 * HOUR - 2 * MINUTE + 1240,
  files: 3,
  reason: null,
  canRollBack: true,
  rolledBackBy: null,
  ...part,
});

const RELEASES: ReleaseSummary[] = [
  release(142),
  release(141, { files: 7, trigger: 'schedule' }),
  release(140, { kind: 'rollback', of: 'R-0139', trigger: 'panel', files: 2 }),
  release(139, { files: 2, canRollBack: false, rolledBackBy: 'R-0140' }),
  release(138, { status: 'ROLLED_BACK', canRollBack: false, files: 12, reason: 'python -m pytest -q: exit code 1' }),
  release(137, { status: 'FAILED', canRollBack: false, files: 4, trigger: 'terminal', reason: 'The disk is full.' }),
  release(136, { files: 1240, canRollBack: false }),
];

const held = (path: string, part: Partial<HeldItem>): HeldItem => ({
  path,
  reason: 'conflict',
  detail: '',
  sourceHash: hashOf(`${path} in Core`),
  localHash: hashOf(`${path} here`),
  since: NOW - 34 * MINUTE,
  decisions: ['take-source', 'keep-local'],
  ...part,
});

export const HELD: HeldItem[] = [
  held('libs/core_config.py', {}),
  held('libs/agents/research/scouting/trend_collector/sources/google_trends_fetcher.py', {
    reason: 'import-cycle',
    detail: 'libs/hub.py → libs/agents/…/google_trends_fetcher.py → libs/hub.py',
    decisions: ['take-source'],
  }),
  held('directives/회의록.md', { reason: 'syntax', detail: 'line 12: unexpected indent', decisions: [] }),
];

/** A file that a person rolled back: listed, but nothing to decide. */
export const TAKEN_BACK: HeldItem = held('libs/hub.py', { reason: 'taken-back', decisions: ['take-source'] });

const files = (count: number): ReleaseFile[] =>
  PATHS.slice(0, count).map((path, index) => ({
    path,
    type: index === 2 ? 'NEW' : 'MODIFIED',
    beforeHash: index === 2 ? null : hashOf(`${path} before`),
    afterHash: hashOf(`${path} after`),
    archiveId: index === 2 ? null : index + 1,
    size: 1200 * (index + 1) ** 3,
  }));

export const detailOf = (summary: ReleaseSummary): ReleaseDetail => ({
  ...summary,
  entries: files(Math.min(summary.files, PATHS.length)),
  verifications:
    summary.kind === 'rollback'
      ? []
      : [
          { name: 'files match their hashes', passed: true, durationMs: 41, output: '' },
          {
            name: 'python -m pytest -q',
            passed: summary.status !== 'ROLLED_BACK',
            durationMs: 12_400,
            output:
              summary.status === 'ROLLED_BACK'
                ? 'FAILED tests/test_hub.py::test_reads - KeyError: "brand"\n1 failed, 41 passed in 11.8s'
                : '42 passed in 11.8s',
          },
        ],
});

const UNIFIED = [
  '--- before',
  '+++ after',
  '@@ -1,9 +1,9 @@',
  ' import json',
  ' from pathlib import Path',
  ' ',
  '-ARCHIVE = Path(".tmp/archive")',
  '+ARCHIVE = Path(".tmp/archive/v2")',
  ' # 설정을 읽는다',
  ' def load(name):',
  '-    with open(name) as handle:',
  '-        return json.load(handle)',
  '+    with open(name, encoding="utf-8") as handle:',
  '+\treturn json.load(handle)',
  ' ',
  '@@ -40,3 +40,4 @@',
  ' def save(name, value):',
  '-    name.write_text(json.dumps(value))',
  '+    text = json.dumps(value, ensure_ascii=False, indent=2)  # a long line scrolls sideways on its own; it never widens the page',
  '+    name.write_text(text)',
  '     return True',
  '\\ No newline at end of file',
  '',
].join('\n');

export const diffOf = (path: string, state: TextDiff['state'] = 'text'): TextDiff => ({
  path,
  oldLabel: 'before R-0142',
  newLabel: 'R-0142',
  state,
  unified: state === 'text' ? UNIFIED : '',
});

export const archive = (count: number): ArchiveVersion[] =>
  Array.from({ length: count }, (_, index) => {
    const path = PATHS[index % PATHS.length] ?? '';
    return {
      id: index + 1,
      path,
      hash: hashOf(`${path}${index}`),
      size: 800 + index * 37,
      archivedAt: NOW - (index + 1) * 53 * MINUTE,
      archivePath: `.tmp/archive/2026-11/${path}.${index}`,
      release: `R-${String(Math.max(142 - index, 1)).padStart(4, '0')}`,
    };
  });

export const snapshot = (part: Partial<Snapshot> = {}): Snapshot => {
  const whole: Omit<Snapshot, 'overall'> = {
    revision: 1,
    workspace: { name: '97layerOS', path: '/home/layer/97layerOS', source: '/home/layer/내 드라이브/97layerOS/Core' },
    provenGoodAt: NOW - 2 * MINUTE,
    lastCheck: { at: NOW - 2 * MINUTE, result: 'up-to-date' },
    lastFullScanAt: NOW - 3 * HOUR,
    watcher: { state: 'watching', since: NOW - 9 * HOUR, detail: '' },
    activity: null,
    held: [],
    heldSet: null,
    approvals: [],
    releases: RELEASES,
    lastNight: null,
    problems: [],
    pausedUntil: null,
    when: 'immediate',
    waiting: 0,
    trackedFiles: 1312,
    pointerFiles: 3,
    security: {
      state: 'good' as const,
      packages: 12,
      vulnerable: 0,
      outdated: 0,
      unchecked: 0,
      upgrades: 0,
      lastRunAt: NOW,
      nextRunAt: null,
      running: null,
    },
    settingsProblem: null,
    health: UNKNOWN_HEALTH,
    environment: { state: 'passed', checkedAt: NOW - 2 * MINUTE, failing: 0 },
    errors: { open: 0, recurring: 0, proposed: 0, regressed: 0 },
    ...part,
  };
  return { ...whole, overall: part.overall ?? overallOf(whole) };
};

export const cycle = (part: Partial<CycleResult> = {}): CycleResult => ({
  status: 'NO_UPDATES',
  release: null,
  updates_count: 0,
  success_count: 0,
  failed_count: 0,
  held_count: 0,
  timestamp: '2026-11-21T14:02:11',
  entries: [],
  reason: null,
  held: [],
  heldSet: null,
  ...part,
});
