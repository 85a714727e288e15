import type { Clock } from '../../../kernel/clock.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import { answerFile, type AnswerContext } from './answer-requests.ts';
import { attendDroppedFiles, type DroppedFiles } from './dropped-files.ts';
import { isRequestName, looksWhole } from './request-files.ts';

export interface AttendRequestsOptions {
  /** With the settings of this moment. */
  context: () => AnswerContext;
  /** Whether the folder is to be waited for while it does not exist. */
  isAwaited: () => boolean;
  clock: Clock;
  log: Log;
  quietMs?: number;
}

/** A request without the end of its front matter is waited for this long: then it is judged as it is. Milliseconds. */
const PATIENCE_MS = 15_000;

/** Answers the requests that agents drop, and answers anew what was decided. */
export function attendRequests({ context, isAwaited, clock, log, quietMs }: AttendRequestsOptions): DroppedFiles {
  const { workspace } = context();
  return attendDroppedFiles({
    workspace,
    folder: () => context().settings.approvals.requests,
    isAwaited,
    isWanted: isRequestName,
    async take(name, quietFor) {
      const now = context();
      const path = `${now.settings.approvals.requests}/${name}`;
      if (quietFor < PATIENCE_MS && !(await looksWhole(workspace, path))) return 'wait';
      const answered = await answerFile(now, path);
      if (answered === null) return 'known';
      if (answered.answer.verdict === 'pending') return 'open';
      return answered.fresh ? 'done' : 'known';
    },
    clock,
    log,
    ...(quietMs === undefined ? {} : { quietMs }),
  });
}
