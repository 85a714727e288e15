import type { AuditStatus } from '../../../../shared/model/audit.ts';
import type { ConstitutionView, DocumentJudgement, SelfCheck, UnloggedChange } from '../../../../shared/model/governance.ts';
import type { Problem } from '../../../../shared/model/snapshot.ts';
import type { Disposable } from '../../../kernel/disposables.ts';
import { messageOf } from '../../../kernel/errors.ts';
import type { Decider } from '../approvals/index.ts';
import type { Checkpoint, Entry } from '../audit-log/index.ts';
import { createLimitMemory } from '../judgement/index.ts';
import { createApplicationCheck } from './application-check.ts';
import { createCheckpointKeeper } from './checkpoint-keeper.ts';
import { createCreationIntercept } from './creation-intercept.ts';
import { createInterruptedActs } from './interrupted.ts';
import { listen } from './listen.ts';
import type { VigilPorts } from './ports.ts';
import { vigilProblems } from './problems.ts';
import { recordJudgement } from './record-judgement.ts';
import { recordVerdicts } from './record-verdicts.ts';
import { keepRounds } from './rounds.ts';
import { createSelfChecks } from './self-check.ts';
import { createSettingsNote } from './settings-note.ts';
import { createStructureScan } from './structure-scan.ts';
import { createUnloggedWatch, type Acceptance } from './unlogged.ts';
import { createVerdictMemory } from './verdict-memory.ts';

/** What people may ask of the vigil. */
export interface VigilDesk {
  /** Looks at the immune system's own files, alignment and limits. */
  checkSelf(): Promise<SelfCheck[]>;
  /** Looks at guarded files now. */
  lookForUnlogged(): UnloggedChange[];
  /** @throws AppError `not-found`, `stale-preview`, `denied`, `audit-broken` */
  acceptChange(acceptance: Acceptance): UnloggedChange;
  /** @throws AppError `not-found`, `audit-broken` */
  acknowledgeAct(act: number, reason: string, decider: Decider): void;
  /** Writes a judgement to the log, which must verify. `target`: relative to the workspace. @throws AppError `not-found`, `audit-broken` */
  recordJudgement(kind: 'blueprint' | 'permission', target: string, judged: DocumentJudgement): Entry;
  /** Verifies the log and signs it. @throws AppError `not-found`, `audit-broken` */
  checkpoint(): Promise<Checkpoint | null>;
}

/** Everything that is looked at again and again, or the moment that it changes. */
export interface Vigil extends Disposable {
  desk: VigilDesk;
  problems(): Problem[];
  /** Numbers of acts that a living process is at work on. */
  runningActs(): ReadonlySet<number>;
  checkpointStatus(): AuditStatus['checkpoint'];
  view(fresh: boolean): Promise<Omit<ConstitutionView, 'consensus'>>;
  verify(level: 'quick' | 'full'): void;
  /** A logged act that is done has written these. */
  settled(paths: readonly string[]): void;
  /** Settings have changed: other places may be guarded now. */
  noticeSettings(): void;
  /** Rounds and ears, until it is disposed. `ready`: the first round is done and changes are heard. */
  attend(expire: () => void): Disposable & { ready: Promise<void> };
}

export function createVigil(ports: VigilPorts): Vigil {
  const { database, settings, clock, log, auditLog, locations, constituted, onChange } = ports;
  const interrupted = createInterruptedActs(ports);
  const unlogged = createUnloggedWatch(ports, () => interrupted.underWay());
  const self = createSelfChecks(ports);
  const checkpoints = createCheckpointKeeper(ports);
  const settingsNote = createSettingsNote(ports);
  const memory = createVerdictMemory(database, clock);
  const creation = createCreationIntercept(ports, memory);
  const scan = createStructureScan({
    locations,
    settings,
    memory: createLimitMemory(database),
    clock,
    onScan: async (tree) => {
      const root = locations().keys.root;
      await recordVerdicts(ports, memory.takeScan(tree, root), root);
    },
  });
  // One thing at a time: each of them reads or writes the log.
  let queue: Promise<unknown> = Promise.resolve();
  const enqueue = (work: () => Promise<unknown>): Promise<void> => {
    const done = queue.then(work).then(onChange);
    queue = done.catch((error: unknown) => log.write('error', 'The audit log could not be checked', { error: messageOf(error) }));
    return queue as Promise<void>;
  };
  const ears = listen({
    ...ports,
    heardGuarded: () => void enqueue(async () => unlogged.look()),
    heardStructures: (folders) => void enqueue(() => creation.judge(folders)),
  });
  const round = async (): Promise<void> => {
    const verified = await auditLog()?.verify({ level: 'full' });
    auditLog()?.payDebts();
    interrupted.settle();
    settingsNote.look();
    unlogged.look();
    await self.run();
    // A constitution that came by itself is heard from now on.
    ears.rearm();
    if (verified !== undefined) await checkpoints.afterVerification(verified);
  };
  const sign = async (): Promise<void> => {
    const verified = await auditLog()?.verify({ level: 'quick' });
    if (verified !== undefined) await checkpoints.afterVerification(verified);
  };
  const application = createApplicationCheck(ports.bundle, enqueue);
  const found = (): ReturnType<typeof self.last> => {
    const last = self.last();
    return { ...last, self: [...last.self, ...application.last()] };
  };
  const judgesStructures = (): boolean => constituted.state() === 'here' || settings().structures.length > 0;

  return {
    desk: {
      async checkSelf() {
        await self.run();
        return found().self;
      },
      lookForUnlogged() {
        unlogged.look();
        return unlogged.last();
      },
      acceptChange: (acceptance) => unlogged.accept(acceptance),
      acknowledgeAct(act, reason, decider) {
        interrupted.acknowledge(act, reason, decider);
        onChange();
      },
      recordJudgement: (kind, target, judged) => recordJudgement(auditLog(), kind, target, judged),
      checkpoint: () => checkpoints.make(),
    },
    problems: () =>
      vigilProblems({
        unlogged: unlogged.last(),
        interrupted: interrupted.list(),
        checkpoint: checkpoints.problem(),
        ...found(),
        refused: memory.refused(),
        due: scan.last().due,
        now: clock.now(),
      }),
    runningActs: () => interrupted.running(),
    checkpointStatus: () => checkpoints.status(),
    async view(fresh) {
      const scanned = fresh ? await scan.run() : scan.last();
      if (fresh) {
        unlogged.look();
        await self.run();
      }
      return { constituted: constituted.state() !== 'never', ...scanned, ...found(), unlogged: unlogged.last() };
    },
    verify: (level) => void enqueue(async () => auditLog()?.verify({ level })),
    settled(paths) {
      unlogged.settled(paths);
      self.settled(paths);
      ears.rearm();
    },
    noticeSettings() {
      ears.rearm();
      void enqueue(async () => {
        settingsNote.look();
        unlogged.look();
      });
    },
    attend(expire) {
      const rounds = keepRounds(clock, [
        {
          every: () => DAY_MS,
          work() {
            expire();
            return enqueue(round);
          },
        },
        {
          every: () => settings().scanHours * HOUR_MS,
          work: () => enqueue(async () => (judgesStructures() ? scan.run() : undefined)),
        },
        { every: () => settings().audit.checkpointHours * HOUR_MS, work: () => enqueue(sign), later: true },
        ...application.rounds,
      ]);
      const armed = ears.arm();
      return {
        ready: Promise.all([rounds.ready, armed.ready]).then(() => undefined),
        async dispose() {
          await rounds.dispose();
          await armed.dispose();
        },
      };
    },
    async dispose() {
      await queue;
    },
  };
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
