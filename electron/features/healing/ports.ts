import type { HealingSettings } from '../../../shared/model/settings.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { Audit } from '../../kernel/ports/audit.ts';
import type { Gate } from '../../kernel/ports/gate.ts';
import type { Log } from '../../kernel/ports/log.ts';
import type { ProcessKeeper } from '../../kernel/ports/process-keeper.ts';
import type { Vitals } from '../../kernel/ports/vitals.ts';

/** How long something took, each time, oldest first. Milliseconds. */
export interface Timing {
  subject: string;
  durations: readonly number[];
}

export interface HealingPorts {
  /** Absolute. */
  workspace: string;
  /** Absolute; where the lock and the heartbeat lie. */
  stateFolder: string;
  door: string;
  database: Database;
  clock: Clock;
  log: Log;
  settings: () => HealingSettings;
  audit: Audit;
  gate: Gate;
  vitals: Vitals;
  keeper: ProcessKeeper;
  /** Durations of rituals and commands, to find what has become slow. */
  timings: () => readonly Timing[];
  onChange: () => void;
}
