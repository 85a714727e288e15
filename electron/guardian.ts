import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { overallOf, type Snapshot } from '../shared/model/snapshot.ts';
import { annealingMigrations, openAnnealing, type Annealing } from './features/annealing/index.ts';
import { openSecurity, securityMigrations, type Security } from './features/security/index.ts';
import { openEnvironment, type EnvironmentDuty } from './features/environment/index.ts';
import { attend, detectWorkspace, openUpdates, updatesMigrations, type UpdatesDuty } from './features/updates/index.ts';
import { auditMigrations, governanceMigrations, openGovernance, type Governance } from './features/governance/index.ts';
import type { Guardian, News } from './guardian-api.ts';
import { openRituals, ritualsMigrations, type Rituals } from './features/rituals/index.ts';
import { createActRecord } from './kernel/act-record.ts';
import { systemClock, type Clock } from './kernel/clock.ts';
import { openDatabase } from './kernel/database.ts';
import { DisposableStack } from './kernel/disposables.ts';
import { messageOf } from './kernel/errors.ts';
import { Event } from './kernel/events.ts';
import { silentLog, type Log } from './kernel/ports/log.ts';
import type { Secrets } from './kernel/ports/secrets.ts';
import { createHubPost } from './kernel/hub/hub-message.ts';
import { kernelMigrations } from './kernel/schema.ts';
import { createSettingsStore, type SettingsStore } from './kernel/settings-file/index.ts';
import { watchForeignWrites } from './kernel/foreign-writes.ts';
import { createWorkspaceLock } from './kernel/workspace-lock.ts';
import { filesApplier, knownReleases, newsOfErrors, newsOfTakenBack } from './error-wiring.ts';
import { handOver, ritualTasks } from './ritual-tasks.ts';
import { runCommand } from './platform/headless/command-runner.ts';
import { runProcess } from './platform/headless/process-runner.ts';
import { toolRunner } from './platform/headless/tool-runner.ts';
import { findTelegramBot } from './platform/headless/telegram-token.ts';
import { createSecretValues } from './platform/headless/secret-values.ts';
import { createFileSecrets } from './platform/headless/file-secrets.ts';
import { secretsFolder } from './platform/headless/secrets-folder.ts';

export interface GuardianOptions {
  workspace: string;
  /** Which door this process is, for people who wait for the lock. */
  door?: 'desktop' | 'terminal' | 'library';
  log?: Log;
  clock?: Clock;
  /** Where keys are kept; files of the person who runs this, unless the door has a keychain. */
  secrets?: Secrets;
  /** Folder of the built application; null when it runs from its sources. */
  bundle?: string | null;
}

/**
 * Composition root of one guarded workspace, the same for every door.
 * @throws AppError `database` when the state cannot be opened
 */
