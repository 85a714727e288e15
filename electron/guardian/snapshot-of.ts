import { basename } from 'node:path';
import { overallOf, type Snapshot } from '../../shared/model/snapshot.ts';
import type { Annealing } from '../features/annealing/index.ts';
import type { EnvironmentDuty } from '../features/environment/index.ts';
import type { Governance } from '../features/governance/index.ts';
import type { Healing } from '../features/healing/index.ts';
import type { Rituals } from '../features/rituals/index.ts';
import type { Security } from '../features/security/index.ts';
import type { UpdatesDuty } from '../features/updates/index.ts';
import type { GuardianAlerts } from './alert-wiring.ts';
import type { SettingsStore } from '../kernel/settings-file/index.ts';

/** What a guardian looks after. */
export interface Duties {
  governance: Governance;
  environment: EnvironmentDuty;
  updates: UpdatesDuty;
  security: Security;
  healing: Healing;
  annealing: Annealing;
  rituals: Rituals;
  alerts: GuardianAlerts;
}

/** Everything that is shown at a glance, as all duties say it now. */
export function snapshotOf(workspace: string, revision: number, settings: SettingsStore, duties: Duties): Snapshot {
  const { governance, environment, updates: duty, security, healing, annealing, alerts } = duties;
  const { board, holds, updates } = duty;
  const facts = {
    revision,
    workspace: { name: basename(workspace), path: workspace, source: duty.source() },
    provenGoodAt: board.provenGoodAt,
    lastCheck: board.lastCheck,
    lastFullScanAt: board.lastFullScanAt,
    watcher: board.watcher,
    activity: board.activity,
    held: holds.items(),
    heldSet: holds.set(),
    approvals: governance.approvals.pending(),
    lastNight: alerts.lastNight(),
    releases: updates.releases(null, RECENT),
    problems: [board, governance, environment, security, healing, annealing, alerts].flatMap(problemsOf),
    pausedUntil: board.pausedUntil,
    when: settings.current().updates.when,
    waiting: board.waiting,
    trackedFiles: duty.trackedFiles(),
    pointerFiles: board.pointers,
    security: security.summary(),
    environment: environment.summary(),
    health: healing.health(),
    errors: annealing.summary(),
    settingsProblem: settings.problem(),
  };
  return { ...facts, overall: overallOf(facts) };
}

type Problems = Snapshot['problems'];
const problemsOf = ({ problems }: { problems: Readonly<Problems> | (() => Problems) }): Problems =>
  typeof problems === 'function' ? problems() : [...problems];

/** Releases in a snapshot; the list of all of them is asked for by page. */
const RECENT = 20;
