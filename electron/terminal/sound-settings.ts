import type { Guardian } from '../guardian-api.ts';
import { AppError } from '../kernel/errors.ts';

/**
 * Refuses to act on settings that could not be read. A guardian that runs on keeps the last good ones; a command that has just
 * started knows only the defaults, and would prune or apply by rules that nobody chose. Going back needs no rules, and is never refused for this.
 * @throws AppError `settings-invalid`, with file and line
 */
export function assertSoundSettings(guardian: Guardian): void {
  const problem = guardian.snapshot().settingsProblem;
  if (problem !== null)
    throw new AppError('settings-invalid', `${problem.file}:${problem.line}: ${problem.message} Nothing was done.`);
}