export async function createGuardian({
  workspace: folder,
  door = 'desktop',
  log = silentLog,
  clock = systemClock,
  secrets = createFileSecrets(secretsFolder(process.env, process.platform, homedir())),
  bundle = builtHere(),
}: GuardianOptions): Promise<Guardian> {
  const workspace = resolve(folder);
  const stack = new DisposableStack();
  const fail = (error: unknown): void => log.write('error', messageOf(error));
  const snapshots = new Event<Snapshot>(fail);
  const news = new Event<News>(fail);
  let revision = 0;
  const duties: { updates?: UpdatesDuty; rituals?: Rituals; annealing?: Annealing } = {};
  const wanted = new Event<void>(fail);
  const publish = (): void => {
    revision += 1;
    const { updates: updating, annealing: errors } = duties;
    if (updating !== undefined && errors !== undefined)
      snapshots.emit(snapshotOf(workspace, revision, settings, updating, governance, security, environment, errors));
  };

  const stateFolder = join(workspace, '.nightguard');
  const database = openDatabase(join(stateFolder, 'state.db'), MIGRATIONS);
  stack.defer(() => database.close());
  const settings = stack.use(createSettingsStore({ path: join(workspace, 'nightguard.yaml'), clock, log }));
  let known: readonly number[] = [];
  const lawChanged = (): void => {
    publish();
    // An approval that was just given lives for minutes only: its act must not wait for the next hour.
    const before = known;
    known = governance.unused();
    if (known.some((id) => !before.includes(id))) wanted.emit();
  };
  const foreignWrite = (): void => {
    governance.noticeForeignWrite();
    lawChanged();
  };
  const lock = createWorkspaceLock(stateFolder, door, clock);
  const governance = stack.use(
    openGovernance({
      workspace,
      database,
      clock,
      log,
      settings: () => settings.current().governance,
      record: createActRecord(database, clock),
      secrets,
      bundle,
      onChange: () => lawChanged(),
      dissolution: {
        lock,
        own: () => [settings.current().updates.archive.path],
        onActivity: (activity) => duties.updates?.board.setActivity(activity),
        onEnded(summary) {
          duties.updates?.board.raise({ code: 'recovered', detail: summary, severity: 'notice', release: null });
          news.emit({ tag: 'recovered', kind: 'recovered', release: null, values: { summary } });
        },
      },
      onNews: (item) => news.emit({ ...item, release: null }),
      bot: (telegram) => findTelegramBot(workspace, telegram),
    }),
  );
  const environment = stack.use(
    openEnvironment({
      workspace,
      database,
      clock,
      log,
      lock,
      runProcess,
      kind: () => detectWorkspace(workspace).kind,
      settings: () => settings.current().environment,
      environment: process.env,
      platform: process.platform,
      audit: governance.audit,
      gate: governance.gate,
      onChange: publish,
    }),
  );
  const opened = stack.use(
    await openUpdates({
      workspace,
      database,
      clock,
      log,
      runCommand,
      settings: () => settings.current().updates,
      lock,
      environment: environment.proof,
      audit: governance.audit,
      gate: governance.gate,
      onChange: publish,
      onNews: (item) => news.emit(item),
    }),
  );
  const security = stack.use(
    openSecurity({
      workspace,
      database,
      clock,
      log,
      lock,
      runCommand,
      runProcess,
      tools: toolRunner,
      settings: () => settings.current().security,
      environment: environment.proof,
      nextRunAt: () => duties.rituals?.nextOf('SECURITY_UPDATE') ?? null,
      audit: governance.audit,
      gate: governance.gate,
      onChange: publish,
      onNews: (item) => news.emit(item),
    }),
  );
  duties.updates = opened;
  stack.defer(settings.onChange(publish));
  stack.defer(settings.onChange(() => governance.noticeSettings()));
  known = governance.unused();
  stack.use(watchForeignWrites({ folder: stateFolder, database, clock, log, onWrite: foreignWrite }));

  // What a crash has left half removed comes first, through whatever door.
  await governance.dissolution.recover();

  const { updates, board } = opened;
  const annealing = stack.use(
    openAnnealing({
      workspace,
      database,
      clock,
      log,
      settings: () => settings.current().annealing,
      audit: governance.audit,
      gate: governance.gate,
      secrets,
      runProcess,
      secretValues: createSecretValues(workspace),
      releases: () => knownReleases(updates),
      applyFiles: filesApplier(updates),
      alert: (alert) => news.emit(newsOfErrors(alert)),
      onTakenBack: (taken) => news.emit(newsOfTakenBack(taken)),
      onCheckIn: ({ monitor_slug: slug, status }) => log.write('info', 'a sign of life came in', { slug, status }),
      onChange: publish,
    }),
  );
  duties.annealing = annealing;
  const post = createHubPost(workspace, clock);
  const rituals = stack.use(
    openRituals({
      workspace,
      stateFolder,
      door,
      database,
      clock,
      log,
      settings: () => settings.current().rituals,
      runCommand,
      tasks: ritualTasks({ updates, board, governance, environment, security, when: () => settings.current().updates.when }),
      handOver: (ritual) => handOver(ritual, post),
      conditions: () => Promise.resolve(null),
      onChange: publish,
    }),
  );
  duties.rituals = rituals;
  return {
    workspace,
    snapshot: () => snapshotOf(workspace, revision, settings, opened, governance, security, environment, annealing),
    onSnapshot: (listener) => snapshots.on(listener),
    onNews: (listener) => news.on(listener),
    watch() {
      stack.use(governance.attend());
      stack.use(security.attend((look) => wanted.on(look)));
      stack.use(governance.dissolution.attend());
      environment.attend();
      stack.use(annealing.attend());
      stack.defer(wanted.on(() => void annealing.resume()));
      stack.use(rituals.attend());
      return stack.use(attend({ duty: opened, settings, workspace, clock, log, onWanted: (look) => wanted.on(look) })).ready;
    },
    pause: (minutes) => board.setPaused(clock.now() + minutes * 60_000),
    resume: () => board.setPaused(null),
    runUpdate: (options) => updates.run(options),
    ...updates,
    governance,
    security,
    environment,
    annealing,
    rituals,
    async dispose() {
      // First of all: whoever waits for an act below must not wait for a verify command of an hour.
      opened.stop();
      environment.stop();
      security.stop();
      await stack.dispose();
    },
  };
}

function snapshotOf(
  workspace: string,
  revision: number,
  settings: SettingsStore,
  duty: UpdatesDuty,
  governance: Governance,
  security: Security,
  environment: EnvironmentDuty,
  annealing: Annealing,
): Snapshot {
  const { board, holds, updates } = duty;
  const facts = {
    revision,
    workspace: { name: basename(workspace), path: workspace, source: duty.source() },
    provenGoodAt: board.provenGoodAt,
    lastCheck: board.lastCheck,
    lastFullScanAt: board.lastFullScanAt,
    watcher: board.watcher,
    activity: board.activity,
    held: holds.items(),
    heldSet: holds.set(),
    approvals: governance.approvals.pending(),
    releases: updates.releases(null, RECENT),
    problems: [
      ...board.problems,
      ...governance.problems(),
      ...security.problems(),
      ...environment.problems(),
      ...annealing.problems(),
    ],
    pausedUntil: board.pausedUntil,
    when: settings.current().updates.when,
    waiting: board.waiting,
    trackedFiles: duty.trackedFiles(),
    pointerFiles: board.pointers,
    security: security.summary(),
    settingsProblem: settings.problem(),
    environment: environment.summary(),
    errors: annealing.summary(),
  };
  return { ...facts, overall: overallOf(facts) };
}

const MIGRATIONS = [
  ...kernelMigrations,
  ...updatesMigrations,
  ...auditMigrations,
  ...governanceMigrations,
  ...securityMigrations,
  ...ritualsMigrations,
  ...annealingMigrations,
];
/** A build puts this module into out/main; its sources are elsewhere. */
const builtHere = (): string | null => (basename(import.meta.dirname) === 'main' ? dirname(import.meta.dirname) : null);
/** Releases in a snapshot; the list of all of them is asked for by page. */
const RECENT = 20;
