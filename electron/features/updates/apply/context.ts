import type { Activity } from '../../../../shared/model/snapshot.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import type { Audit } from '../../../kernel/ports/audit.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import type { Gate } from '../../../kernel/ports/gate.ts';
import type { ReleaseKind, Verification } from '../../../../shared/model/updates.ts';
import type { ArchiveIndex } from '../archive/archive-index.ts';
import type { JournalRow, Releases } from '../ledger/releases.ts';
import type { Settlement } from '../ledger/settlement.ts';
import type { FileWorkers } from './file-workers.ts';

/** What every step of a release stands on. */
export interface ApplyContext {
  workspace: string;
  /** Absolute. */
  archiveFolder: () => string;
  database: Database;
  releases: Releases;
  archive: ArchiveIndex;
  settlement: Settlement;
  workers: FileWorkers;
  /** Says whether a set stands as it is now on disk; one failure takes it back. */
  verify: (kind: ReleaseKind, rows: readonly JournalRow[]) => Promise<Verification[]>;
  /** Called before a set is begun: what was wrong with the environment before is not the set's fault. */
  before: (kind: ReleaseKind) => Promise<void>;
  clock: Clock;
  log: Log;
  audit: Audit;
  gate: Gate;
}

export type OnProgress = (activity: Omit<Activity, 'act'>) => void;
