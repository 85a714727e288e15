import { defaultSettings, type UpdatesSettings } from '../../../shared/model/settings.ts';
import type { ReleaseKind } from '../../../shared/model/updates.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import { DisposableStack, type Disposable } from '../../kernel/disposables.ts';
import { within } from '../../kernel/paths.ts';
import type { Audit } from '../../kernel/ports/audit.ts';
import type { EnvironmentProof } from '../../kernel/ports/environment-proof.ts';
import type { CommandRunner } from '../../kernel/ports/command-runner.ts';
import type { Gate } from '../../kernel/ports/gate.ts';
import type { Log } from '../../kernel/ports/log.ts';
import type { WorkspaceLock } from '../../kernel/workspace-lock.ts';
import { createFileWorkers } from './apply/file-workers.ts';
import { createArchiveIndex } from './archive/archive-index.ts';
import { createCodeChecker } from './checks/code-checker.ts';
import { sourceFolder } from './cycle/look.ts';
import { createBase } from './ledger/base.ts';
import { createHolds, type Holds } from './ledger/holds.ts';
import { createRefusals } from './ledger/refusals.ts';
import { createReleases } from './ledger/releases.ts';
import { createSettlement } from './ledger/settlement.ts';
import { createUpdateLog } from './log/update-log.ts';
import { createReporter, type News } from './reporter.ts';
import { createStatusBoard, type StatusBoard } from './status-board.ts';
import { createSurveyor } from './survey/surveyor.ts';
import { createUpdates, type Updates } from './updates.ts';
import { verifyRelease } from './verify/verify-release.ts';

/** What the house gives to the updates duty. Nothing happens unlogged or unjudged: `audit` and `gate` are part of the signature. */
export interface UpdatesPorts {
  workspace: string;
  settings: () => UpdatesSettings;
  database: Database;
  lock: WorkspaceLock;
  clock: Clock;
  log: Log;
  audit: Audit;
  gate: Gate;
  runCommand: CommandRunner;
  /** Left out: updates are judged without the environment. */
  environment?: EnvironmentProof;
  onChange: () => void;
  onNews: (news: News) => void;
}

export interface UpdatesDuty extends Disposable {
  updates: Updates;
  board: StatusBoard;
  holds: Holds;
  /** Files that Core is expected to have. */
  trackedFiles: () => number;
  /** Absolute path of Core, or null while none is set. */
  source: () => string | null;
  /** No further act is begun, and those under way are told to end. */
  stop(): void;
}

/** Wires the rooms of the updates duty together and takes over what an earlier system logged. */
export async function openUpdates(ports: UpdatesPorts): Promise<UpdatesDuty> {
  const { workspace, settings, database, clock, log } = ports;
  const stack = new DisposableStack();
  const ended = new AbortController();
  const workers = stack.use(createFileWorkers());
  const surveyor = stack.use(createSurveyor({ log }));
  const checker = stack.use(createCodeChecker({ log }));
  const underWay = new Set<Promise<unknown>>();
  // Before anything that an act stands on is given back, the acts come to their end.
  stack.defer(async () => {
    ended.abort();
    await Promise.allSettled(underWay);
  });

  const base = createBase(database);
  const refusals = createRefusals(database);
  const releases = createReleases(database);
  const archive = createArchiveIndex(database);
  const holds = createHolds(database);
  const settlement = createSettlement({ base, refusals, releases });
  const updateLog = createUpdateLog({ workspace, database, releases, archive, clock, log });
  const board = stack.use(createStatusBoard(database, clock, log, ports.onChange));
  const reporter = createReporter(board, ports.onNews);
  const source = (): string | null => sourceFolder(workspace, settings());
  const archiveFolder = (): string => within(workspace, settings().archive.path);
  const environment = ports.environment ?? null;
  const verifyContext = { workspace, workers, runCommand: ports.runCommand, signal: ended.signal, environment };
  const apply = {
    workspace,
    archiveFolder,
    database,
    releases,
    archive,
    settlement,
    workers,
    clock,
    log,
    audit: ports.audit,
    gate: ports.gate,
    // The workspace's own commands judge updates; they must not stand in the way of an undo, whose bytes are proven.
    verify: (kind: ReleaseKind, rows: Parameters<typeof verifyRelease>[1]) =>
      kind === 'rollback'
        ? verifyRelease({ ...verifyContext, environment: null }, rows, [])
        : verifyRelease(verifyContext, rows, settings().verify),
    before: async (kind: ReleaseKind) => {
      if (kind !== 'rollback') await environment?.before(ended.signal);
    },
  };

  const archiveFolders = [settings().archive.path, defaultSettings().updates.archive.path];
  await updateLog.importOnce({ base, workers, archiveFolders });
  const updates = createUpdates({
    workspace,
    settings,
    clock,
    log,
    database,
    surveyor,
    checker,
    base,
    refusals,
    holds,
    updateLog,
    apply,
    board,
    reporter,
    lock: ports.lock,
    underWay,
    ended: ended.signal,
    onRecovered: (recovered) => reporter.recovered(recovered),
    diffs: { workspace, source, archive, releases, holds },
  });
  return {
    updates,
    board,
    holds,
    trackedFiles: () => base.count(),
    source,
    stop: () => ended.abort(),
    dispose: () => stack.dispose(),
  };
}
