import type { Command } from 'commander';
import type { Session } from './session.ts';

/** Adds `heal` to the table of commands. */
export function addHealing(program: Command, session: Session, t: (key: string) => string, done: (code: number) => void): void {
  program
    .command('heal')
    .description(t('heal'))
    .option('--dry-run', t('healDryRun'))
    .action(async (options: { dryRun?: true }) => done(await (await import('./commands/heal.ts')).heal(session, options)));
}
