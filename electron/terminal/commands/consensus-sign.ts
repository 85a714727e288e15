import { createPrivateKey, type KeyObject } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { publicKeyTextOf, reviewerOf, signReview } from '../../features/governance/index.ts';
import { writeFileAtomic } from '../../kernel/atomic-file.ts';
import { AppError, errnoOf } from '../../kernel/errors.ts';
import { assertRealFolders, within } from '../../kernel/paths.ts';
import type { SignOptions } from '../consensus-options.ts';
import { EXIT } from '../exit-codes.ts';
import { judgeContext } from '../judge-context.ts';
import type { Session } from '../session.ts';
import { requestId } from './consensus-which.ts';

/** Signs a review and drops it where reviews are taken in. The private key is read, used, and never shown. */
export async function consensusSign(session: Session, which: string, options: SignOptions): Promise<number> {
  const { host, output, voice } = session;
  const key = await privateKey(session, options);
  const { consensus } = judgeContext(session, false).settings;
  const known = reviewerOf(consensus.reviewers, options.agent);
  const model = options.model ?? known?.model;
  const organization = options.organization ?? known?.organization;
  if (model === undefined || organization === undefined) throw new AppError('usage', voice.t('terminal.governance.signWho'));
  return session.withGuardian(async ({ workspace, governance: { approvals } }) => {
    const id = requestId(session, workspace, approvals, which);
    const { name, contentHash } = approvals.caseNameOf(id);
    const review = signReview(
      {
        type: 'nightguard-consensus-review',
        version: 1,
        case: name,
        content_hash: contentHash,
        agent: known?.agent ?? options.agent,
        model,
        organization,
        verdict: options.verdict,
        rationale: options.rationale,
        signed_at: new Date().toISOString(),
      },
      key,
    );
    // Reviews are not dropped through a link.
    if (options.out === undefined) assertRealFolders(workspace, `${consensus.reviews}/x`, new Set());
    const file =
      options.out === undefined
        ? join(
            within(workspace, consensus.reviews),
            `${name}-${slug(options.agent)}-${review.signed_at.replaceAll(/\D/g, '')}.json`,
          )
        : resolve(host.cwd, options.out);
    await mkdir(dirname(file), { recursive: true });
    await writeFileAtomic(file, `${JSON.stringify(review, null, 2)}\n`);
    const publicKey = publicKeyTextOf(key);
    output.document({ file, publicKey, review });
    output.lines([voice.t('terminal.governance.signed', { file }), voice.t('terminal.governance.publicKey', { key: publicKey })]);
    return EXIT.ok;
  });
}

const slug = (agent: string): string => agent.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-') || 'agent';

/** @throws AppError `usage`, never with a part of the key */
async function privateKey({ host, voice }: Session, { key, keyVariable }: SignOptions): Promise<KeyObject> {
  const text = key === undefined ? host.env[keyVariable] : await keyText(resolve(host.cwd, key));
  if (text === undefined || text.trim() === '')
    throw new AppError('usage', voice.t('terminal.governance.noKey', { variable: keyVariable }));
  let parsed: KeyObject | null = null;
  try {
    parsed = createPrivateKey(text);
  } catch {
    // The reason could quote the key.
    parsed = null;
  }
  if (parsed?.asymmetricKeyType !== 'ed25519') throw new AppError('usage', voice.t('terminal.governance.badKey'));
  return parsed;
}

async function keyText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new AppError('usage', `${file} could not be read (${errnoOf(error) ?? 'unknown'}).`, { cause: error });
  }
}
