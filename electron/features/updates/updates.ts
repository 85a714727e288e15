import { mkdirSync } from 'node:fs';
import type { DiffRequest } from '../../../shared/ipc/contract.ts';
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
} from '../../../shared/model/updates.ts';
import { AppError } from '../../kernel/errors.ts';
import type { FilesApplied, FileSet } from '../../kernel/ports/apply-files.ts';
import { exclusively, type ActsContext } from './acts.ts';
import { archivedBytes } from './archive/archived-bytes.ts';
import { previewPrune, prune } from './archive/prune.ts';
import { verifyArchive } from './archive/verify-archive.ts';
import { runCycle, type CycleReport } from './cycle/run-cycle.ts';
import { applyFiles } from './fix/apply-files.ts';
import { diffOf, type DiffContext } from './diff/diff-request.ts';
import type { UpdatesReporter } from './reporter.ts';
import { previewRollback, rollBack } from './rollback/rollback.ts';
import type { SurveyScope } from './survey/types.ts';

export interface RunOptions {
  trigger: Trigger;
  dryRun?: boolean;
  /** Token of the held set that a person releases; `any` for whatever is held now. */
  releaseBrake?: string;
  scope?: SurveyScope;
  /** Apply nothing but this file (its key): a decision about one file is no leave for the others. */
  only?: string;
  /** Asked after each wait for Core's quiet time; false gives up (paused, say). */
  stillDue?: () => boolean;
  signal?: AbortSignal;
}

export interface RollbackRequest {
  token?: string;
  changedSince: ChangedSince;
  trigger: Trigger;
  signal?: AbortSignal;
}

/** The updates duty: everything that doors may ask of it. Acts run one at a time, across processes too. */
export interface Updates {
  /** One cycle with all that is known of it. @throws AppError `locked`, `cancelled`, `disposed` */
  cycle(options: RunOptions): Promise<CycleReport>;
  /** The same, for doors. */
  run(options: RunOptions): Promise<CycleResult>;
  /** @throws AppError `not-found` when the file is not held with these contents any more */
  decide(
    path: string,
    contents: { sourceHash: string | null; localHash: string | null },
    decision: HeldDecision,
    trigger: Trigger,
  ): Promise<CycleResult>;
  releases(before: string | null, limit: number): ReleaseSummary[];
  release(id: string): ReleaseDetail;
  previewRollback(target: RollbackTarget): Promise<RollbackPreview>;
  rollback(target: RollbackTarget, request: RollbackRequest): Promise<RollbackResult>;
  /** Contents that were made here, such as a fix, as a release of their own. @throws AppError `unsafe-path`, `locked`, `cancelled`, `disk-full` */
  applyFiles(set: FileSet, trigger: Trigger, signal?: AbortSignal): Promise<FilesApplied>;
  diff(request: DiffRequest): Promise<TextDiff>;
  archive(query: string, offset: number, limit: number): ArchivePage;
  /** Proven by their hash. @throws AppError `not-found`, `hash-mismatch` */
  archivedBytes(id: number): Promise<Uint8Array>;
  verifyArchive(): Promise<ArchiveVerifyResult>;
  previewPrune(): PrunePreview;
  prune(token: string | undefined, trigger: Trigger): Promise<PrunePreview>;
  /** Absolute; created when missing. */
  archiveFolder(): string;
  history(): UpdateEntry[];
}

export interface UpdatesContext extends ActsContext {
  diffs: DiffContext;
  reporter: UpdatesReporter;
  /** Aborted when the guardian is disposed. */
  ended: AbortSignal;
}

const FULL: SurveyScope = { kind: 'full' };

