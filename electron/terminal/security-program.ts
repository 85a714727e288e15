import type { Command } from 'commander';
import type { SecurityOptions, SecurityRollbackOptions } from './command-options.ts';
import type { Session } from './session.ts';

/** Adds `security` to the table of commands. */
export function addSecurity(program: Command, session: Session, t: (key: string) => string, done: (code: number) => void): void {
  const security = program
    .command('security')
    .description(t('security'))
    .option('--force', t('securityForce'))
    .option('--no-auto-update', t('securityNoAutoUpdate'))
    .option('--check-only', t('securityCheckOnly'))
    .addHelpText('after', `\n${t('securityExit')}`)
    .action(async (options: SecurityOptions) => done(await (await import('./commands/security.ts')).security(session, options)));
  security
    .command('rollback')
    .description(t('securityRollback'))
    .argument('<RUN>', t('securityRun'))
    .option('--yes', t('securityYes'))
    .action(async (run: string, options: SecurityRollbackOptions) =>
      done(await (await import('./commands/security-rollback.ts')).securityRollback(session, run, options)),
    );
}
