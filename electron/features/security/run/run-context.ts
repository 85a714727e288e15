import { join } from 'node:path';
import type { SecuritySettings } from '../../../../shared/model/settings.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import type { Audit } from '../../../kernel/ports/audit.ts';
import type { CommandRunner } from '../../../kernel/ports/command-runner.ts';
import type { EnvironmentProof } from '../../../kernel/ports/environment-proof.ts';
import type { Gate } from '../../../kernel/ports/gate.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import type { ProcessRunner } from '../../../kernel/ports/process-runner.ts';
import type { ToolRunner } from '../../../kernel/ports/tool-runner.ts';
import type { Attempts } from '../ledger/attempts.ts';
import type { Refusals } from '../ledger/refusals.ts';
import type { Runs } from '../ledger/runs.ts';
import type { SecurityLog } from '../log/security-log.ts';
import type { Ask } from '../web/ask.ts';

export type Phase = 'looking' | 'upgrading' | 'testing' | 'restoring';

/** What every step of a run stands on. */
export interface RunContext {
  workspace: string;
  settings: () => SecuritySettings;
  database: Database;
  clock: Clock;
  log: Log;
  audit: Audit;
  gate: Gate;
  tools: ToolRunner;
  runProcess: ProcessRunner;
  runCommand: CommandRunner;
  environment: EnvironmentProof;
  ask: Ask;
  runs: Runs;
  attempts: Attempts;
  refusals: Refusals;
  securityLog: SecurityLog;
  onPhase: (phase: Phase) => void;
}

/** Everything of this duty below the workspace; absolute. */
export const securityFolder = (workspace: string): string => join(workspace, '.nightguard', 'security');
export const scratchFolder = (workspace: string): string => join(securityFolder(workspace), 'scratch');
export const snapshotFolder = (workspace: string, attempt: number): string =>
  join(securityFolder(workspace), `snapshot-${attempt}`);
