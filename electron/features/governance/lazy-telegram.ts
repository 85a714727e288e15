import { messageOf } from '../../kernel/errors.ts';
import type { ApprovalAttendanceOptions } from './approval-attendance-options.ts';
import type { TelegramAttendance } from './telegram/index.ts';

/** Telegram, whose code is loaded when it is switched on. */
export function lazyTelegram({
  workspace,
  settings,
  bot,
  database,
  desk,
  clock,
  log,
}: ApprovalAttendanceOptions): TelegramAttendance {
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
