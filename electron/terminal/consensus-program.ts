import { Option, type Command } from 'commander';
import {
  KINDS,
  type GovernanceReviewOptions,
  type KindOptions,
  type ProposeOptions,
  type SignOptions,
} from './consensus-options.ts';
import type { Session } from './session.ts';
import { filled } from './parse-option.ts';

type Texts = (key: string) => string;
type Done = (code: number) => void;

/** Adds `governance` to the table of commands. */
export function addConsensus(program: Command, session: Session, t: Texts, done: Done): void {
  const governance = program.command('governance').description(t('governance'));
  governance
    .command('list')
    .description(t('governanceList'))
    .action(async () => done(await (await import('./commands/consensus-list.ts')).consensusList(session)));
  governance
    .command('show')
    .description(t('governanceShow'))
    .argument('<ID|PATH>', t('governanceWhich'))
    .action(async (which: string) => done(await (await import('./commands/consensus-show.ts')).consensusShow(session, which)));
  governance
    .command('propose')
    .description(t('governancePropose'))
    .argument('<PATH>', t('proposePath'))
    .requiredOption('--content <FILE>', t('proposeContent'), filled)
    .addOption(new Option('--kind <KIND>', t('proposeKind')).choices(KINDS).default('ordinary'))
    .requiredOption('--description <TEXT>', t('proposeDescription'), filled)
    .requiredOption('--rationale <TEXT>', t('proposeRationale'), filled)
    .option('--evidence <TEXT>', t('proposeEvidence'), filled)
    .requiredOption('--agent <NAME>', t('proposeAgent'), filled)
    .requiredOption('--model <NAME>', t('reviewModel'), filled)
    .requiredOption('--organization <NAME>', t('reviewOrganization'), filled)
    .action(async (path: string, options: ProposeOptions) =>
      done(await (await import('./commands/consensus-propose.ts')).consensusPropose(session, path, options)),
    );
  governance
    .command('kind')
    .description(t('governanceKind'))
    .argument('<ID|PATH>', t('governanceWhich'))
    .addOption(new Option('--kind <KIND>', t('proposeKind')).choices(KINDS).makeOptionMandatory())
    .requiredOption('--rationale <TEXT>', t('proposeRationale'), filled)
    .option('--description <TEXT>', t('proposeDescription'), filled)
    .option('--evidence <TEXT>', t('proposeEvidence'), filled)
    .option('--agent <NAME>', t('proposeAgent'), filled)
    .option('--model <NAME>', t('reviewModel'), filled)
    .option('--organization <NAME>', t('reviewOrganization'), filled)
    .action(async (which: string, options: KindOptions) =>
      done(await (await import('./commands/consensus-kind.ts')).consensusKind(session, which, options)),
    );
  addReviews(governance, session, t, done);
}

function addReviews(governance: Command, session: Session, t: Texts, done: Done): void {
  const verdict = (): Option => new Option('--verdict <WORD>', t('reviewVerdict')).choices(['approve', 'reject', 'revise']);
  governance
    .command('review')
    .description(t('approvalsReview'))
    .argument('[ID|PATH]', t('governanceWhich'))
    .option('--agent <NAME>', t('reviewAgent'), filled)
    .option('--model <NAME>', t('reviewModel'), filled)
    .option('--organization <NAME>', t('reviewOrganization'), filled)
    .addOption(verdict())
    .option('--rationale <TEXT>', t('reviewRationale'), filled)
    .addOption(new Option('--file <FILE>', t('reviewFile')).conflicts(['agent', 'model', 'organization', 'verdict', 'rationale']))
    .action(async (which: string | undefined, options: GovernanceReviewOptions) =>
      done(await (await import('./commands/consensus-review.ts')).consensusReview(session, which, options)),
    );
  governance
    .command('sign-review')
    .description(t('governanceSign'))
    .argument('<ID|PATH>', t('governanceWhich'))
    .requiredOption('--agent <NAME>', t('reviewAgent'), filled)
    .option('--model <NAME>', t('signModel'), filled)
    .option('--organization <NAME>', t('signOrganization'), filled)
    .addOption(verdict().makeOptionMandatory())
    .requiredOption('--rationale <TEXT>', t('reviewRationale'), filled)
    .option('--key <FILE>', t('signKey'), filled)
    .option('--key-variable <NAME>', t('signKeyVariable'), filled, 'NIGHTGUARD_REVIEW_KEY')
    .option('--out <FILE>', t('signOut'), filled)
    .action(async (which: string, options: SignOptions) =>
      done(await (await import('./commands/consensus-sign.ts')).consensusSign(session, which, options)),
    );
}
