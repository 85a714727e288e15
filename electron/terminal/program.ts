import { Argument, Command, Option } from 'commander';
import { addAlerts } from './alerts-program.ts';
import { addApi } from './api-program.ts';
import type { CheckOptions, InitOptions, ListOptions, PruneOptions, RollbackOptions, UpdateOptions } from './command-options.ts';
import { addAnnealing } from './annealing-program.ts';
import { addConsensus } from './consensus-program.ts';
import { addDissolution } from './dissolution-program.ts';
import { addGovernance } from './governance-program.ts';
import { addHealing } from './healing-program.ts';
import type { CliHost } from './host.ts';
import { addSettings } from './settings-program.ts';
import { addSecurity } from './security-program.ts';
import { addRituals } from './rituals-program.ts';
import type { Session } from './session.ts';
import { version } from '../kernel/version.ts';
import { addVigil } from './vigil-program.ts';
import { annealingOf } from './with-annealing.ts';
import { positive } from './parse-option.ts';

const DEFAULT_LIMIT = 50;

/**
 * The table of commands. Each one's module is loaded when it is called. `done` gets the exit code.
 * Parsing throws CommanderError for usage errors and for help.
 */
export function createProgram(session: Session, done: (code: number) => void): Command {
  const t = (key: string): string => session.voice.t(`terminal.help.${key}`);
  const program = baseProgram(session, t);

  program
    .command('init')
    .description(t('init'))
    .argument('[DIR]', t('initDir'))
    .option('--source <CORE>', t('initSource'))
    .action(async (folder: string | undefined, options: InitOptions) =>
      done(await (await import('./commands/init.ts')).init(session, folder, options)),
    );

  program
    .command('status')
    .description(t('status'))
    .action(async () => done(await (await import('./commands/status.ts')).status(session)));

  program
    .command('watch')
    .description(t('watch'))
    .option('--supervised', t('watchSupervised'))
    .action(async ({ supervised }: { supervised?: true }) =>
      done(
        supervised === true
          ? await (await import('./commands/watch-supervised.ts')).watchSupervised(session)
          : await (await import('./commands/watch.ts')).watch(session),
      ),
    );

  program
    .command('check')
    .description(t('check'))
    .option('--no-install', t('checkNoInstall'))
    .action(async (options: CheckOptions) => done(await (await import('./commands/check.ts')).check(session, options)));

  program
    .command('update')
    .description(t('update'))
    .addOption(new Option('--dry-run', t('updateDryRun')).conflicts('history'))
    .option('--history', t('updateHistory'))
    .addOption(new Option('--yes', t('updateYes')).conflicts('history'))
    .action(async (options: UpdateOptions) => done(await (await import('./commands/update.ts')).update(session, options)));

  program
    .command('decide')
    .description(t('decide'))
    .argument('<PATH>', t('decidePath'))
    .addArgument(new Argument('<DECISION>', t('decideDecision')).choices(['take-source', 'keep-local']))
    .action(async (path: string, decision: 'take-source' | 'keep-local') =>
      done(await (await import('./commands/decide.ts')).decide(session, path, decision)),
    );

  program
    .command('rollback')
    .description(t('rollback'))
    .argument('[RELEASE]', t('rollbackRelease'))
    .option('--file <PATH>', t('rollbackFile'))
    .option('--to <TIME>', t('rollbackTo'))
    .option('--dry-run', t('rollbackDryRun'))
    .addOption(new Option('--changed <WHAT>', t('rollbackChanged')).choices(['keep', 'overwrite']))
    .action(async (release: string | undefined, options: RollbackOptions) =>
      done(await (await import('./commands/rollback.ts')).rollback(session, release, options)),
    );

  addArchive(program, session, t, done);
  addHealing(program, session, t, done);
  addRituals(program, session, t, done);
  addAlerts(program, session, t, done);
  addGovernance(program, session, t, done);
  addSecurity(program, session, t, done);
  addConsensus(program, session, t, done);
  addDissolution(program, session, t, done);
  addVigil(program, session, t, done);
  addSettings(program, session, t, done);
  addApi(program, session, t, done);
  addAnnealing(program, session, t, done, annealingOf(session));
  return program;
}

function addArchive(program: Command, session: Session, t: (key: string) => string, done: (code: number) => void): void {
  const archive = program.command('archive').description(t('archive'));
  archive
    .command('list')
    .description(t('archiveList'))
    .argument('[QUERY]', t('archiveQuery'))
    .option('--limit <N>', t('archiveLimit'), positive, DEFAULT_LIMIT)
    .action(async (query: string | undefined, options: ListOptions) =>
      done(await (await import('./commands/archive-list.ts')).archiveList(session, query ?? '', options)),
    );
  archive
    .command('show')
    .description(t('archiveShow'))
    .argument('<ID>', t('archiveId'), positive)
    .action(async (id: number) => done(await (await import('./commands/archive-show.ts')).archiveShow(session, id)));
  archive
    .command('diff')
    .description(t('archiveDiff'))
    .argument('<ID>', t('archiveId'), positive)
    .action(async (id: number) => done(await (await import('./commands/archive-diff.ts')).archiveDiff(session, id)));
  archive
    .command('restore')
    .description(t('archiveRestore'))
    .argument('<ID>', t('archiveId'), positive)
    .action(async (id: number) => done(await (await import('./commands/archive-restore.ts')).archiveRestore(session, id)));
  archive
    .command('verify')
    .description(t('archiveVerify'))
    .action(async () => done(await (await import('./commands/archive-verify.ts')).archiveVerify(session)));
  archive
    .command('prune')
    .description(t('archivePrune'))
    .option('--dry-run', t('pruneDryRun'))
    .option('--yes', t('pruneYes'))
    .action(async (options: PruneOptions) =>
      done(await (await import('./commands/archive-prune.ts')).archivePrune(session, options)),
    );
}

function baseProgram({ host, output, voice, askFor }: Session, t: (key: string) => string): Command {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': t('usage'),
    'Commands:': t('commands'),
    'Options:': t('options'),
    'Global Options:': t('globalOptions'),
    'Arguments:': t('arguments'),
  };
  return new Command('nightguard')
    .description(t('program'))
    .option('-w, --workspace <DIR>', t('workspace'))
    .option('--json', t('json'))
    .version(version(), '-V, --version', t('version'))
    .helpOption('-h, --help', t('help'))
    .helpCommand('help [COMMAND]', t('help'))
    .addHelpText('after', `\n${t('exit')}`)
    .configureHelp({ showGlobalOptions: true, styleTitle: (title) => voice.paint('strong', titles[title] ?? title) })
    .configureOutput({
      writeOut: (text) => void host.stdout.write(text),
      writeErr: (text) => {
        if (!output.isJson) host.stderr.write(text);
      },
      outputError: (text, write) => write(text.replace(/^error:/, voice.t('terminal.error.prefix'))),
      getOutHelpWidth: () => widthOf(host),
      getErrHelpWidth: () => widthOf(host),
    })
    .showSuggestionAfterError()
    .hook('preAction', (program) => askFor(program.opts<{ workspace?: string }>().workspace))
    .exitOverride();
}

const widthOf = ({ stdout }: CliHost): number => Math.min(stdout.columns ?? 100, 120);
