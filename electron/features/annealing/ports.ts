import type { AnnealingSettings } from '../../../shared/model/settings.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { Advisor } from '../../kernel/ports/advisor.ts';
import type { ApplyFiles } from '../../kernel/ports/apply-files.ts';
import type { Audit } from '../../kernel/ports/audit.ts';
import type { Gate } from '../../kernel/ports/gate.ts';
import type { LoopbackApi } from '../../kernel/ports/loopback-api.ts';
import type { Log } from '../../kernel/ports/log.ts';
import type { ProcessRunner } from '../../kernel/ports/process-runner.ts';
import type { Secrets } from '../../kernel/ports/secrets.ts';
import type { KnownRelease } from './analyse/suspect.ts';
import type { AnnealingAlert } from './engine/alerts.ts';
import type { TakenBack } from './fix/fixer.ts';
import type { CheckIn } from './ingest/check-in.ts';

/** What annealing needs of the house. */
export interface AnnealingPorts {
  /** Absolute. */
  workspace: string;
  /** With the tables of the kernel and of annealing. */
  database: Database;
  clock: Clock;
  log: Log;
  settings: () => AnnealingSettings;
  audit: Audit;
  gate: Gate;
  /** Keeps the token of the ingest server. */
  secrets: Secrets;
  runProcess: ProcessRunner;
  /** Values that must never be kept: those of the workspace's `.env`. The same array while they are the same. */
  secretValues: () => readonly string[];
  /** The newest releases, in any order. */
  releases: () => readonly KnownRelease[];
  applyFiles: ApplyFiles;
  advisor: Advisor;
  /** What else programs may ask on the port that errors come in by. */
  api: LoopbackApi;
  /** The value of a variable of the environment or of `.env`; null when there is none. */
  variable: (name: string) => string | null;
  /** Tells of a fix that did not hold, once. */
  onTakenBack: (taken: TakenBack) => void;
  /** Tells the Technical Director, once for each analysis. */
  alert: (alert: AnnealingAlert) => void;
  /** A sign of life of something that runs on a schedule, over the Sentry protocol. */
  onCheckIn: (checkIn: CheckIn) => void;
  onChange: () => void;
}
