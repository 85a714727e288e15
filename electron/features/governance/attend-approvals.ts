import type { GovernanceSettings } from '../../../shared/model/settings.ts';
import type { Problem } from '../../../shared/model/snapshot.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { Disposable } from '../../kernel/disposables.ts';
import { messageOf } from '../../kernel/errors.ts';
import type { Audit } from '../../kernel/ports/audit.ts';
import type { Bot } from '../../kernel/ports/bot.ts';
import type { Log } from '../../kernel/ports/log.ts';
import type { ApprovalDesk } from './answer-approvals.ts';
import { attendRequests, type AnswerContext, type Approvals } from './approvals/index.ts';
import { createPermissionDesk, type PermissionDesk } from './approvals/permission-desk.ts';
import { recordAnswer } from './approvals/record-answer.ts';
import type { AuditLog } from './audit-log/index.ts';
import { attendReviews } from './consensus/attend-reviews.ts';
import type { ConsensusProcedure } from './consensus/index.ts';
import { createReminders, owedProblems, type OwedNews } from './consensus/reminders.ts';
import type { PolicyGate } from './policy/index.ts';
import type { TelegramAttendance, TelegramSettings } from './telegram/index.ts';

export interface ApprovalAttendanceOptions {
  /** Absolute. */
  workspace: string;
  database: Database;
  settings: () => GovernanceSettings;
  clock: Clock;
  log: Log;
  approvals: Approvals;
  consensus: ConsensusProcedure;
  gate: PolicyGate;
  desk: ApprovalDesk;
  audit: Audit;
  auditLog: () => AuditLog | null;
  isConstituted: () => boolean;
  tell: (news: OwedNews) => void;
  /** The bot of the settings; null without a token. Absent: there is no Telegram here. */
  bot?: ((settings: TelegramSettings) => Bot | null) | undefined;
}

/** What must go on by itself: requests of agents, signed reviews, reminders, expiry, Telegram. */
export interface ApprovalAttendance {
  /** Until it is disposed. While nothing waits there are two watches on folders, and no timer. */
  attend(): Disposable;
  /** Something was asked or decided, here or by another process, or settings have changed. */
  wake(): void;
  problems(): Problem[];
  permissions: PermissionDesk;
}

/** Nobody else has put it in force by then: whoever approved it has ended. Milliseconds. */
const LEFT_MS = 10_000;
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
      const timers = createTimers(options);
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

/** Ends what nobody answered in time, and what was approved but left. A timer only while there is something to wait for. */
function createTimers({ approvals, desk, clock, log }: ApprovalAttendanceOptions): { wake(): void; dispose(): void } {
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

/** Its code is loaded when it is switched on. */
function lazyTelegram({ workspace, settings, bot, database, desk, clock, log }: ApprovalAttendanceOptions): TelegramAttendance {
  let opened: Promise<TelegramAttendance> | null = null;
  let isOver = false;
  return {
    wake() {
      if (isOver || bot === undefined || (opened === null && !settings().telegram.enabled)) return;
      opened ??= import('./telegram/index.ts').then(({ attendTelegram }) =>
        attendTelegram({ workspace, settings: () => settings().telegram, bot, database, desk, clock, log }),
      );
      opened
        .then((telegram) => (isOver ? undefined : telegram.wake()))
        .catch((error: unknown) => log.write('error', 'Telegram could not be attended', { error: messageOf(error) }));
    },
    async dispose() {
      isOver = true;
      // A code that could not be loaded holds nothing.
      const telegram = await opened?.catch(() => null);
      await telegram?.dispose();
    },
  };
}
