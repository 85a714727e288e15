import { z } from 'zod';
import type { SecuritySettings } from '../../../shared/model/settings.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { Disposable } from '../../kernel/disposables.ts';
import { messageOf } from '../../kernel/errors.ts';
import { createFact } from '../../kernel/facts.ts';
import type { Log } from '../../kernel/ports/log.ts';
import type { Security } from './security-api.ts';
import { lastDue } from './schedule.ts';

export interface AttendOptions {
  security: Pick<Security, 'run'>;
  settings: () => SecuritySettings;
  database: Database;
  clock: Clock;
  log: Log;
  onWanted: (look: () => void) => () => void;
  /** Ends what a crash interrupted. */
  recover: () => Promise<unknown>;
  isInterrupted: () => boolean;
  /** Whether the last run has left an upgrade to a person. */
  isWaiting: () => boolean;
}

const LOOK_MS = 10 * 60_000;
/** A run that could not look is tried again after this long. Milliseconds. */
const RETRY_MS = 4 * 3_600_000;

/**
 * The weekly run: once when its hour has come, or when the machine wakes after it; never a second time, and never all at once at the very
 * first start.
 */
export function attendSecurity(options: AttendOptions): Disposable {
  const { security, settings, database, clock, log, isWaiting } = options;
  const lastTry = createFact(database, 'security.last-try', z.object({ at: z.number(), done: z.boolean() }));
  if (lastTry.get() === null) lastTry.set({ at: clock.now(), done: true });
  let busy = false;
  let over = false;

  const isDue = (): boolean => {
    const { schedule } = settings();
    const { at, done } = lastTry.get() ?? { at: clock.now(), done: true };
    if (!schedule.enabled) return false;
    return done ? at < lastDue(clock.now(), schedule) : clock.now() - at >= RETRY_MS;
  };
  const guarded = async (work: () => Promise<unknown>): Promise<void> => {
    if (busy || over) return;
    busy = true;
    try {
      await work();
    } catch (error) {
      log.write('warn', 'the security update did not come to its end', { error: messageOf(error) });
    } finally {
      busy = false;
    }
  };
  const runNow = (trigger: string, force: boolean): Promise<void> =>
    guarded(async () => {
      lastTry.set({ at: clock.now(), done: false });
      const { status } = await security.run({ trigger, force });
      lastTry.set({ at: clock.now(), done: status !== 'COULD_NOT_CHECK' });
    });
  const look = (): (() => void) => {
    if (isDue()) void runNow('schedule', false);
    return clock.after(LOOK_MS, () => {
      cancel = look();
    });
  };
  if (options.isInterrupted()) void guarded(options.recover);
  let cancel = look();
  const unsubscribe = options.onWanted(() => {
    // An approval lives for minutes only.
    if (isWaiting()) void runNow('approval', true);
  });
  return {
    dispose() {
      over = true;
      cancel();
      unsubscribe();
    },
  };
}