export function createUpdates(context: UpdatesContext): Updates {
  const { apply, refusals, holds, reporter, board, clock } = context;
  const signalOf = (signal: AbortSignal | undefined): AbortSignal =>
    signal === undefined ? context.ended : AbortSignal.any([context.ended, signal]);
  const rollbackContext = { apply, base: context.base };

  const cycle = async (options: RunOptions): Promise<CycleReport> => {
    const { trigger, dryRun = false, releaseBrake = null, only = null } = options;
    const plain = { trigger, dryRun, releaseBrake, only };
    const signal = signalOf(options.signal);
    const act = dryRun ? 'scan' : 'update';
    for (let quietSince: number | null = null; ;) {
      const report = await exclusively(context, act, signal, (onProgress) =>
        // What is open is known only under the lock: another act may have changed it while this one waited.
        runCycle(context, { ...plain, scope: scopeFor(context, options.scope ?? FULL), quietSince, signal, onProgress }),
      );
      if (report.state === 'done') {
        if (dryRun) reporter.looked(report);
        else reporter.cycle(report);
        return report;
      }
      // The lock is free while Core settles: a person can roll back meanwhile.
      quietSince = report.youngest;
      board.setActivity({ act, phase: 'waiting', done: 0, total: report.files, release: null });
      await clock.sleep(report.waitMs, signal).finally(() => board.setActivity(null));
      if (options.stillDue?.() === false) throw new AppError('cancelled', 'The update is not due any more.');
    }
  };
  const run = async (options: RunOptions): Promise<CycleResult> => (await cycle(options)).result;

  return {
    cycle,
    run,
    async decide(path, contents, decision, trigger) {
      const item = holds.items().find((one) => one.path === path);
      if (item === undefined || item.sourceHash !== contents.sourceHash || item.localHash !== contents.localHash) {
        throw new AppError('not-found', `${path} is not held with these contents any more. Nothing was done; look again.`);
      }
      if (!item.decisions.includes(decision))
        throw new AppError('denied', `${path} cannot be decided like this: ${item.reason}.`);
      const act = { type: 'update.decide', target: path, actor: `person (${trigger})`, paths: [path], notes: decision };
      const intent = apply.audit.intent(act);
      refusals.decide({ key: path.normalize('NFC'), ...contents, decision }, clock.now());
      apply.audit.outcome(intent, { result: 'done', reasons: [decision] });
      return run({ trigger, only: path.normalize('NFC') });
    },
    releases: (before, limit) => apply.releases.list(before, limit),
    release(id) {
      const detail = apply.releases.detail(id);
      if (detail === null)
        throw new AppError('not-found', `There is no release ${id}. \`nightguard update --history\` lists them.`);
      return detail;
    },
    previewRollback: (target) => previewRollback(rollbackContext, target),
    async rollback(target, { token, changedSince, trigger, signal }) {
      return exclusively(context, 'rollback', signalOf(signal), async (onProgress) => {
        const result = await rollBack(rollbackContext, target, {
          ...(token === undefined ? {} : { token }),
          changedSince,
          trigger,
          onProgress,
        });
        reporter.rollback(result, await context.updateLog.project([]));
        return result;
      });
    },
    applyFiles: (set, trigger, signal) =>
      exclusively(context, 'update', signalOf(signal), async (onProgress) => {
        const { settings, base } = context;
        const applied = await applyFiles({ apply, base, archivePaths: [settings().archive.path] }, set, trigger, onProgress);
        await context.updateLog.project([]);
        return applied;
      }),
    diff: (request) => diffOf(context.diffs, request),
    archive: (query, offset, limit) => apply.archive.search(query, offset, limit),
    archivedBytes: (id) => archivedBytes(apply, id),
    async verifyArchive() {
      const onProgress = (done: number, total: number): void =>
        board.setActivity({ act: 'verify', phase: 'hashing', done, total, release: null });
      try {
        const result = await verifyArchive({ ...apply, log: context.log, onProgress });
        reporter.archiveVerified(result);
        return result;
      } finally {
        board.setActivity(null);
      }
    },
    previewPrune: () => previewPrune(apply, context.settings().archive.retention),
    prune: (token, trigger) =>
      exclusively(context, 'prune', context.ended, async () =>
        prune(apply, context.settings().archive.retention, token, trigger),
      ),
    archiveFolder() {
      const folder = apply.archiveFolder();
      mkdirSync(folder, { recursive: true });
      return folder;
    },
    history: () => context.updateLog.history(),
  };
}

/** What is held, or refused as a set, is judged with everything that belongs to it: then only a full look will do. */
function scopeFor({ holds, refusals }: ActsContext, scope: SurveyScope): SurveyScope {
  const isOpen = holds.items().length > 0 || holds.set() !== null || refusals.rejections().length > 0;
  return isOpen ? FULL : scope;
}
