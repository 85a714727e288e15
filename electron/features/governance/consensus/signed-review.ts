import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { sha256 } from '../../../kernel/hash.ts';
import { publicKeyText, readPublicKey, reviewerOf, type Reviewer } from './reviewers.ts';

/** Not trimmed: what is signed is what is written. */
const text = z
  .string()
  .max(8000)
  .refine((value) => value.trim() !== '', 'It must not be empty.');

const name = text.refine((value) => value.length <= 200, 'It is too long.');

const reviewSchema = z.strictObject({
  type: z.literal('nightguard-consensus-review'),
  version: z.literal(1),
  /** `<number>-<token>` of the consensus: the signature fits no other. */
  case: z.string().regex(/^\d{1,9}-[0-9a-f]{16,64}$/),
  content_hash: z.string().regex(/^[0-9a-f]{64}$/),
  agent: name,
  model: name,
  organization: name,
  verdict: z.enum(['approve', 'reject', 'revise']),
  rationale: text,
  /** UTC, `2026-02-15T03:00:00Z`. */
  signed_at: z.iso.datetime(),
});
export type ReviewBody = z.infer<typeof reviewSchema>;

const signedSchema = reviewSchema.extend({ signature: z.base64().length(88) });
export type SignedReview = z.infer<typeof signedSchema>;

/** A review whose signature is that of a reviewer of the settings; `signer` is the key, `id` names this very review. */
export interface ProvedReview extends ReviewBody {
  signer: string;
  id: string;
}

export type ReviewReading = { ok: true; review: ProvedReview } | { ok: false; reason: string };

/** What is signed: the object without `signature`, keys sorted, no white space, non-ASCII unescaped, UTF-8, behind a line of its own. */
export function signedBytes(body: ReviewBody): Buffer {
  const sorted = Object.fromEntries(Object.entries(body).sort(([a], [b]) => (a < b ? -1 : 1)));
  return Buffer.from(`nightguard-consensus-review/1\n${JSON.stringify(sorted)}`, 'utf8');
}

/** Signs a review. The key is used and not kept. */
export function signReview(body: ReviewBody, privateKey: KeyObject): SignedReview {
  const checked = reviewSchema.parse(body);
  return { ...checked, signature: sign(null, signedBytes(checked), privateKey).toString('base64') };
}

/** The public half of a private key, as the settings name it. */
export const publicKeyTextOf = (privateKey: KeyObject): string => publicKeyText(createPublicKey(privateKey));

/** Reads a signed review and proves who wrote it, by the keys of the settings alone: a file vouches for nothing. Never throws. */
export function readSignedReview(json: string, reviewers: readonly Reviewer[]): ReviewReading {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return no('It is not JSON.');
  }
  const parsed = signedSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return no(`It is not a signed review: ${[issue?.path.join('.'), issue?.message].filter(Boolean).join(': ')}`);
  }
  const { signature, ...body } = parsed.data;
  const reviewer = reviewerOf(reviewers, body.agent);
  if (reviewer === null) return no(`${body.agent} is not among the reviewers of the settings.`);
  const key = readPublicKey(reviewer.key);
  if (key === null) return no(`The key of ${reviewer.agent} in the settings is no Ed25519 public key.`);
  if (!verify(null, signedBytes(body), key, Buffer.from(signature, 'base64')))
    return no(`The signature is not that of ${reviewer.agent}, or the review was changed after it was signed.`);
  if (body.model !== reviewer.model || body.organization !== reviewer.organization)
    return no(
      `The settings know ${reviewer.agent} as ${reviewer.model} of ${reviewer.organization}, not as ${body.model} of ${body.organization}.`,
    );
  return { ok: true, review: { ...body, agent: reviewer.agent, signer: publicKeyText(key), id: sha256(signedBytes(body)) } };
}

const no = (reason: string): ReviewReading => ({ ok: false, reason });
