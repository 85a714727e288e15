import { type Command } from 'commander';
import type { Session } from './session.ts';
import { filled, positive } from './parse-option.ts';

type Texts = (key: string) => string;
type Done = (code: number) => void;

/** Adds `preflight`, and to `judge`, `audit` and `hook` what belongs to the watch over log, structures and the immune system. */
export function addVigil(program: Command, session: Session, t: Texts, done: Done): void {
  program
    .command('preflight')
    .description(t('preflight'))
    .option('--strict', t('judgeStrict'))
    .option('--markdown', t('judgeMarkdown'))
    .addHelpText('after', `\n${t('preflightExit')}`)
    .action(async (options: { strict?: boolean; markdown?: boolean }) =>
      done(await (await import('./commands/preflight.ts')).preflightCheck(session, options)),
    );
  groupOf(program, 'judge')
    .command('self')
    .description(t('judgeSelf'))
    .addHelpText('after', `\n${t('judgeSelfExit')}`)
    .action(async () => done(await (await import('./commands/judge-self.ts')).judgeSelf(session)));
  addAudit(groupOf(program, 'audit'), session, t, done);
  groupOf(program, 'hook')
    .command('wrapper')
    .description(t('hookWrapper'))
    .argument('[COMMAND...]', t('hookWrapperCommand'))
    .option('--strict', t('judgeStrict'))
    .option('--command <NAME>', t('hookCommand'), filled, 'nightguard')
    .option('--output <FILE>', t('hookOutput'))
    .action(async (agent: string[], options: { strict?: boolean; command: string; output?: string }) =>
      done(await (await import('./commands/hook-wrapper.ts')).hookWrapper(session, agent, options)),
    );
}

function addAudit(audit: Command, session: Session, t: Texts, done: Done): void {
  audit
    .command('checkpoint')
    .description(t('auditCheckpoint'))
    .action(async () => done(await (await import('./commands/audit-checkpoint.ts')).auditCheckpoint(session)));
  audit
    .command('accept')
    .description(t('auditAccept'))
    .argument('<PATH>', t('auditAcceptPath'))
    .requiredOption('--reason <TEXT>', t('auditReason'), filled)
    .option('--confirm <HASHPREFIX>', t('auditConfirm'))
    .action(async (path: string, options: { reason: string; confirm?: string }) =>
      done(await (await import('./commands/audit-accept.ts')).auditAccept(session, path, options)),
    );
  audit
    .command('acknowledge')
    .description(t('auditAcknowledge'))
    .argument('<ACT>', t('auditAct'), positive)
    .requiredOption('--reason <TEXT>', t('auditReason'), filled)
    .action(async (act: number, options: { reason: string }) =>
      done(await (await import('./commands/audit-accept.ts')).auditAcknowledge(session, act, options)),
    );
}

function groupOf(program: Command, name: string): Command {
  const group = program.commands.find((command) => command.name() === name);
  if (group === undefined) throw new Error(`There is no group of commands ${name}.`);
  return group;
}
