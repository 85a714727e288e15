import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { Snapshot } from '../shared/model/snapshot.ts';
import { openAnnealing } from './features/annealing/index.ts';
import { openEnvironment } from './features/environment/index.ts';
import { openGovernance } from './features/governance/index.ts';
import { openLogs } from './features/logs/index.ts';
import { openHealing } from './features/healing/index.ts';
import { openRituals } from './features/rituals/index.ts';
import { openSettings } from './features/settings/index.ts';
import { openSecurity } from './features/security/index.ts';
import { attend, detectWorkspace, openUpdates } from './features/updates/index.ts';
import type { Guardian, News } from './guardian-api.ts';
import { silentTeller, wireAlerts, type Teller } from './guardian/alert-wiring.ts';
import { filesApplier, knownReleases, newsOfErrors, newsOfTakenBack } from './guardian/error-wiring.ts';
import { wireLoopback } from './guardian/loopback-wiring.ts';
import { MIGRATIONS } from './guardian/migrations.ts';
import { upgradesBetween } from './guardian/night-fixes.ts';
import { handOver, ritualTasks, timingsOf } from './guardian/ritual-tasks.ts';
import { snapshotOf, type Duties } from './guardian/snapshot-of.ts';
import { createActRecord } from './kernel/act-record.ts';
import { systemClock, type Clock } from './kernel/clock.ts';
import { openDatabase } from './kernel/database.ts';
import { DisposableStack } from './kernel/disposables.ts';
import { messageOf } from './kernel/errors.ts';
import { Event } from './kernel/events.ts';
import { watchForeignWrites } from './kernel/foreign-writes.ts';
import { createHubPost } from './kernel/hub/hub-message.ts';
import { readHub } from './kernel/hub/read-hub.ts';
import { createRedactor } from './kernel/redact.ts';
import { silentLog, type Log } from './kernel/ports/log.ts';
import type { Secrets } from './kernel/ports/secrets.ts';
import { createSettingsStore } from './kernel/settings-file/index.ts';
import { version } from './kernel/version.ts';
import { createWorkspaceLock } from './kernel/workspace-lock.ts';
import { aiAdvisor } from './platform/headless/ai-advisor.ts';
import { runCommand } from './platform/headless/command-runner.ts';
import { createFileSecrets } from './platform/headless/file-secrets.ts';
import { processKeeper } from './platform/headless/process-keeper.ts';
import { runProcess } from './platform/headless/process-runner.ts';
import { ritualConditions, thisMachine } from './platform/headless/ritual-conditions.ts';
import { createSecretValues } from './platform/headless/secret-values.ts';
import { secretsFolder } from './platform/headless/secrets-folder.ts';
import { createSystemVitals } from './platform/headless/system-vitals.ts';
import { findTelegramBot, findVariable } from './platform/headless/telegram-token.ts';
import { toolRunner } from './platform/headless/tool-runner.ts';

