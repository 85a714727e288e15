import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AppError, messageOf } from '../../kernel/errors.ts';
import type { ProposeOptions } from '../consensus-options.ts';
import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { assertSoundSettings } from '../sound-settings.ts';
import { approvalLines } from '../text/approvals.ts';
import { workspacePath } from '../workspace-path.ts';

const MOST_BYTES = 1 << 20;

/** Proposes a document of the constitution. Nothing changes before it is reviewed and approved. */
export async function consensusPropose(session: Session, typed: string, options: ProposeOptions): Promise<number> {
  const { host, output, voice } = session;
  const content = await contentOf(resolve(host.cwd, options.content));
  return session.withGuardian((guardian) => {
    assertSoundSettings(guardian);
    const { agent, model, organization, kind, description, rationale, evidence = '' } = options;
    const path = workspacePath(typed, guardian.workspace, host.cwd);
    const author = { agent, model, organization };
    const proposed = guardian.governance.approvals.propose({ path, content, kind, description, rationale, evidence, author });
    output.document(proposed);
    output.lines([
      voice.t(proposed.request.state === 'pending' ? 'terminal.governance.proposed' : 'terminal.approvals.inForce', {
        id: proposed.request.id,
        path,
      }),
      '',
      ...approvalLines(proposed, voice),
    ]);
    return proposed.request.state === 'pending' ? EXIT.held : EXIT.ok;
  });
}

async function contentOf(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > MOST_BYTES) throw new AppError('usage', `${file} is larger than ${MOST_BYTES} bytes: that is no document.`);
    return await readFile(file);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('usage', `The proposed content could not be read: ${messageOf(error)}`, { cause: error });
  }
}
