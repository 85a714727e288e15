import type { Command } from 'commander';
import type { Session } from './session.ts';

/** Adds `settings` to the table of commands. */
export function addSettings(program: Command, session: Session, t: (key: string) => string, done: (code: number) => void): void {
  const commands = () => import('./commands/settings.ts');
  const settings = program.command('settings').description(t('settings'));
  settings
    .command('get')
    .description(t('settingsGet'))
    .argument('[KEY]', t('settingsKey'))
    .action(async (key: string | undefined) => done(await (await commands()).settingsGet(session, key ?? '')));
  settings
    .command('set')
    .description(t('settingsSet'))
    .argument('<KEY>', t('settingsKey'))
    .argument('<VALUE>', t('settingsValue'))
    .option('--dry-run', t('settingsDryRun'))
    .action(async (key: string, value: string, options: { dryRun?: true }) =>
      done(await (await commands()).settingsSet(session, key, value, options)),
    );
}
