import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ConsensusState } from '../../../shared/model/governance.ts';
import type { Guardian } from '../../guardian-api.ts';
import { AppError, messageOf } from '../../kernel/errors.ts';
import type { GovernanceReviewOptions } from '../consensus-options.ts';
import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { assertSoundSettings } from '../sound-settings.ts';
import { consensusLines } from '../text/approvals.ts';
import { requestId } from './consensus-which.ts';

/** An agent's review of a change to the constitution: said here, or signed in a file. */
export async function consensusReview(
  session: Session,
  which: string | undefined,
  options: GovernanceReviewOptions,
): Promise<number> {
  const { output, voice, host } = session;
  const signed = options.file === undefined ? null : await signedText(resolve(host.cwd, options.file));
  return session.withGuardian((guardian) => {
    assertSoundSettings(guardian);
    const consensus =
      signed === null ? said(session, guardian, which, options) : guardian.governance.approvals.reviewSigned(signed);
    output.document({ consensus });
    output.lines(consensusLines(consensus, voice));
    return consensus.state === 'rejected'
      ? EXIT.notWell
      : consensus.state === 'accepted' && !consensus.consensusOwed
        ? EXIT.ok
        : EXIT.held;
  });
}

function said(
  session: Session,
  { workspace, governance: { approvals } }: Guardian,
  which: string | undefined,
  { agent, model, organization, verdict, rationale }: GovernanceReviewOptions,
): ConsensusState {
  if (
    which === undefined ||
    agent === undefined ||
    model === undefined ||
    organization === undefined ||
    verdict === undefined ||
    rationale === undefined
  )
    throw new AppError('usage', session.voice.t('terminal.governance.wholeReview'));
  const id = requestId(session, workspace, approvals, which);
  return approvals.review(id, { agent, model, organization, verdict, rationale });
}

async function signedText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new AppError('usage', `The signed review could not be read: ${messageOf(error)}`, { cause: error });
  }
}
