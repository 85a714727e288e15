import { once } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import { asAppError, type ErrorCode } from '../../../kernel/errors.ts';
import type { CancelFlag } from './cancel.ts';
import { runSurvey } from './run-survey.ts';
import type { Survey, SurveyProgress, SurveyRequest, SurveyRow } from './types.ts';

export interface SurveyTask {
  request: SurveyRequest;
  cancel: CancelFlag;
  port: MessagePort;
}

/** What the thread says on its port. `rows` waits for any message back, so that the receiver is never busy for long. */
export type SurveyMessage =
  | { type: 'progress'; progress: SurveyProgress }
  | { type: 'rows'; rows: SurveyRow[] }
  | { type: 'done'; survey: Survey }
  | { type: 'failed'; code: ErrorCode; message: string; stack: string };

/** Receiving this many takes about 2 ms. */
const ROWS_PER_MESSAGE = 500;
const PROGRESS_INTERVAL_MS = 50;

/** Runs a survey and tells of it through the port. Never throws: errors lose their class between threads. */
export async function answerSurvey({ request, cancel, port }: SurveyTask): Promise<void> {
  const say = (message: SurveyMessage): void => port.postMessage(message);
  let progressAt = 0;
  const onProgress = (progress: SurveyProgress): void => {
    if (performance.now() - progressAt < PROGRESS_INTERVAL_MS) return;
    progressAt = performance.now();
    say({ type: 'progress', progress });
  };
  try {
    const survey = await runSurvey(request, { cancel, onProgress, now: Date.now });
    for (let start = 0; start < survey.rows.length; start += ROWS_PER_MESSAGE) {
      say({ type: 'rows', rows: survey.rows.slice(start, start + ROWS_PER_MESSAGE) });
      await once(port, 'message');
    }
    say({ type: 'done', survey: { ...survey, rows: [] } });
  } catch (error) {
    const { code, message, stack } = asAppError(error);
    say({ type: 'failed', code, message, stack: stack ?? message });
  } finally {
    port.close();
  }
}
