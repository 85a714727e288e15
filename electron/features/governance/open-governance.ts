import type { ConstitutionView } from '../../../shared/model/governance.ts';
import type { GovernanceSettings } from '../../../shared/model/settings.ts';
import { defaultSettings } from '../../../shared/model/settings.ts';
import type { Problem } from '../../../shared/model/snapshot.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { Disposable } from '../../kernel/disposables.ts';
import type { Audit } from '../../kernel/ports/audit.ts';
import type { Gate } from '../../kernel/ports/gate.ts';
import type { Log } from '../../kernel/ports/log.ts';
import type { Secrets } from '../../kernel/ports/secrets.ts';
import { createApprovalDesk, type ApprovalDesk } from './answer-approvals.ts';
import { createApprovals, type PermissionDesk } from './approvals/index.ts';
import type { ApprovalAttendanceOptions } from './approval-attendance-options.ts';
import { createApprovalAttendance } from './attend-approvals.ts';
import { createAuditLog, createMetaLog, type AuditLog } from './audit-log/index.ts';
import { constitutionDocuments, createConsensus, enterProcedure, isRepeated } from './consensus/index.ts';
import { createConstituted, hasConstitution, locate, type Locations } from './constitution/index.ts';
import { createDissolutionDesk, type DissolutionDesk, type DissolutionPorts } from './dissolution/index.ts';
import { readLogLimits } from './log-limits.ts';
import { createPolicyGate } from './policy/index.ts';
import { createActRecorder } from './record-acts.ts';
import { faultOf, standingOf, standingProblems } from './standing-problems.ts';
import {
  assertWitnessed,
  checkpointFolder,
  createVigil,
  identityOf,
  type GovernanceNews,
  type VigilDesk,
} from './vigil/index.ts';
import { createAuditViews, type AuditViews } from './views/audit-views.ts';

export interface GovernancePorts {
  /** Absolute. */
  workspace: string;
  /** With the tables of the kernel, of the audit log and of governance. */
  database: Database;
  /** Must hand out the same object until the settings change. */
  settings: () => GovernanceSettings;
  clock: Clock;
  log: Log;
  /** The database's own record of acts. */
  record: Audit;
  /** Where the key of the checkpoints is kept. */
  secrets: Secrets;
  /** What the end of a structure needs of the house. */
  dissolution: Pick<DissolutionPorts, 'lock' | 'own' | 'onActivity' | 'onEnded'>;
  onChange: () => void;
  onNews: (news: GovernanceNews) => void;
  /** Folder of the built application, absolute; null when it runs from its sources. */
  bundle: string | null;
  /** Where approvals may be answered from afar; absent: nowhere. */
  bot?: ApprovalAttendanceOptions['bot'];
}

/** The law of one workspace: who may do what, who must agree, and what has been done. */
export interface Governance extends Disposable, AuditViews {
  gate: Gate;
  audit: Audit;
  approvals: ApprovalDesk;
  /** Requests of agents. */
  permissions: PermissionDesk;
  dissolution: DissolutionDesk;
  /** Null in a workspace without an immune system, unless its settings name a log. @throws AppError `unsafe-path` */
  auditLog(): AuditLog | null;
  /** What the last scan found; judges everything again first when `fresh`. Never throws for the documents' sake. */
  constitution(fresh: boolean): Promise<ConstitutionView>;
  /** What a person, or an agent before it begins, may ask of the watch over all this. */
  vigil: VigilDesk;
  /** What a person should know: a log that does not verify, requests that wait. */
  problems(): Problem[];
  /** Numbers of the requests that were approved and wait for their act. */
  unused(): number[];
  /** Another process has written to the database. */
  noticeForeignWrite(): void;
  noticeSettings(): void;
  /**
   * Verifies the log now and each day, looks after everything else that must be looked at again, and hears changes of guarded files and
   * structures, until it is disposed. `ready`: the first round is done.
   */
  attend(): Disposable & { ready: Promise<void> };
}

const DEFAULT_LOG = defaultSettings().governance.documents.auditLog;

