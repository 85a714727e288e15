import { InvalidArgumentError, type Command } from 'commander';
import type { ErrorsFixOptions, ErrorsListOptions, RunOptions } from './command-options.ts';
import { positive } from './parse-option.ts';
import type { Session } from './session.ts';
import type { WithAnnealing } from './with-annealing.ts';

type Texts = (key: string) => string;
type Done = (code: number) => void;

const DEFAULT_LIMIT = 50;

/** Adds `run` and `errors` to the table of commands. */
export function addAnnealing(program: Command, session: Session, t: Texts, done: Done, withAnnealing: WithAnnealing): void {
  program
    .command('run')
    .description(t('run'))
    .argument('<COMMAND...>', t('runCommand'))
    .option('--retries <N>', t('runRetries'), upTo(100), 0)
    .action(async (argv: string[], options: RunOptions) =>
      done(await (await import('./commands/run.ts')).run(session, argv, options, withAnnealing)),
    );
  addErrors(program.command('errors').description(t('errors')), session, t, done, withAnnealing);
}

function addErrors(errors: Command, session: Session, t: Texts, done: Done, withAnnealing: WithAnnealing): void {
  const commands = () => import('./commands/errors.ts');
  errors
    .command('list')
    .description(t('errorsList'))
    .option('--all', t('errorsAll'))
    .option('--limit <N>', t('archiveLimit'), positive, DEFAULT_LIMIT)
    .action(async (options: ErrorsListOptions) => done(await (await commands()).errorsList(session, options, withAnnealing)));
  errors
    .command('show')
    .description(t('errorsShow'))
    .argument('<ID>', t('errorsId'), positive)
    .action(async (id: number) => done(await (await commands()).errorsShow(session, id, withAnnealing)));
  errors
    .command('report')
    .description(t('errorsReport'))
    .argument('<ID>', t('errorsId'), positive)
    .action(async (id: number) => done(await (await commands()).errorsReport(session, id, withAnnealing)));
  errors
    .command('fix')
    .description(t('errorsFix'))
    .argument('<KEY>', t('errorsKey'))
    .option('--dry-run', t('errorsFixDryRun'))
    .action(async (key: string, options: ErrorsFixOptions) =>
      done(await (await commands()).errorsFix(session, key, options, withAnnealing)),
    );
  errors
    .command('ask')
    .description(t('errorsAsk'))
    .argument('<ID>', t('errorsId'), positive)
    .option('--dry-run', t('errorsAskDryRun'))
    .action(async (id: number, options: ErrorsFixOptions) =>
      done(await (await import('./commands/errors-ask.ts')).errorsAsk(session, id, options, withAnnealing)),
    );
  for (const [name, state] of [
    ['resolve', 'fixed'],
    ['ignore', 'ignored'],
  ] as const) {
    errors
      .command(name)
      .description(t(name === 'resolve' ? 'errorsResolve' : 'errorsIgnore'))
      .argument('<ID>', t('errorsId'), positive)
      .action(async (id: number) => done(await (await commands()).errorsState(session, id, state, withAnnealing)));
  }
  errors
    .command('merge')
    .description(t('errorsMerge'))
    .argument('<ID>', t('errorsMergeFrom'), positive)
    .argument('<INTO>', t('errorsMergeInto'), positive)
    .action(async (from: number, into: number) => done(await (await commands()).errorsMerge(session, from, into, withAnnealing)));
  errors
    .command('split')
    .description(t('errorsSplit'))
    .argument('<ID>', t('errorsId'), positive)
    .argument('<FINGERPRINT>', t('errorsFingerprint'))
    .action(async (id: number, fingerprint: string) =>
      done(await (await commands()).errorsSplit(session, id, fingerprint, withAnnealing)),
    );
}

const upTo =
  (most: number) =>
  (text: string): number => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Infinity;
    if (value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number from 0 to ${most}.`);
  };
