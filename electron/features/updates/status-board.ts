import { z } from 'zod';
import {
  checkSchema,
  problemSchema,
  type Activity,
  type Problem,
  type Snapshot,
  type WatcherState,
} from '../../../shared/model/snapshot.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { Disposable } from '../../kernel/disposables.ts';
import { messageOf } from '../../kernel/errors.ts';
import { Event } from '../../kernel/events.ts';
import { createFact } from '../../kernel/facts.ts';
import type { Log } from '../../kernel/ports/log.ts';

type Check = NonNullable<Snapshot['lastCheck']>;

/** What is known about the workspace's state besides the ledger: some of it survives a restart, some is only true now. */
export interface StatusBoard extends Disposable {
  readonly activity: Activity | null;
  readonly problems: readonly Problem[];
  readonly watcher: WatcherState;
  readonly waiting: number;
  readonly lastCheck: Check | null;
  readonly lastFullScanAt: number | null;
  readonly provenGoodAt: number | null;
  readonly pausedUntil: number | null;
  readonly pointers: number;
  setActivity(activity: Activity | null): void;
  setWatcher(watcher: WatcherState): void;
  setWaiting(count: number): void;
  setPaused(until: number | null): void;
  /** Called when a pause ends, by itself or by a person. Returns the function that unsubscribes. */
  onResume(listener: () => void): () => void;
  /** One problem of a kind at a time. */
  raise(problem: Omit<Problem, 'at'>): void;
  clear(...codes: Problem['code'][]): void;
  /** The outcome of one look at Core. `pointers` is null when this look did not count them. */
  checked(result: Check['result'], look: { full: boolean; provenGood: boolean; pointers: number | null }): void;
}

const millis = z.number().int().nonnegative();

/** Progress is told at most this often: a person cannot read faster, and every telling costs all windows a repaint. */
const ACTIVITY_INTERVAL_MS = 100;

export function createStatusBoard(database: Database, clock: Clock, log: Log, onChange: () => void): StatusBoard {
  const lastCheck = createFact(database, 'status.last-check', checkSchema);
  const lastFullScan = createFact(database, 'status.last-full-scan', millis);
  const provenGood = createFact(database, 'status.proven-good', millis);
  const pausedUntil = createFact(database, 'status.paused-until', millis);
  const pointerFiles = createFact(database, 'status.pointer-files', millis);
  const problems = createFact(database, 'status.problems', z.array(problemSchema));
  const resumed = new Event<void>((error) => log.write('error', messageOf(error)));
  let cancelResume = (): void => undefined;
  /** The end of a pause needs no click: it is waited for. */
  const awaitResume = (): void => {
    cancelResume();
    const until = pausedUntil.get();
    if (until === null || until <= clock.now()) return;
    cancelResume = clock.after(until - clock.now(), () => {
      pausedUntil.set(null);
      onChange();
      resumed.emit();
    });
  };
  const unsaved = new Map<Problem['code'], Problem>();
  let activity: Activity | null = null;
  let toldAt = 0;
  let watcher: WatcherState = { state: 'off', since: clock.now(), detail: '' };
  let waiting = 0;

  return {
    get activity() {
      return activity;
    },
    get problems() {
      return [...(problems.get() ?? []).filter((one) => !unsaved.has(one.code)), ...unsaved.values()];
    },
    get watcher() {
      return watcher;
    },
    get waiting() {
      return waiting;
    },
    get lastCheck() {
      return lastCheck.get();
    },
    get lastFullScanAt() {
      return lastFullScan.get();
    },
    get provenGoodAt() {
      return provenGood.get();
    },
    get pausedUntil() {
      const until = pausedUntil.get();
      return until !== null && until > clock.now() ? until : null;
    },
    get pointers() {
      return pointerFiles.get() ?? 0;
    },
    setActivity(next) {
      const samePhase = next !== null && activity?.phase === next.phase && activity.act === next.act;
      activity = next;
      if (samePhase && clock.now() - toldAt < ACTIVITY_INTERVAL_MS) return;
      toldAt = clock.now();
      onChange();
    },
    setWatcher(next) {
      watcher = next;
      // Nobody looks at a watcher's state: that it hears nothing is a problem until it hears again.
      if (next.state === 'deaf') this.raise({ code: 'watcher-deaf', detail: next.detail, severity: 'warning', release: null });
      else this.clear('watcher-deaf');
      onChange();
    },
    setWaiting(count) {
      if (count === waiting) return;
      waiting = count;
      onChange();
    },
    setPaused(until) {
      pausedUntil.set(until);
      awaitResume();
      onChange();
      if (until === null) resumed.emit();
    },
    onResume(listener) {
      awaitResume();
      return resumed.on(listener);
    },
    raise(problem) {
      const raised = { ...problem, at: clock.now() };
      unsaved.set(problem.code, raised);
      try {
        problems.set([...(problems.get() ?? []).filter((one) => one.code !== problem.code), raised]);
        unsaved.delete(problem.code);
      } catch (error) {
        // A full disk is just when a problem must be shown: it stays in memory until it can be written.
        log.write('warn', 'a problem could not be written down', { code: problem.code, error: messageOf(error) });
      }
      onChange();
    },
    clear(...codes) {
      for (const code of codes) unsaved.delete(code);
      const before = problems.get() ?? [];
      const left = before.filter((one) => !codes.includes(one.code));
      if (left.length === before.length) return;
      problems.set(left);
      onChange();
    },
    dispose: () => cancelResume(),
    checked(result, { full, provenGood: good, pointers }) {
      const at = clock.now();
      database.transaction(() => {
        lastCheck.set({ at, result });
        if (full) lastFullScan.set(at);
        if (good) provenGood.set(at);
        if (pointers !== null) pointerFiles.set(pointers);
      });
      onChange();
    },
  };
}
