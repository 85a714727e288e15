import type { Problem, Snapshot } from '../../../shared/model/snapshot.ts';
import type { HeldSet } from '../../../shared/model/updates.ts';
import { WAITING } from './approval-fixtures.ts';
import { HELD, TAKEN_BACK, HOUR, MINUTE, NOW, snapshot } from './fixtures.ts';
import { FULL_NIGHT, UNPROVEN_NIGHT } from './night-fixtures.ts';

const HELD_SET: HeldSet = {
  token: 'set-1',
  reasons: [
    { reason: 'brake-files', detail: '74 files would be replaced; the brake allows 50.' },
    { reason: 'backwards', detail: '61 files go back to content they had before 2026-08-14.' },
  ],
  files: 74,
  since: NOW - 12 * MINUTE,
};

const problem = (code: Problem['code'], detail: string, severity: Problem['severity']): Problem => ({
  code,
  detail,
  at: NOW - 6 * MINUTE,
  severity,
  release: null,
});

/** What the panel may meet. `silent`: no call is answered; `unreachable`: every call is rejected; `failing`: every act is refused. */
export const SCENARIOS = {
  good: () => snapshot(),
  night: () => snapshot({ lastNight: FULL_NIGHT }),
  'unproven-night': () => snapshot({ lastNight: UNPROVEN_NIGHT }),
  'needs-you': () => snapshot({ held: HELD }),
  brake: () => snapshot({ heldSet: HELD_SET }),
  problem: () =>
    snapshot({
      provenGoodAt: NOW - 26 * HOUR,
      lastCheck: { at: NOW - 6 * MINUTE, result: 'failed' },
      problems: [
        { code: 'disk-full', detail: '/home: 0 bytes free', at: NOW - 6 * MINUTE, severity: 'harm', release: 'R-0142' },
        { code: 'archive-damaged', detail: '2 copies differ from their hashes', at: NOW - HOUR, severity: 'harm', release: null },
        {
          code: 'recovered',
          detail: 'R-0141 was finished after a power cut',
          at: NOW - 2 * HOUR,
          severity: 'notice',
          release: 'R-0141',
        },
      ],
    }),
  'could-not-check': () =>
    snapshot({
      provenGoodAt: NOW - 5 * HOUR,
      lastCheck: { at: NOW - 3 * MINUTE, result: 'could-not-check' },
      watcher: { state: 'root-missing', since: NOW - 40 * MINUTE, detail: 'ENOENT: /home/layer/내 드라이브/97layerOS/Core' },
      problems: [{ code: 'source-missing', detail: '', at: NOW - 40 * MINUTE, severity: 'warning', release: null }],
    }),
  working: () => snapshot({ activity: { act: 'update', phase: 'applying', done: 412, total: 1240, release: 'R-0143' } }),
  paused: () => snapshot({ pausedUntil: NOW + HOUR, waiting: 3 }),
  empty: () =>
    snapshot({
      releases: [],
      lastCheck: null,
      lastFullScanAt: null,
      provenGoodAt: null,
      trackedFiles: 0,
      pointerFiles: 0,
      workspace: { name: 'fresh', path: '/home/layer/fresh', source: null },
      watcher: { state: 'off', since: NOW, detail: '' },
    }),
  warned: () =>
    snapshot({
      held: [{ ...TAKEN_BACK }],
      problems: [
        {
          code: 'release-rolled-back',
          detail: 'pytest: exit code 1',
          at: NOW - 9 * MINUTE,
          severity: 'warning',
          release: 'R-0138',
        },
      ],
    }),
  settings: () =>
    snapshot({
      settingsProblem: {
        file: '/home/layer/97layerOS/nightguard.yaml',
        line: 12,
        path: 'updates.quietSeconds',
        message: 'Expected a whole number of 0 or more, found "ten".',
      },
    }),
  constitution: () =>
    snapshot({
      approvals: WAITING,
      problems: [
        problem('audit-unlogged', '02_AAOS-Immune_system/DNA.md changed', 'harm'),
        problem('structure-refused', '04_AAOS-Swarm/scout', 'warning'),
        problem('dissolution-due', '04_AAOS-Swarm/trend_collector_for_long_running_research_of_sources', 'notice'),
        problem('consensus-owed', '02_AAOS-Immune_system/SWARM_INQUISITOR_SKILL/judge.py', 'notice'),
      ],
    }),
  approvals: () => snapshot({ approvals: WAITING }),
  'broken-log': () =>
    snapshot({
      problems: [problem('audit-broken', 'AUDIT_LOG.md, entry 3000 at byte 1203311 (hash-mismatch).', 'harm')],
    }),
  'long-log': () => snapshot(),
  unchecked: () => snapshot({ problems: [problem('audit-broken', 'EACCES: permission denied', 'harm')] }),
  unconstituted: () => snapshot(),
  vulnerable: () => snapshot({ problems: [problem('security-vulnerable', 'requests 2.31.0', 'warning')] }),
  failing: () => snapshot({ held: HELD }),
  several: () => snapshot(),
  'first-run': () => snapshot(),
  silent: () => snapshot(),
  unreachable: () => snapshot(),
} satisfies Record<string, () => Snapshot>;

export type ScenarioName = keyof typeof SCENARIOS;