/** Wires the rooms of governance together. Looks at nothing yet. */
export function openGovernance(ports: GovernancePorts): Governance {
  const { workspace, database, settings, clock, log, record, onChange, onNews } = ports;
  const constituted = createConstituted(database, () => locate(workspace, settings()));
  let opened: { path: string; auditLog: AuditLog } | null = null;

  const auditLog = (): AuditLog | null => {
    const locations = locate(workspace, settings());
    if (constituted.state() !== 'here' && settings().documents.auditLog === DEFAULT_LOG) return null;
    if (opened?.path !== locations.auditLog)
      opened = { path: locations.auditLog, auditLog: openLog(ports, locations, (paths) => vigil.settled(paths)) };
    return opened.auditLog;
  };
  const audit = createActRecorder({
    database,
    record,
    auditLog,
    assertSound: assertWitnessed,
    // What is shown must follow what the log has just said, either way.
    onIntent(accepted) {
      const fault = opened === null ? null : faultOf(opened.auditLog);
      if (accepted === (fault !== null)) vigil.verify(fault?.level ?? 'quick');
    },
  });
  const vigil = createVigil({
    workspace,
    database,
    settings,
    clock,
    log,
    audit,
    auditLog,
    locations: () => locate(workspace, settings()),
    constituted,
    bundle: ports.bundle,
    tell: onNews,
    onChange,
  });
  const lawChanged = (): void => {
    onChange();
    attendance.wake();
  };
  const consensus = createConsensus({
    database,
    clock,
    settings: () => settings().consensus,
    isDocument: constitutionDocuments(workspace, settings),
    record(entry, agreed) {
      const locations = locate(workspace, settings());
      // A proposal must not bring about what it proposes: where there is no immune system yet, the database alone keeps it.
      if (!hasConstitution(locations)) return;
      const meta = createMetaLog({ path: locations.metaAuditLog, clock });
      const { timestamp: _timestamp, type: _type, ...change } = entry;
      if (isRepeated(meta, change)) return;
      meta.append(agreed === null ? change : { ...change, agents: agreed.agents, consensus_result: agreed.consensus_result });
    },
    onChange: lawChanged,
  });
  const approvals = createApprovals({
    database,
    clock,
    validMs: () => settings().approvals.validMinutes * 60_000,
    hasConsensus: (contentHash) => consensus.isAccepted(contentHash),
    onMeta: (question) => enterProcedure(consensus, question),
    onChange: lawChanged,
  });
  const gate = createPolicyGate({ workspace, settings, approvals, constituted, clock });
  const desk = createApprovalDesk({ workspace, database, settings, approvals, consensus, gate, audit, clock });
  const attendance = createApprovalAttendance({
    ...ports,
    approvals,
    consensus,
    gate,
    desk,
    audit,
    auditLog,
    isConstituted: () => constituted.state() === 'here',
    tell: onNews,
  });
  const dissolution = createDissolutionDesk({ ...ports, ...ports.dissolution, gate, audit });
  return {
    gate,
    audit,
    approvals: desk,
    permissions: attendance.permissions,
    dissolution,
    auditLog,
    ...createAuditViews({
      auditLog,
      file: () => locate(workspace, settings()).auditLog,
      standing: standingOf,
      checkpoint: () => vigil.checkpointStatus(),
      running: () => vigil.runningActs(),
      onChange,
    }),
    vigil: vigil.desk,
    constitution: async (fresh) => ({ ...(await vigil.view(fresh)), consensus: consensus.open() }),
    problems: () => [
      ...standingProblems({ auditLog, now: clock.now() }),
      ...vigil.problems(),
      ...dissolution.problems(),
      ...attendance.problems(),
    ],
    unused: () => approvals.list(LOOKED_AT).flatMap(({ id, state }) => (state === 'approved' ? [id] : [])),
    noticeForeignWrite() {
      attendance.wake();
    },
    noticeSettings() {
      vigil.noticeSettings();
      attendance.wake();
    },
    attend() {
      const watch = vigil.attend(() => approvals.expire());
      const own = attendance.attend();
      return {
        ready: watch.ready,
        async dispose() {
          await own.dispose();
          await watch.dispose();
        },
      };
    },
    async dispose() {
      await dissolution.dispose();
      await vigil.dispose();
    },
  };
}

/** As many requests as may wait at a time. */
const LOOKED_AT = 200;

function openLog(ports: GovernancePorts, locations: Locations, onDone: (paths: readonly string[]) => void): AuditLog {
  const { workspace, database, clock, log, secrets } = ports;
  return createAuditLog({
    workspace,
    path: locations.auditLog,
    database,
    clock,
    limits: readLogLimits(locations),
    log,
    secrets,
    identity: identityOf(workspace),
    checkpointFolder: () => checkpointFolder(workspace, ports),
    onOutcome(paths, { result }) {
      // What was refused or taken back has written nothing that could be vouched for.
      if (result === 'done') onDone(paths);
    },
  });
}
