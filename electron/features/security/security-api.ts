import type { SecurityResult, SecurityRollbackPreview, SecuritySummary, SecurityView } from '../../../shared/model/security.ts';
import type { SecuritySettings } from '../../../shared/model/settings.ts';
import type { Problem } from '../../../shared/model/snapshot.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { Disposable } from '../../kernel/disposables.ts';
import type { Audit } from '../../kernel/ports/audit.ts';
import type { CommandRunner } from '../../kernel/ports/command-runner.ts';
import type { EnvironmentProof } from '../../kernel/ports/environment-proof.ts';
import type { Gate } from '../../kernel/ports/gate.ts';
import type { Log } from '../../kernel/ports/log.ts';
import type { ProcessRunner } from '../../kernel/ports/process-runner.ts';
import type { ToolRunner } from '../../kernel/ports/tool-runner.ts';
import type { WorkspaceLock } from '../../kernel/workspace-lock.ts';
import type { ShouldUpdate } from './log/last-run.ts';
import type { SecurityNews } from './news.ts';

/** What the house gives to the security duty. */
export interface SecurityPorts {
  /** Absolute. */
  workspace: string;
  settings: () => SecuritySettings;
  /** With the tables of the kernel and of this duty. */
  database: Database;
  lock: WorkspaceLock;
  clock: Clock;
  log: Log;
  audit: Audit;
  gate: Gate;
  tools: ToolRunner;
  runProcess: ProcessRunner;
  runCommand: CommandRunner;
  environment: EnvironmentProof;
  /** When the weekly run comes next, epoch milliseconds; null when nobody keeps its hour. */
  nextRunAt: () => number | null;
  onChange: () => void;
  onNews: (news: SecurityNews) => void;
}

export interface SecurityRunOptions {
  trigger: string;
  /** Although less than a week has gone by. */
  force?: boolean;
  checkOnly?: boolean;
  /** Leaves packages alone that are only outdated. */
  securityOnly?: boolean;
  signal?: AbortSignal;
}

/** The weekly security update of one workspace. */
export interface Security extends Disposable {
  /** Skipped when less than a week has gone by, unless forced. @throws AppError `locked`, `cancelled`, `hash-mismatch` */
  run(options: SecurityRunOptions): Promise<SecurityResult>;
  shouldUpdate(): Promise<ShouldUpdate>;
  view(): SecurityView;
  summary(): SecuritySummary;
  problems(): Problem[];
  /** @throws AppError `not-found` */
  previewRollback(run: string): Promise<SecurityRollbackPreview>;
  /** @throws AppError `not-found`, `stale-preview`, `denied`, `locked`, `hash-mismatch` */
  rollback(run: string, options: { token?: string; trigger: string }): Promise<SecurityRollbackPreview>;
  /** Goes on after a crash, after an approval, and when a run could not look, until it is disposed. `onWanted` subscribes to approvals. */
  attend(onWanted: (look: () => void) => () => void): Disposable;
  /** No further act is begun, and those under way are told to end. */
  stop(): void;
}
