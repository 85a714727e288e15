import { Option, type Command } from 'commander';
import type { DissolveOptions } from './commands/dissolve.ts';
import type { Session } from './session.ts';
import { filled } from './parse-option.ts';

/** Adds `dissolve` to the table of commands. */
export function addDissolution(
  program: Command,
  session: Session,
  t: (key: string) => string,
  done: (code: number) => void,
): void {
  program
    .command('dissolve')
    .description(t('dissolve'))
    .argument('[PATH]', t('dissolvePath'))
    .option('--reason <TEXT>', t('dissolveReason'), filled)
    .option('--dry-run', t('dissolveDryRun'))
    .addOption(new Option('--list', t('dissolveList')).conflicts(['reason', 'dryRun', 'successor', 'readmeNote']))
    .option('--successor <NAME>', t('dissolveSuccessor'), filled)
    .option('--readme-note <TEXT>', t('dissolveReadmeNote'), filled)
    .addHelpText('after', `\n${t('dissolveExit')}`)
    .action(async (path: string | undefined, options: DissolveOptions) =>
      done(await (await import('./commands/dissolve.ts')).dissolve(session, path, options)),
    );
}
