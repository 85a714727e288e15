import { lstatSync } from 'node:fs';
import type { GovernanceSettings } from '../../../../shared/model/settings.ts';
import type { Activity, Problem } from '../../../../shared/model/snapshot.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import type { Disposable } from '../../../kernel/disposables.ts';
import { within } from '../../../kernel/paths.ts';
import type { Audit } from '../../../kernel/ports/audit.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import type { WorkspaceLock } from '../../../kernel/workspace-lock.ts';
import { locate } from '../constitution/index.ts';
import { scanStructures } from '../judgement/index.ts';
import type { Decision, PolicyGate } from '../policy/index.ts';
import { readEndsOfLife, type EndOfLife } from './due.ts';
import type { DissolutionEffects, DissolutionOutcome } from './effects.ts';
import { handOver } from './hand-over.ts';
import { createInterruptions } from './interruptions.ts';
import { createDissolutionJournal } from './journal.ts';
import { planDissolution, type DissolutionPlan, type PlannedDissolution } from './plan.ts';
import type { DissolutionRefusal } from './refuse.ts';
import type { DissolutionRequest } from './request.ts';
import { assertPossible, obstacleTo } from './possible.ts';
import { runDissolution } from './run-dissolution.ts';
import { readStructureFacts, surroundingsOf } from './structure-facts.ts';
import { actOf } from './what-goes.ts';

export interface DissolutionPorts {
  /** Absolute. */
  workspace: string;
  database: Database;
  settings: () => GovernanceSettings;
  clock: Clock;
  log: Log;
  gate: PolicyGate;
  audit: Audit;
  lock: WorkspaceLock;
  /** Keys of folders that Nightguard itself needs, beside its state and settings. */
  own: () => readonly string[];
  onActivity: (activity: Activity | null) => void;
  /** Told of interrupted dissolutions that have ended now, in a sentence for people. */
  onEnded: (summary: string) => void;
  onChange: () => void;
}

/** What would happen, and what the law says of it. `obstacle`: why it could not be done at this moment. */
export type DissolutionPreview =
  | { ok: false; refusal: DissolutionRefusal }
  | { ok: true; plan: DissolutionPlan; decision: Decision; obstacle: string | null };

export type DissolutionResult =
  | { outcome: 'not-planned'; refusal: DissolutionRefusal }
  | (DissolutionOutcome & { plan: DissolutionPlan });

/** The end of structures: found, planned, carried out with leave, and brought to its end after a crash. */
export interface DissolutionDesk extends Disposable {
  /** Changes nothing. @throws AppError `not-found`, `unsafe-path`, `source-unreadable` */
  plan(request: DissolutionRequest): Promise<DissolutionPreview>;
  /** @throws AppError as `plan`, and `locked`, `disk-full`, `cancelled`; nothing was begun then */
  run(request: DissolutionRequest, options: { door: string; signal?: AbortSignal }): Promise<DissolutionResult>;
  /** Every structure with what it says of its end. */
  due(): Promise<EndOfLife[]>;
  /** Ends what a crash has interrupted, unless another process is at work. Never throws. */
  recover(): Promise<void>;
  problems(): Problem[];
  /** Looks every minute for what another process has left unfinished, until it is disposed. */
  attend(): Disposable;
}

/** How long a run waits for another act, in milliseconds. */
const LOCK_WAIT_MS = 60_000;
export const ACT = 'dissolve';

export function createDissolutionDesk(ports: DissolutionPorts): DissolutionDesk {
  const { workspace, database, settings, clock, gate, audit, lock } = ports;
  const journal = createDissolutionJournal(database);
  const ended = new AbortController();
  const underWay = new Set<Promise<unknown>>();
  const effectsFor = (signal: AbortSignal): DissolutionEffects => ({
    workspace,
    database,
    journal,
    clock,
    gate,
    audit,
    handOver: (id, plan) =>
      handOver({ workspace, database, clock, metaLog: () => locate(workspace, settings()).metaAuditLog }, id, plan),
    onProgress: (progress) => ports.onActivity({ act: ACT, release: null, ...progress }),
    signal,
  });
  const interruptions = createInterruptions({ ...ports, journal, effects: () => effectsFor(ended.signal) });
  const tracked = <T>(work: Promise<T>): Promise<T> => {
    const running = work.finally(() => underWay.delete(running));
    underWay.add(running);
    return running;
  };

  const planNow = async (request: DissolutionRequest): Promise<PlannedDissolution> => {
    const locations = locate(workspace, settings());
    const onCount = (done: number, total: number): void =>
      ports.onActivity({ act: ACT, phase: 'hashing', done, total, release: null });
    const facts = await readStructureFacts(locations, request.structure, onCount);
    const isFree = (path: string): boolean =>
      ['', '.partial'].every((end) => lstatSync(`${within(workspace, path)}${end}`, { throwIfNoEntry: false }) === undefined);
    return planDissolution(facts, surroundingsOf(locations, ports.own()), request, clock.now(), isFree);
  };
  const run = async (request: DissolutionRequest, door: string, signal: AbortSignal): Promise<DissolutionResult> => {
    const onWait = (): void => ports.onActivity({ act: ACT, phase: 'waiting', done: 0, total: 0, release: null });
    const release = await lock.acquire(ACT, { waitMs: LOCK_WAIT_MS, signal, onWait });
    try {
      await interruptions.endUnderLock();
      const planned = await planNow(request);
      if (!planned.ok) return { outcome: 'not-planned', refusal: planned.refusal };
      // An approval is for one use: what could not be done anyway must not use it up.
      assertPossible(workspace, planned.plan);
      return { ...(await runDissolution(planned.plan, effectsFor(signal), door)), plan: planned.plan };
    } finally {
      release();
      ports.onActivity(null);
      ports.onChange();
    }
  };

  return {
    async plan(request) {
      try {
        const planned = await planNow(request);
        if (!planned.ok) return planned;
        const { plan } = planned;
        return {
          ok: true,
          plan,
          decision: gate.preview(actOf(plan, workspace, 'preview')),
          obstacle: obstacleTo(workspace, plan),
        };
      } finally {
        ports.onActivity(null);
      }
    },
    run: (request, { door, signal }) =>
      tracked(run(request, door, signal === undefined ? ended.signal : AbortSignal.any([ended.signal, signal]))),
    async due() {
      const locations = locate(workspace, settings());
      const tree = await scanStructures(locations.root, { locations, settings: settings(), now: clock.now() });
      return readEndsOfLife(locations.root, locations.keys.root, tree);
    },
    recover: () => tracked(interruptions.end()),
    problems: () => interruptions.problems(),
    attend() {
      const look = (): (() => void) =>
        clock.after(LOOK_MS, () => {
          void tracked(interruptions.end());
          cancel = look();
        });
      let cancel = look();
      return { dispose: () => cancel() };
    },
    async dispose() {
      ended.abort();
      await Promise.allSettled(underWay);
    },
  };
}

const LOOK_MS = 60_000;
