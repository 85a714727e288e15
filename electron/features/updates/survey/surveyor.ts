import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { AppError, messageOf } from '../../../kernel/errors.ts';
import type { Disposable } from '../../../kernel/disposables.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import { createWorkerPool, workerFile } from '../../../kernel/worker-pool.ts';
import { createCancelFlag, raise } from './cancel.ts';
import type { SurveyMessage, SurveyTask } from './survey-task.ts';
import type { Survey, SurveyProgress, SurveyRequest, SurveyRow } from './types.ts';

/** Compares Core and workspace without keeping this thread busy. */
export interface Surveyor extends Disposable {
  /** @throws AppError `source-missing`, `source-unreadable`, `cancelled`, `disposed`, `internal` */
  survey(
    request: SurveyRequest,
    options?: { onProgress?: (progress: SurveyProgress) => void; signal?: AbortSignal | undefined },
  ): Promise<Survey>;
}

/** After this long without a survey its thread ends, so that idling costs no memory. */
const IDLE_MS = 10_000;

export function createSurveyor({ log }: { log: Log }): Surveyor {
  const pool = createWorkerPool({ file: workerFile(import.meta.url, 'survey-worker'), maxThreads: 1, idleMs: IDLE_MS });
  return {
    async survey(request, options = {}) {
      const { port1: ours, port2: theirs } = new MessageChannel();
      const cancel = createCancelFlag();
      const stop = (): void => raise(cancel);
      if (options.signal?.aborted === true) stop();
      options.signal?.addEventListener('abort', stop);
      const answer = listen(ours, options.onProgress);
      const task: SurveyTask = { request, cancel, port: theirs };
      try {
        const ran = pool.run<void>('survey', task, [theirs]);
        // The thread answers through the port; `ran` alone settles first only when the thread itself failed.
        const survey = await Promise.race([answer, ran.then(() => answer)]);
        const { hashed, hashedBytes, sourceFiles } = survey.counts;
        log.write('debug', 'compared Core and workspace', {
          full: survey.full,
          rows: survey.rows.length,
          sourceFiles,
          hashed,
          hashedBytes,
        });
        return survey;
      } catch (error) {
        throw error instanceof AppError
          ? error
          : new AppError('internal', `The comparison failed: ${messageOf(error)}`, { cause: error });
      } finally {
        options.signal?.removeEventListener('abort', stop);
        ours.close();
      }
    },
    dispose: () => pool.dispose(),
  };
}

/** Gathers the rows, which come in portions, and the end, which comes last. */
function listen(port: MessagePort, onProgress: ((progress: SurveyProgress) => void) | undefined): Promise<Survey> {
  const rows: SurveyRow[] = [];
  return new Promise((resolve, reject) => {
    port.on('message', (message: SurveyMessage) => {
      switch (message.type) {
        case 'progress':
          onProgress?.(message.progress);
          return;
        case 'rows':
          rows.push(...message.rows);
          setImmediate(() => port.postMessage('next'));
          return;
        case 'done':
          resolve({ ...message.survey, rows });
          return;
        case 'failed':
          reject(failure(message));
      }
    });
  });
}

function failure({ code, message, stack }: Extract<SurveyMessage, { type: 'failed' }>): AppError {
  const error = new AppError(code, message);
  error.stack = stack;
  return error;
}