export interface GuardianOptions {
  workspace: string;
  /** Which door this process is, for people who wait for the lock. */
  door?: 'desktop' | 'terminal' | 'library';
  log?: Log;
  clock?: Clock;
  /** Where keys are kept; files of the person who runs this, unless the door has a keychain. */
  secrets?: Secrets;
  /** Absolute path of the application's own log; null where this door keeps none. */
  logFile?: string | null;
  /** Folder of the built application; null when it runs from its sources. */
  bundle?: string | null;
  /** Language and desktop of the door; without one alerts follow the environment's language and reach no desktop. */
  teller?: Teller;
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
  logFile = null,
  bundle = builtHere(),
  teller = silentTeller(process.env),
}: GuardianOptions): Promise<Guardian> {
  const workspace = resolve(folder);
  const stack = new DisposableStack();
  const fail = (error: unknown): void => log.write('error', messageOf(error));
  const snapshots = new Event<Snapshot>(fail);
  const news = new Event<News>(fail);
  const wanted = new Event<void>(fail);
  let revision = 0;
  const duties: Partial<Duties> = {};
  const snapshot = (): Snapshot => snapshotOf(workspace, revision, settings, duties as Duties);
  const publish = (): void => {
    revision += 1;
    if (isOpen) snapshots.emit(snapshot());
  };
  let isOpen = false;

  const stateFolder = join(workspace, '.nightguard');
  const database = openDatabase(join(stateFolder, 'state.db'), MIGRATIONS);
  stack.defer(() => database.close());
  const settings = stack.use(createSettingsStore({ path: join(workspace, 'nightguard.yaml'), clock, log }));
  const lock = createWorkspaceLock(stateFolder, door, clock);
  /** What every duty is given. */
  const house = { workspace, stateFolder, door, database, clock, log, lock, runCommand, runProcess, onChange: publish };
  let known: readonly number[] = [];
  const lawChanged = (): void => {
    publish();
    // An approval that was just given lives for minutes only: its act must not wait for the next hour.
    const before = known;
    known = governance.unused();
    duties.alerts?.notice();
    if (known.some((id) => !before.includes(id))) wanted.emit();
  };
  const foreignWrite = (): void => {
    governance.noticeForeignWrite();
    lawChanged();
  };

  const governance = stack.use(
    openGovernance({
      ...house,
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
  /** The same for every duty that acts: nothing happens unjudged or unlogged. */
  const lawful = { ...house, audit: governance.audit, gate: governance.gate };
  const environment = stack.use(
    openEnvironment({
      ...lawful,
      kind: () => detectWorkspace(workspace).kind,
      settings: () => settings.current().environment,
      environment: process.env,
      platform: process.platform,
    }),
  );
  const updates = stack.use(
    await openUpdates({
      ...lawful,
      settings: () => settings.current().updates,
      environment: environment.proof,
      onNews: (item) => news.emit(item),
    }),
  );
  const security = stack.use(
    openSecurity({
      ...lawful,
      tools: toolRunner,
      settings: () => settings.current().security,
      environment: environment.proof,
      nextRunAt: () => duties.rituals?.nextOf('SECURITY_UPDATE') ?? null,
      onNews: (item) => news.emit(item),
    }),
  );
  const healing = stack.use(
    openHealing({
      ...lawful,
      settings: () => settings.current().healing,
      vitals: createSystemVitals(),
      keeper: processKeeper,
      timings: () => (duties.rituals === undefined ? [] : timingsOf(duties.rituals, updates.updates)),
    }),
  );
  const alerts = stack.use(
    wireAlerts({
      ...house,
      settings: () => settings.current().alerts,
      telegram: () => settings.current().governance.telegram,
      teller,
      snapshot,
      onSnapshot: (listener) => snapshots.on(listener),
      releases: (limit) => updates.updates.releases(null, limit),
      fixes: (from, to) => upgradesBetween(security.view().runs, from, to),
      runs: (limit) => duties.rituals?.runs(null, limit) ?? [],
      ritualsProblem: () => duties.rituals?.problem() ?? null,
    }),
  );
  const secretValues = createSecretValues(workspace);
  const annealing = stack.use(
    openAnnealing({
      ...lawful,
      settings: () => settings.current().annealing,
      secrets,
      secretValues,
      releases: () => knownReleases(updates.updates),
      applyFiles: filesApplier(updates.updates),
      advisor: aiAdvisor,
      api: wireLoopback({ workspace, version: version(), clock, snapshot, duties: () => duties as Duties }),
      variable: (name) => findVariable(workspace, name),
      alert: (alert) => news.emit(newsOfErrors(alert)),
      onTakenBack: (taken) => news.emit(newsOfTakenBack(taken)),
      onCheckIn: ({ monitor_slug: slug, status }) => {
        log.write('info', 'a sign of life came in', { slug, status });
        if (status !== 'in_progress') duties.rituals?.answered(slug, { ok: status === 'ok', detail: `check-in: ${status}` });
      },
    }),
  );
  Object.assign(duties, { governance, environment, updates, security, healing, annealing, alerts });
  const post = createHubPost(workspace, clock);
  const rituals = stack.use(
    openRituals({
      ...house,
      settings: () => settings.current().rituals,
      tasks: ritualTasks({ governance, environment, updates, security, healing }, () => settings.current().updates.when),
      handOver: (ritual) => handOver(ritual, post),
      hub: (since) => readHub(workspace, since),
      conditions: () => ritualConditions(settings.current().rituals, thisMachine),
      onChange() {
        alerts.notice();
        publish();
      },
    }),
  );
  duties.rituals = rituals;
  const edits = openSettings({ ...lawful, reload: () => settings.reload() });
  const logs = stack.use(
    openLogs({
      workspace,
      auditLog: () => (governance.auditLog() === null ? null : settings.current().governance.documents.auditLog),
      applicationLog: logFile,
      rituals: { runs: (limit) => rituals.runs(null, limit), output: (run) => rituals.output(run) },
      redactor: () => createRedactor(secretValues()),
    }),
  );
  isOpen = true;
  stack.defer(settings.onChange(publish));
  stack.defer(settings.onChange(() => governance.noticeSettings()));
  stack.defer(settings.onChange(() => alerts.notice()));
  known = governance.unused();
  stack.use(watchForeignWrites({ folder: stateFolder, database, clock, log, onWrite: foreignWrite }));

  // What a crash has left half removed comes first, through whatever door.
  await governance.dissolution.recover();

  const looks: (() => Promise<void>)[] = [];
  return {
    workspace,
    snapshot,
    onSnapshot: (listener) => snapshots.on(listener),
    onNews: (listener) => news.on(listener),
    watch() {
      stack.use(governance.attend());
      stack.use(security.attend((look) => wanted.on(look)));
      stack.use(governance.dissolution.attend());
      environment.attend();
      looks.push(stack.use(rituals.attend()).look, () => alerts.look());
      stack.use(annealing.attend());
      stack.defer(wanted.on(() => void annealing.resume()));
      stack.use(healing.attend());
      stack.use(alerts.attend());
      const onWanted = (look: () => void): (() => void) => wanted.on(look);
      return stack.use(attend({ duty: updates, settings, workspace, clock, log, onWanted })).ready;
    },
    wake() {
      for (const look of looks) look().catch(fail);
    },
    pause: (minutes) => updates.board.setPaused(clock.now() + minutes * 60_000),
    resume: () => updates.board.setPaused(null),
    runUpdate: (options) => updates.updates.run(options),
    ...updates.updates,
    governance,
    security,
    environment,
    rituals,
    healing,
    alerts,
    annealing,
    logs,
    settings: edits,
    async dispose() {
      // First of all: whoever waits for an act below must not wait for a verify command of an hour.
      updates.stop();
      environment.stop();
      security.stop();
      await stack.dispose();
    },
  };
}

/** A build puts this module into out/main; its sources are elsewhere. */
const builtHere = (): string | null => (basename(import.meta.dirname) === 'main' ? dirname(import.meta.dirname) : null);
