import { UNKNOWN_HEALTH } from '../../shared/model/healing.ts';
import { overallOf, type Snapshot } from '../../shared/model/snapshot.ts';
import type { HeldItem, ReleaseSummary } from '../../shared/model/updates.ts';

/** 14:02 of a fixed day, local time. */
export const NOON = new Date(2026, 10, 20, 14, 2).getTime();

/** A quiet, proven workspace; `changes` make it anything else. The overall state follows from the rest, as in the guardian. */
export function sampleSnapshot(changes: Partial<Omit<Snapshot, 'overall'>> = {}): Snapshot {
  const snapshot = {
    revision: 1,
    workspace: { name: '97layerOS', path: '/work/97layerOS', source: '/drive/Core' },
    provenGoodAt: NOON,
    lastCheck: { at: NOON, result: 'up-to-date' as const },
    lastFullScanAt: NOON,
    watcher: { state: 'watching' as const, since: NOON, detail: '' },
    activity: null,
    held: [],
    heldSet: null,
    approvals: [],
    releases: [],
    lastNight: null,
    problems: [],
    pausedUntil: null,
    when: 'immediate' as const,
    waiting: 0,
    trackedFiles: 12,
    pointerFiles: 0,
    security: {
      state: 'good' as const,
      packages: 12,
      vulnerable: 0,
      outdated: 0,
      unchecked: 0,
      upgrades: 0,
      lastRunAt: NOON,
      nextRunAt: null,
      running: null,
    },
    settingsProblem: null,
    health: UNKNOWN_HEALTH,
    environment: { state: 'passed' as const, checkedAt: NOON, failing: 0 },
    errors: { open: 0, recurring: 0, proposed: 0, regressed: 0 },
    ...changes,
  };
  return { ...snapshot, overall: overallOf(snapshot) };
}

export const sampleRelease = (changes: Partial<ReleaseSummary> = {}): ReleaseSummary => ({
  id: 'R-0142',
  kind: 'update',
  of: null,
  status: 'SUCCESS',
  trigger: 'watcher',
  startedAt: NOON,
  finishedAt: NOON + 500,
  files: 3,
  reason: null,
  canRollBack: true,
  rolledBackBy: null,
  ...changes,
});

export const sampleHeld = (changes: Partial<HeldItem> = {}): HeldItem => ({
  path: 'libs/core_config.py',
  reason: 'conflict',
  detail: '',
  sourceHash: 'a'.repeat(64),
  localHash: 'b'.repeat(64),
  since: NOON,
  decisions: ['take-source', 'keep-local'],
  ...changes,
});
