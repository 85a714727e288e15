import type { Command } from 'commander';
import type { ListOptions } from './command-options.ts';
import type { Session } from './session.ts';
import { positive } from './parse-option.ts';

type Texts = (key: string) => string;
type Done = (code: number) => void;

const DEFAULT_LIMIT = 50;

/** Adds `rituals` to the table of commands. */
export function addRituals(program: Command, session: Session, t: Texts, done: Done): void {
  const rituals = program.command('rituals').description(t('rituals'));
  const load = () => import('./commands/rituals.ts');
  rituals
    .command('list')
    .description(t('ritualsList'))
    .action(async () => done(await (await load()).ritualsList(session)));
  rituals
    .command('run')
    .description(t('ritualsRun'))
    .argument('<NAME>', t('ritualsName'))
    .action(async (name: string) => done(await (await load()).ritualsRun(session, name)));
  for (const [command, paused] of [
    ['pause', true],
    ['resume', false],
  ] as const) {
    rituals
      .command(command)
      .description(t(paused ? 'ritualsPause' : 'ritualsResume'))
      .argument('<NAME>', t('ritualsName'))
      .action(async (name: string) => done(await (await load()).ritualsPause(session, name, paused)));
  }
  rituals
    .command('skip')
    .description(t('ritualsSkip'))
    .argument('<NAME>', t('ritualsName'))
    .action(async (name: string) => done(await (await load()).ritualsSkip(session, name)));
  rituals
    .command('history')
    .description(t('ritualsHistory'))
    .argument('[NAME]', t('ritualsName'))
    .option('--limit <N>', t('archiveLimit'), positive, DEFAULT_LIMIT)
    .action(async (name: string | undefined, { limit }: ListOptions) =>
      done(await (await load()).ritualsHistory(session, name ?? null, limit)),
    );
  rituals
    .command('output')
    .description(t('ritualsOutput'))
    .argument('<RUN>', t('ritualsRunId'), positive)
    .action(async (run: number) => done(await (await load()).ritualsOutput(session, run)));
}
