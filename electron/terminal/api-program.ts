import type { Command } from 'commander';
import type { Session } from './session.ts';

/** Adds `api` to the table of commands. */
export function addApi(program: Command, session: Session, t: (key: string) => string, done: (code: number) => void): void {
  program
    .command('api')
    .description(t('api'))
    .option('--token', t('apiToken'))
    .option('--openapi', t('apiOpenApi'))
    .action(async (options: { token?: true; openapi?: true }) =>
      done(await (await import('./commands/api.ts')).api(session, options)),
    );
}
