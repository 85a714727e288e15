import { messageOf } from '../../kernel/errors.ts';
import type { ApprovalAttendanceOptions } from './approval-attendance-options.ts';

/** Nobody else has put it in force by then: whoever approved it has ended. Milliseconds. */
const LEFT_MS = 10_000;

/** Ends what nobody answered in time, and what was approved but left. A timer only while there is something to wait for. */
export function createApprovalTimers({ approvals, desk, clock, log }: ApprovalAttendanceOptions): {
  wake(): void;
  dispose(): void;
} {
  let cancel: (() => void)[] = [];
  const stop = (): void => {
    for (const one of cancel) one();
    cancel = [];
  };
  const guarded = (work: () => unknown) => (): void => {
    try {
      work();
    } catch (error) {
      log.write('warn', 'An approval could not be followed up', { error: messageOf(error) });
    }
  };
  return {
    wake: guarded(() => {
      stop();
      desk.endStale();
      const next = Math.min(...approvals.pending().map(({ expiresAt }) => expiresAt));
      if (Number.isFinite(next))
        cancel.push(
          clock.after(
            next - clock.now(),
            guarded(() => approvals.expire()),
          ),
        );
      if (approvals.approved().length > 0)
        cancel.push(
          clock.after(
            LEFT_MS,
            guarded(() => desk.enactLeft()),
          ),
        );
    }),
    dispose: stop,
  };
}
