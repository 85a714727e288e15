import type { Problem } from '../../../shared/model/snapshot.ts';
import type { Disposable } from '../../kernel/disposables.ts';
import type { ApprovalAttendanceOptions } from './approval-attendance-options.ts';
import { createApprovalTimers } from './approval-timers.ts';
import { attendRequests, type AnswerContext } from './approvals/index.ts';
import { createPermissionDesk, type PermissionDesk } from './approvals/permission-desk.ts';
import { recordAnswer } from './approvals/record-answer.ts';
import { attendReviews } from './consensus/attend-reviews.ts';
import { createReminders, owedProblems } from './consensus/reminders.ts';
import { lazyTelegram } from './lazy-telegram.ts';

/** What must go on by itself: requests of agents, signed reviews, reminders, expiry, Telegram. */
export interface ApprovalAttendance {
  /** Until it is disposed. While nothing waits there are two watches on folders, and no timer. */
  attend(): Disposable;
  /** Something was asked or decided, here or by another process, or settings have changed. */
  wake(): void;
  problems(): Problem[];
  permissions: PermissionDesk;
}

const HOUR_MS = 3_600_000;

export function createApprovalAttendance(options: ApprovalAttendanceOptions): ApprovalAttendance {
  const { workspace, database, settings, clock, log, approvals, consensus, gate, desk, audit, auditLog, isConstituted } = options;
  const context = (): AnswerContext => ({
    workspace,
    database,
    settings: settings(),
    approvals,
    preview: (act) => gate.preview(act),
    clock,
    onAnswer: (answer) => recordAnswer({ auditLog: auditLog(), audit }, answer),
  });
  let wakeAll: (() => void) | null = null;
  let cancelWake: (() => void) | undefined;
  return {
    // Not at once: whoever tells of a change may be in the middle of its transaction.
    wake() {
      if (wakeAll === null) return;
      cancelWake ??= clock.after(0, () => {
        cancelWake = undefined;
        wakeAll?.();
      });
    },
    problems: () => owedProblems(consensus),
    permissions: createPermissionDesk({ context, clock }),
    attend() {
      const folders = { isAwaited: isConstituted, clock, log };
      const requests = attendRequests({ context, ...folders });
      const reviews = attendReviews({ workspace, folder: () => settings().consensus.reviews, chamber: desk, audit, ...folders });
      const reminders = createReminders({
        consensus,
        remindHours: () => settings().consensus.remindHours,
        clock,
        tell: options.tell,
      });
      const telegram = lazyTelegram(options);
      const timers = createApprovalTimers(options);
      let cancelHour: (() => void) | undefined;
      wakeAll = () => {
        timers.wake();
        requests.wake();
        reviews.wake();
        reminders.wake();
        telegram.wake();
        // Whatever the watchers have not heard.
        cancelHour?.();
        cancelHour = clock.after(HOUR_MS, () => wakeAll?.());
      };
      wakeAll();
      return {
        async dispose() {
          wakeAll = null;
          cancelWake?.();
          cancelHour?.();
          timers.dispose();
          reminders.dispose();
          await Promise.all([requests.dispose(), reviews.dispose(), telegram.dispose()]);
        },
      };
    },
  };
}
