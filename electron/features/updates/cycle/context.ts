import type { UpdatesSettings } from '../../../../shared/model/settings.ts';
import type { Problem } from '../../../../shared/model/snapshot.ts';
import type { Trigger } from '../../../../shared/model/updates.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import type { ApplyContext, OnProgress } from '../apply/context.ts';
import type { CodeChecker } from '../checks/index.ts';
import type { Base } from '../ledger/base.ts';
import type { Holds } from '../ledger/holds.ts';
import type { Refusals } from '../ledger/refusals.ts';
import type { UpdateLog } from '../log/update-log.ts';
import type { Surveyor } from '../survey/surveyor.ts';
import type { SurveyScope } from '../survey/types.ts';

/** What one update cycle stands on. */
export interface CycleContext {
  workspace: string;
  settings: () => UpdatesSettings;
  clock: Clock;
  log: Log;
  database: Database;
  surveyor: Surveyor;
  checker: CodeChecker;
  base: Base;
  refusals: Refusals;
  holds: Holds;
  updateLog: UpdateLog;
  apply: ApplyContext;
}

export interface CycleOptions {
  trigger: Trigger;
  dryRun: boolean;
  /** Token of the held set that a person releases; `any` for whatever is held now. */
  releaseBrake: string | null;
  scope: SurveyScope;
  /** The key of the only file that may be applied; null for all. */
  only: string | null;
  /** Latest arrival that an earlier look saw before a full quiet time passed; null at the first look. */
  quietSince: number | null;
  signal: AbortSignal;
  onProgress: OnProgress;
}

/** Core could not be looked at, and so nothing is known: never shown as good. */
export interface Unavailable {
  state: 'unavailable';
  code: Problem['code'];
  message: string;
}
