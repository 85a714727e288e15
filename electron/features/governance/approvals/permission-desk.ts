import type { Clock } from '../../../kernel/clock.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { PermissionAnswer } from './answer-file.ts';
import { answerFile, type AnswerContext } from './answer-requests.ts';
import { createGivenAnswers } from './given-answers.ts';

/** `taken`: the leave was used by this very call, the only one that may act on it. */
export interface PermissionOutcome {
  answer: PermissionAnswer;
  taken: boolean;
}

/** The door for an agent that asks and waits. */
export interface PermissionDesk {
  /**
   * Answers the request at a path of the workspace in a file beside it, and uses its leave up when there is one. Waits while a person has not decided.
   * @throws AppError `not-found`, `unsafe-path`, `audit-broken`
   */
  ask(path: string, options: { waitMs: number; signal: AbortSignal }): Promise<PermissionOutcome>;
}

const LOOK_MS = 500;

export function createPermissionDesk({ context, clock }: { context: () => AnswerContext; clock: Clock }): PermissionDesk {
  const once = async (path: string): Promise<PermissionOutcome> => {
    const now = context();
    const answered = await answerFile(now, path);
    if (answered === null) throw new AppError('not-found', `There is no request ${path}.`);
    const { answer } = answered;
    return { answer, taken: createGivenAnswers(now.database).take(path, answer, clock.now()) };
  };
  return {
    async ask(path, { waitMs, signal }) {
      const until = clock.now() + waitMs;
      for (;;) {
        const outcome = await once(path);
        const left = until - clock.now();
        if (outcome.answer.verdict !== 'pending' || left <= 0) return outcome;
        await clock.sleep(Math.min(LOOK_MS, left), signal);
      }
    },
  };
}
