import type { Clock } from '../../kernel/clock.ts';
import type { Disposable } from '../../kernel/disposables.ts';
import { messageOf } from '../../kernel/errors.ts';
import type { Log } from '../../kernel/ports/log.ts';
import type { Security } from './security-api.ts';

export interface AttendOptions {
  security: Pick<Security, 'run'>;
  clock: Clock;
  log: Log;
  onWanted: (look: () => void) => () => void;
  /** Ends what a crash interrupted. */
  recover: () => Promise<unknown>;
  isInterrupted: () => boolean;
  /** Whether the last run has left an upgrade to a person. */
  isWaiting: () => boolean;
  /** When the newest run that could not look began, epoch milliseconds; null when the newest one has looked. */
  unlookedSince: () => number | null;
}

const LOOK_MS = 10 * 60_000;
/** A run that could not look is tried again after this long. Milliseconds. */
const RETRY_MS = 4 * 3_600_000;

/**
 * Between the weekly runs, whose hour the rituals keep: ends what a crash has interrupted, goes on when a person has approved, and tries
 * again when a run could not look.
 */
export function attendSecurity(options: AttendOptions): Disposable {
  const { security, clock, log, isWaiting } = options;
  let busy = false;
  let over = false;
  let isApproved = false;

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
    goOn();
  };
  /** An approval lives for minutes only: one that comes while something else is at work is carried out right after it. */
  const goOn = (): void => {
    if (!isApproved || busy || over) return;
    isApproved = false;
    if (isWaiting()) void guarded(() => security.run({ trigger: 'approval', force: true }));
  };
  const look = (): (() => void) => {
    const since = options.unlookedSince();
    if (since !== null && clock.now() - since >= RETRY_MS) void guarded(() => security.run({ trigger: 'schedule' }));
    return clock.after(LOOK_MS, () => {
      cancel = look();
    });
  };
  if (options.isInterrupted()) void guarded(options.recover);
  let cancel = look();
  const unsubscribe = options.onWanted(() => {
    isApproved = true;
    goOn();
  });
  return {
    dispose() {
      over = true;
      cancel();
      unsubscribe();
    },
  };
}
