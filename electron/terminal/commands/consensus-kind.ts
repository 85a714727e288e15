import { userInfo } from 'node:os';
import { AppError } from '../../kernel/errors.ts';
import type { KindOptions } from '../consensus-options.ts';
import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { assertSoundSettings } from '../sound-settings.ts';
import { consensusLines } from '../text/approvals.ts';
import { requestId } from './consensus-which.ts';

/** Takes a change that waits, such as one from Core, by another procedure. A person still has the last word. */
export function consensusKind(session: Session, which: string, options: KindOptions): Promise<number> {
  const { output, voice } = session;
  return session.withGuardian((guardian) => {
    assertSoundSettings(guardian);
    const { approvals } = guardian.governance;
    const id = requestId(session, guardian.workspace, approvals, which);
    const { kind, rationale, evidence = '', agent, model, organization } = options;
    const said = [agent, model, organization].filter((one) => one !== undefined);
    if (said.length % 3 !== 0) throw new AppError('usage', voice.t('terminal.governance.wholeAuthor'));
    const description = options.description ?? approvals.show(id).consensus?.description ?? '';
    const author =
      agent === undefined || model === undefined || organization === undefined ? {} : { author: { agent, model, organization } };
    const by = agent === undefined ? `person (terminal) ${userInfo().username}` : `agent ${agent}`;
    const consensus = approvals.classify(id, { kind, description, rationale, evidence, ...author }, by);
    output.document({ consensus });
    output.lines(consensusLines(consensus, voice));
    return EXIT.held;
  });
}
