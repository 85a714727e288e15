import pRetry, { AbortError } from 'p-retry';
import { AppError } from '../../../kernel/errors.ts';
import type { Annealing, AnnealingResult } from '../annealing.ts';
import type { ErrorContext } from './error-of.ts';

type Counting = Pick<Annealing, 'handleError' | 'succeeded'>;

export interface RetryOptions {
  /** After the first attempt. */
  maxRetries?: number;
  context?: ErrorContext;
  /** Stops waiting and trying. */
  signal?: AbortSignal;
  /** Before the first retry; doubled for each further one, up to `longestDelayMs`, with jitter. */
  delayMs?: number;
  longestDelayMs?: number;
}

/** Errors of programs in this process, as component 3 of the Self-Maintenance Protocol has them. */
export class SelfAnnealingEngine {
  readonly #annealing: () => Promise<Counting>;

  constructor(open: () => Promise<Counting>) {
    this.#annealing = open;
  }

  /** Counts an error; from the threshold on it is analysed and reported in directives/self_annealing_log.md. */
  async handleError(error: unknown, context: ErrorContext = {}): Promise<AnnealingResult> {
    return (await this.#annealing()).handleError(error, context, subjectOf(context));
  }

  /**
   * Calls until it succeeds or the retries are used up. Each failure is counted; a success takes its counts back.
   * @throws the last error; AppError `cancelled`
   */
  async retryWithAnnealing<T>(
    work: (attempt: number, signal?: AbortSignal) => T | Promise<T>,
    options: RetryOptions = {},
  ): Promise<T> {
    const { maxRetries = 3, context = {}, signal, delayMs = 1000, longestDelayMs = 30_000 } = options;
    const named = { function: work.name === '' ? 'unknown' : work.name, ...context };
    const annealing = await this.#annealing();
    const attempt = async (number: number): Promise<T> => {
      try {
        return await work(number, signal);
      } catch (error) {
        if (signal?.aborted === true) throw new AbortError(new Failure(error));
        await annealing.handleError(error, named, subjectOf(named));
        // p-retry gives up on a TypeError at once; here every error may pass.
        throw new Failure(error);
      }
    };
    try {
      const result = await pRetry(attempt, {
        retries: maxRetries,
        minTimeout: delayMs,
        maxTimeout: Math.max(delayMs, longestDelayMs),
        factor: 2,
        randomize: true,
        ...(signal === undefined ? {} : { signal }),
      });
      await annealing.succeeded(subjectOf(named));
      return result;
    } catch (error) {
      if (signal?.aborted === true) throw new AppError('cancelled', 'The retries were cancelled.', { cause: error });
      throw error instanceof Failure ? error.thrown : error;
    }
  }
}

class Failure extends Error {
  readonly thrown: unknown;

  constructor(thrown: unknown) {
    super('failed');
    this.thrown = thrown;
  }
}

const subjectOf = ({ file = '', function: name = 'unknown' }: ErrorContext): string => `library:${file}:${name}`;
