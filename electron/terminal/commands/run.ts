import { constants } from 'node:os';
import pRetry, { AbortError } from 'p-retry';
import type { AnnealingResult } from '../../features/annealing/index.ts';
import { messageOf } from '../../kernel/errors.ts';
import { runAttached, type AttachedEnd } from '../../platform/headless/run-attached.ts';
import type { RunOptions } from '../command-options.ts';
import type { Session } from '../session.ts';
import { printable } from '../text/printable.ts';
import type { WithAnnealing } from '../with-annealing.ts';

/** Before the first retry; doubled for each further one. */
const FIRST_DELAY_MS = 1000;
const LONGEST_DELAY_MS = 60_000;

interface Attempt {
  end: AttachedEnd;
  recorded: AnnealingResult | null;
}

/**
 * Runs a command as if it were called directly, and records how it failed. The exit code is the command's. With `--json` the
 * command's standard output goes to standard error, as the one document has the other.
 */
export async function run(
  session: Session,
  argv: readonly string[],
  { retries }: RunOptions,
  withAnnealing: WithAnnealing,
): Promise<number> {
  const { output, signal, host } = session;
  const delay = Number(host.env['NIGHTGUARD_RETRY_DELAY_MS'] ?? FIRST_DELAY_MS);
  // A missing workspace is said before anything runs.
  session.workspace();
  const attempts: Attempt[] = [];
  const attempt = async (): Promise<void> => {
    const done = await runOnce(session, argv, withAnnealing);
    attempts.push(done);
    if (codeOf(done.end) === 0) return;
    const again = done.end.fault === null && !signal.aborted;
    throw again ? new Error('failed') : new AbortError('failed');
  };
  try {
    await pRetry(attempt, {
      retries,
      minTimeout: delay,
      maxTimeout: LONGEST_DELAY_MS,
      factor: 2,
      randomize: true,
      signal,
      onFailedAttempt: ({ retriesLeft, retryDelay }) => {
        if (retriesLeft > 0)
          output.note(session.voice.t('terminal.run.again', { seconds: (retryDelay / 1000).toFixed(1), left: retriesLeft }));
      },
    });
  } catch (error) {
    if (attempts.length === 0) throw error;
  }
  session.passesSignals = true;
  const last = attempts.at(-1)!;
  output.document({
    exitCode: codeOf(last.end),
    signal: last.end.signal,
    attempts: attempts.length,
    errors: attempts.flatMap(({ recorded }) => (recorded === null ? [] : [recorded])),
  });
  return codeOf(last.end);
}

async function runOnce(session: Session, argv: readonly string[], withAnnealing: WithAnnealing): Promise<Attempt> {
  const { host, output, signal } = session;
  const { cwd, env, stdin, stdout, stderr } = host;
  const end = await runAttached(argv, { cwd, env, stdin, stderr, stdout: output.isJson ? stderr : stdout, signal });
  if (end.fault !== null) {
    output.note(printable(end.fault.message));
    return { end, recorded: null };
  }
  const { exitCode, signal: ended, output: text } = end;
  try {
    const program = { argv, cwd, exitCode, signal: ended, output: text };
    const recorded = await withAnnealing(async (annealing) => {
      const result = await annealing.programEnded(program);
      // The analysis that the third failure orders is part of the answer.
      await annealing.settled();
      return result;
    });
    if (recorded?.needsAnnealing === true)
      output.note(
        session.voice.t('terminal.run.repeats', { key: printable(recorded.errorKey), count: recorded.count, id: recorded.group }),
      );
    return { end, recorded };
  } catch (error) {
    // What the command did is done, and its exit code says how: our own trouble must not hide it.
    output.note(session.voice.t('terminal.run.unrecorded', { reason: printable(messageOf(error)) }));
    return { end, recorded: null };
  }
}

/** As shells count. */
function codeOf({ exitCode, signal, fault }: AttachedEnd): number {
  if (fault !== null) return fault.code;
  return exitCode ?? 128 + (signal === null ? 1 : constants.signals[signal]);
}
