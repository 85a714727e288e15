import type { ConstitutionView } from '../../../shared/model/governance.ts';
import type { GovernanceSettings } from '../../../shared/model/settings.ts';
import { defaultSettings } from '../../../shared/model/settings.ts';
import type { Problem } from '../../../shared/model/snapshot.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { Disposable } from '../../kernel/disposables.ts';
import { messageOf } from '../../kernel/errors.ts';
import type { Audit } from '../../kernel/ports/audit.ts';
import type { Gate } from '../../kernel/ports/gate.ts';
import type { Log } from '../../kernel/ports/log.ts';
import { createApprovalDesk, type ApprovalDesk } from './answer-approvals.ts';
import { createApprovals } from './approvals/index.ts';
import { createAuditLog, createMetaLog, type AuditLog } from './audit-log/index.ts';
import { createConsensus } from './consensus/index.ts';
import { hasConstitution, locate, type Locations } from './constitution/index.ts';
import { readLogLimits } from './log-limits.ts';
import { createPolicyGate } from './policy/index.ts';
import { createActRecorder } from './record-acts.ts';
import { faultOf, standingProblems } from './standing-problems.ts';
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
  onChange: () => void;
}

/** The law of one workspace: who may do what, who must agree, and what has been done. */
export interface Governance extends Disposable, AuditViews {
  gate: Gate;
  audit: Audit;
  approvals: ApprovalDesk;
  /** Null in a workspace without an immune system, unless its settings name a log. @throws AppError `unsafe-path` */
  auditLog(): AuditLog | null;
  /** What the last scan found; judges everything again first when `fresh`. Never throws for the documents' sake. */
  constitution(fresh: boolean): Promise<ConstitutionView>;
  /** What a person should know: a log that does not verify, requests that wait. */
  problems(): Problem[];
  /** Numbers of the requests that were approved and wait for their act. */
  unused(): number[];
  /** Verifies the log now and each day, and ends requests that nobody answered, until it is disposed. */
  attend(): Disposable;
}

const DAY_MS = 86_400_000;
const DEFAULT_LOG = defaultSettings().governance.documents.auditLog;

/** Wires the rooms of governance together. Looks at nothing yet. */
export function openGovernance(ports: GovernancePorts): Governance {
  const { workspace, database, settings, clock, log, record, onChange } = ports;
  let opened: { path: string; auditLog: AuditLog } | null = null;
  let checking: Promise<unknown> = Promise.resolve();

  const auditLog = (): AuditLog | null => {
    const locations = locate(workspace, settings());
    if (!hasConstitution(locations) && settings().documents.auditLog === DEFAULT_LOG) return null;
    if (opened?.path !== locations.auditLog) opened = { path: locations.auditLog, auditLog: openLog(ports, locations) };
    return opened.auditLog;
  };
  const verify = (level: 'quick' | 'full'): void => {
    checking = checking
      .then(() => auditLog()?.verify({ level }))
      .then(onChange)
      .catch((error: unknown) => log.write('error', 'The audit log could not be checked', { error: messageOf(error) }));
  };
  const audit = createActRecorder({
    record,
    auditLog,
    // What is shown must follow what the log has just said, either way.
    onIntent(accepted) {
      const fault = opened === null ? null : faultOf(opened.auditLog);
      if (accepted === (fault !== null)) verify(fault?.level ?? 'quick');
    },
  });
  const consensus = createConsensus({
    database,
    clock,
    settings: () => settings().consensus,
    record(entry, agreed) {
      const locations = locate(workspace, settings());
      // A proposal must not bring about what it proposes: where there is no immune system yet, the database alone keeps it.
      if (!hasConstitution(locations)) return;
      const meta = createMetaLog({ path: locations.metaAuditLog, clock });
      const { timestamp: _timestamp, type: _type, ...change } = entry;
      meta.append(agreed === null ? change : { ...change, agents: agreed.agents, consensus_result: agreed.consensus_result });
    },
    onChange,
  });
  const approvals = createApprovals({
    database,
    clock,
    validMs: () => settings().approvals.validMinutes * 60_000,
    hasConsensus: (contentHash) => consensus.isAccepted(contentHash),
    onChange,
  });
  return {
    gate: createPolicyGate({ workspace, settings, approvals, clock }),
    audit,
    approvals: createApprovalDesk({ database, approvals, consensus, audit }),
    auditLog,
    problems: () => standingProblems({ auditLog, now: clock.now() }),
    unused: () => approvals.list(LOOKED_AT).flatMap(({ id, state }) => (state === 'approved' ? [id] : [])),
    attend() {
      const look = (): (() => void) => {
        approvals.expire();
        verify('full');
        return clock.after(DAY_MS, () => {
          cancel = look();
        });
      };
      let cancel = look();
      return { dispose: () => cancel() };
    },
    async dispose() {
      await checking;
    },
  };
}

/** As many requests as may wait at a time. */
const LOOKED_AT = 200;

function openLog({ workspace, database, clock, log }: GovernancePorts, locations: Locations): AuditLog {
  return createAuditLog({ workspace, path: locations.auditLog, database, clock, limits: readLogLimits(locations), log });
}
