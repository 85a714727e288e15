import { Argument, Option, type Command } from 'commander';
import { AppError } from '../kernel/errors.ts';
import type { ApprovalsListOptions, JudgeOptions, ListOptions, ReviewOptions } from './command-options.ts';
import { addPermissionRequest, type PermissionOptions } from './permission-options.ts';
import type { Session } from './session.ts';
import { filled, positive } from './parse-option.ts';

type Texts = (key: string) => string;
type Done = (code: number) => void;

const DEFAULT_LIMIT = 50;

/** Adds `judge`, `audit`, `approvals` and `hook` to the table of commands. */
export function addGovernance(program: Command, session: Session, t: Texts, done: Done): void {
  addJudge(program, session, t, done);
  addAudit(program, session, t, done);
  addApprovals(program, session, t, done);
  addHook(program, session, t, done);
}

function addJudge(program: Command, session: Session, t: Texts, done: Done): void {
  const judge = program
    .command('judge')
    .description(t('judge'))
    .addHelpText('after', `\n${t('judgeExit')}`);
  for (const kind of ['blueprint', 'permission'] as const) {
    const command = judge.command(kind);
    if (kind === 'permission') addPermissionRequest(command, t);
    command
      .description(t(kind === 'blueprint' ? 'judgeBlueprint' : 'judgePermission'))
      .addArgument(new Argument(kind === 'blueprint' ? '<PATH>' : '[FILE]', t('judgeFile')))
      .option('--strict', t('judgeStrict'))
      .option('--as <PATH>', t('judgeAs'))
      .option('--markdown', t('judgeMarkdown'))
      .option('--record', t('judgeRecord'))
      .action(async (file: string | undefined, options: JudgeOptions & PermissionOptions) => {
        if (options.request !== undefined && file === undefined)
          return done(
            await (await import('./commands/permission-request.ts')).permissionRequest(session, options.request, options),
          );
        if (file === undefined || options.request !== undefined) throw new AppError('usage', t('judgeOneFile'));
        return done(await (await import('./commands/judge-document.ts')).judgeDocument(session, kind, file, options));
      });
  }
  judge
    .command('scan')
    .description(t('judgeScan'))
    .argument('[ROOT]', t('judgeRoot'))
    .option('--strict', t('judgeStrict'))
    .option('--markdown', t('judgeMarkdown'))
    .action(async (root: string | undefined, options: JudgeOptions) =>
      done(await (await import('./commands/judge-scan.ts')).judgeScan(session, root, options)),
    );
}

function addAudit(program: Command, session: Session, t: Texts, done: Done): void {
  const audit = program.command('audit').description(t('audit'));
  audit
    .command('verify')
    .description(t('auditVerify'))
    .argument('[FILE]', t('auditFile'))
    .addOption(new Option('--note <FILE>', t('auditNote')).argParser(collected).default([], ''))
    .action(async (file: string | undefined, options: { note: string[] }) =>
      done(await (await import('./commands/audit-verify.ts')).auditVerify(session, file, options)),
    );
  audit
    .command('list')
    .description(t('auditList'))
    .option('--limit <N>', t('archiveLimit'), positive, DEFAULT_LIMIT)
    .action(async (options: ListOptions) => done(await (await import('./commands/audit-list.ts')).auditList(session, options)));
}

function addApprovals(program: Command, session: Session, t: Texts, done: Done): void {
  const approvals = program.command('approvals').description(t('approvals'));
  approvals
    .command('list')
    .description(t('approvalsList'))
    .option('--all', t('approvalsAll'))
    .option('--limit <N>', t('archiveLimit'), positive, DEFAULT_LIMIT)
    .action(async (options: ApprovalsListOptions) =>
      done(await (await import('./commands/approvals-list.ts')).approvalsList(session, options)),
    );
  approvals
    .command('show')
    .description(t('approvalsShow'))
    .argument('<ID>', t('approvalsId'), positive)
    .action(async (id: number) => done(await (await import('./commands/approvals-show.ts')).approvalsShow(session, id)));
  approvals
    .command('approve')
    .description(t('approvalsApprove'))
    .argument('<ID>', t('approvalsId'), positive)
    .option('--confirm <HASHPREFIX>', t('approvalsConfirm'))
    .action(async (id: number, options: { confirm?: string }) =>
      done(await (await import('./commands/approvals-answer.ts')).approvalsApprove(session, id, options)),
    );
  approvals
    .command('deny')
    .description(t('approvalsDeny'))
    .argument('<ID>', t('approvalsId'), positive)
    .requiredOption('--reason <TEXT>', t('approvalsReason'), filled)
    .action(async (id: number, options: { reason: string }) =>
      done(await (await import('./commands/approvals-answer.ts')).approvalsDeny(session, id, options)),
    );
  approvals
    .command('review')
    .description(t('approvalsReview'))
    .argument('<ID>', t('approvalsId'), positive)
    .requiredOption('--agent <NAME>', t('reviewAgent'), filled)
    .requiredOption('--model <NAME>', t('reviewModel'), filled)
    .requiredOption('--organization <NAME>', t('reviewOrganization'), filled)
    .addOption(new Option('--verdict <WORD>', t('reviewVerdict')).choices(['approve', 'reject', 'revise']).makeOptionMandatory())
    .requiredOption('--rationale <TEXT>', t('reviewRationale'), filled)
    .action(async (id: number, options: ReviewOptions) =>
      done(await (await import('./commands/approvals-answer.ts')).approvalsReview(session, id, options)),
    );
}

function addHook(program: Command, session: Session, t: Texts, done: Done): void {
  program
    .command('hook')
    .description(t('hook'))
    .command('install')
    .description(t('hookInstall'))
    .option('--strict', t('judgeStrict'))
    .option('--command <NAME>', t('hookCommand'), filled, 'nightguard')
    .action(async (options: { strict?: boolean; command: string }) =>
      done(await (await import('./commands/hook-install.ts')).hookInstall(session, options)),
    );
}

const collected = (text: string, before: string[]): string[] => [...before, text];
