import { createPublicKey, type KeyObject } from 'node:crypto';
import type { GovernanceSettings } from '../../../../shared/model/settings.ts';

export type Reviewer = GovernanceSettings['consensus']['reviewers'][number];

/** The 12 bytes before every raw Ed25519 public key in its DER form (RFC 8410). */
const PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const RAW_BYTES = 32;

/** An Ed25519 public key from PEM, or from the base64 of its 32 bytes; null when it is neither. */
export function readPublicKey(text: string): KeyObject | null {
  try {
    const raw = Buffer.from(text.trim(), 'base64');
    const key = text.includes('-----BEGIN')
      ? createPublicKey(text)
      : createPublicKey({ key: Buffer.concat([PREFIX, raw]), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' && (text.includes('-----BEGIN') || raw.length === RAW_BYTES) ? key : null;
  } catch {
    // What is no key proves nothing: its owner's reviews are refused with that reason.
    return null;
  }
}

/** The key's 32 bytes in base64: how settings and votes name it. */
export const publicKeyText = (key: KeyObject): string =>
  key.export({ format: 'der', type: 'spki' }).subarray(PREFIX.length).toString('base64');

/** One spelling of an agent's name. */
export const agentKey = (agent: string): string => agent.normalize('NFKC').trim().toLowerCase();

/** The reviewer of that name, or null. */
export const reviewerOf = (reviewers: readonly Reviewer[], agent: string): Reviewer | null =>
  reviewers.find((one) => agentKey(one.agent) === agentKey(agent)) ?? null;

/** Whether a vote was proved with the key that settings name for its agent now. Without reviewers in the settings every vote counts. */
export function isVouchedFor(reviewers: readonly Reviewer[], vote: { agent: string; signer?: string | null }): boolean {
  if (reviewers.length === 0) return true;
  const key = readPublicKey(reviewerOf(reviewers, vote.agent)?.key ?? '');
  return key !== null && publicKeyText(key) === (vote.signer ?? null);
}
