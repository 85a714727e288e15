import { CommanderError } from 'commander';
import { asAppError, type AppError } from '../kernel/errors.ts';
import { createOwnFaults } from '../kernel/own-faults.ts';
import { EXIT, exitOfError, exitOfSignal } from './exit-codes.ts';
import type { CliHost } from './host.ts';
import { createOutput } from './output.ts';
import { createProgram } from './program.ts';
import { createSession, type Session } from './session.ts';
import { printable } from './text/printable.ts';

/**
 * Runs one command of the terminal door and resolves to its exit code (see EXIT). Never throws.
 * @param argv the words after the program's name
 * @param onUncaught is given what takes an error that nobody caught: it ends the command
 */
export async function runCli(
  argv: readonly string[],
  host: CliHost,
  onUncaught: (take: (error: unknown) => void) => void = () => undefined,
): Promise<number> {
  const output = createOutput(host.stdout, host.stderr, wantsJson(argv));
  const session = createSession(host, output);
  let code: number = EXIT.ok;
  try {
    const program = createProgram(session, (result) => {
      code = result;
    });
    const uncaught = new Promise<never>((_, reject) => onUncaught(reject));
    await Promise.race([program.parseAsync([...argv], { from: 'user' }), uncaught]);
  } catch (error) {
    code = report(error, session);
    if (code === EXIT.software) await recordOwnFault(error, session);
  }
  await output.flush();
  return host.signal.aborted && !session.passesSignals ? exitOfSignal(host.signal.reason) : code;
}

/** Counts already while the command line is read: a mistake in it is told as JSON too. */
function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return (end < 0 ? argv : argv.slice(0, end)).includes('--json');
}

function report(error: unknown, session: Session): number {
  const { host, output, voice } = session;
  if (error instanceof CommanderError) return usage(error, session);
  if (host.signal.aborted) {
    output.document({ error: { code: 'cancelled', message: voice.t('terminal.cancelled') } });
    if (!output.isJson) output.note(voice.t('terminal.cancelled'));
    return exitOfSignal(host.signal.reason);
  }
  const known = asAppError(error);
  const code = exitOfError(known.code);
  if (code === EXIT.software) return ownFault(known, session);
  say(session, known.code, known.message);
  return code;
}

/** commander has told people already; programs get a document. */
function usage(error: CommanderError, { output }: Session): number {
  if (error.exitCode === 0) return EXIT.ok;
  output.document({ error: { code: 'usage', message: error.message.replace(/^error: /, '') } });
  return EXIT.usage;
}

function ownFault(error: AppError, session: Session): number {
  const { t } = session.voice;
  const message = t('terminal.error.internal', { message: printable(error.message) });
  const stack = error.cause instanceof Error ? (error.cause.stack ?? '') : (error.stack ?? '');
  const file = noted(session, error.message, stack);
  say(
    session,
    error.code,
    file === null ? `${message} ${t('terminal.error.debug')}` : `${message} ${t('terminal.error.details', { file })}`,
  );
  if (session.host.env['NIGHTGUARD_DEBUG']) session.output.note(stack);
  return EXIT.software;
}

/** Our own faults are counted and analysed like those of any program, where a workspace is known. */
async function recordOwnFault(error: unknown, session: Session): Promise<void> {
  if (session.logFile() === null) return;
  const fault = asAppError(error).cause ?? error;
  const record = (): Promise<unknown> =>
    session.withGuardian(({ annealing }) => annealing.handleError(fault, { function: 'nightguard terminal' }, null, 'self'));
  try {
    await createOwnFaults(record, session.log())(fault);
  } catch {
    // The state folder may be the very thing that is broken: the fault is said on the terminal all the same.
  }
}

/** Where the details were written to; null where there is no workspace yet, or it cannot be written to. */
function noted(session: Session, message: string, stack: string): string | null {
  const file = session.logFile();
  if (file === null) return null;
  try {
    session.log().write('error', message, { stack });
    return file;
  } catch {
    // The fault itself may be that this folder cannot be written to: then the debug output is what is left.
    return null;
  }
}

function say({ output, voice }: Session, code: AppError['code'], message: string): void {
  output.document({ error: { code, message } });
  if (!output.isJson) output.note(`${voice.t('terminal.error.prefix')} ${voice.said(message)}`);
}
