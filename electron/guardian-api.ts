import type { DiffRequest } from '../shared/ipc/contract.ts';
import type { Snapshot } from '../shared/model/snapshot.ts';
import type {
  ArchivePage,
  ArchiveVerifyResult,
  ChangedSince,
  CycleResult,
  HeldDecision,
  PrunePreview,
  ReleaseDetail,
  ReleaseSummary,
  RollbackPreview,
  RollbackResult,
  RollbackTarget,
  TextDiff,
  Trigger,
  UpdateEntry,
} from '../shared/model/updates.ts';
import type { Annealing } from './features/annealing/index.ts';
import type { Security, SecurityNews } from './features/security/index.ts';
import type { EnvironmentDuty } from './features/environment/index.ts';
import type { GuardianAlerts } from './guardian/alert-wiring.ts';
import type { Governance, GovernanceNews } from './features/governance/index.ts';
import type { News as UpdateNews } from './features/updates/index.ts';
import type { Healing } from './features/healing/index.ts';
import type { Logs } from './features/logs/index.ts';
import type { SettingsDuty } from './features/settings/index.ts';
import type { Rituals } from './features/rituals/index.ts';
import type { Disposable } from './kernel/disposables.ts';

/** What the doors (desktop, terminal, tests) may ask of the guardian of one workspace. */
export interface Guardian extends Disposable {
  readonly workspace: string;
  snapshot(): Snapshot;
  /** Called after each change with a new revision. Returns the function that unsubscribes. */
  onSnapshot(listener: (snapshot: Snapshot) => void): () => void;
  /** Something that a person may want to be told of once: a release, a hold, a rollback. */
  onNews(listener: (news: News) => void): () => void;
  /** Begins to watch; resolves when the first look is done. Without it the guardian only acts when asked. */
  watch(): Promise<void>;
  /** The machine has slept: what is due by the clock is looked at now. Without `watch` this does nothing. */
  wake(): void;
  pause(minutes: number): void;
  resume(): void;

  runUpdate(options: {
    trigger: Trigger;
    dryRun?: boolean;
    /** Token of the held set that a person releases; `any` for whatever is held now. */
    releaseBrake?: string;
    signal?: AbortSignal;
  }): Promise<CycleResult>;
  decide(
    path: string,
    contents: { sourceHash: string | null; localHash: string | null },
    decision: HeldDecision,
    trigger: Trigger,
  ): Promise<CycleResult>;

  /** Every entry of the update log, imported ones included, oldest first. */
  history(): UpdateEntry[];
  releases(before: string | null, limit: number): ReleaseSummary[];
  release(id: string): ReleaseDetail;
  previewRollback(target: RollbackTarget): Promise<RollbackPreview>;
  /** `token` of the preview that was shown; undefined when the caller shows none (then the preview of this moment counts). */
  rollback(
    target: RollbackTarget,
    options: { token?: string; changedSince: ChangedSince; trigger: Trigger; signal?: AbortSignal },
  ): Promise<RollbackResult>;

  diff(request: DiffRequest): Promise<TextDiff>;
  archive(query: string, offset: number, limit: number): ArchivePage;
  /** The bytes of one archived version, proven by their hash. @throws AppError `not-found`, `hash-mismatch` */
  archivedBytes(id: number): Promise<Uint8Array>;
  verifyArchive(): Promise<ArchiveVerifyResult>;
  previewPrune(): PrunePreview;
  prune(token: string | undefined, trigger: Trigger): Promise<PrunePreview>;
  /** The law of the workspace: constitution, approvals and the audit log. */
  readonly governance: Pick<
    Governance,
    | 'approvals'
    | 'permissions'
    | 'dissolution'
    | 'auditLog'
    | 'auditStatus'
    | 'auditEntries'
    | 'verifyAudit'
    | 'constitution'
    | 'vigil'
  >;
  /** Vulnerable and outdated packages, and the weekly update that mends them. */
  readonly security: Pick<Security, 'run' | 'shouldUpdate' | 'view' | 'previewRollback' | 'rollback'>;

  /** What the workspace needs to run, and whether it is there. */
  readonly environment: Pick<EnvironmentDuty, 'check' | 'status'>;

  /** Errors of programs, what is known of them, and fixes. */
  readonly annealing: Omit<Annealing, 'attend' | 'dispose'>;

  /** What is done at which hour. */
  readonly rituals: Omit<Rituals, 'attend' | 'dispose'>;

  /** Health of machine, processes, files and agents. */
  readonly healing: Pick<Healing, 'health' | 'report' | 'issues' | 'heal' | 'course' | 'calls'>;

  /** nightguard.yaml, as a person edits it. */
  readonly settings: SettingsDuty;

  /** What was written down, line by line. */
  readonly logs: Omit<Logs, 'dispose'>;

  /** Whom to tell, and what was told. */
  readonly alerts: Pick<GuardianAlerts, 'view' | 'acknowledge' | 'test'>;

  /** Absolute path of the archive folder; created when missing. */
  archiveFolder(): string;
}

/** One message per cause, from any duty; a later one with the same tag replaces it. `values` fill the sentences `news.<kind>` of the locales. */
export type News = UpdateNews | ErrorNews | SecurityNews | (GovernanceNews & { release: null });

/** What is told of errors: one that repeats and was analysed, and a fix that did not hold. */
export interface ErrorNews {
  tag: string;
  kind: 'error-repeats' | 'fix-taken-back';
  release: string | null;
  values: Record<string, string | number>;
}
