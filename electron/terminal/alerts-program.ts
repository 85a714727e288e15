import type { Command } from 'commander';
import type { ListOptions } from './command-options.ts';
import { positive } from './parse-option.ts';
import type { Session } from './session.ts';

type Texts = (key: string) => string;
type Done = (code: number) => void;

const DEFAULT_LIMIT = 20;

/** Adds `alerts` to the table of commands. */
export function addAlerts(program: Command, session: Session, t: Texts, done: Done): void {
  const alerts = program.command('alerts').description(t('alerts'));
  const load = () => import('./commands/alerts.ts');
  alerts
    .command('list')
    .description(t('alertsList'))
    .option('--limit <N>', t('archiveLimit'), positive, DEFAULT_LIMIT)
    .action(async ({ limit }: ListOptions) => done(await (await load()).alertsList(session, limit)));
  alerts
    .command('test')
    .description(t('alertsTest'))
    .argument('[CHANNEL]', t('alertsChannel'))
    .action(async (channel: string | undefined) => done(await (await load()).alertsTest(session, channel ?? null)));
  alerts
    .command('ack')
    .description(t('alertsAck'))
    .argument('<CAUSE>', t('alertsCause'))
    .action(async (cause: string) => done(await (await load()).alertsAck(session, cause)));
}
