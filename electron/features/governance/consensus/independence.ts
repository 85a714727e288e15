import type { Vote } from '../../../../shared/model/governance.ts';
import { familyOf, organizationKey, type ModelFamily } from './model-families.ts';

export interface WeighedVote<T extends Vote = Vote> {
  vote: T;
  /** Null: the family is not known, and so the vote does not count as independent of any other. */
  family: ModelFamily | null;
}

type SignedVote = WeighedVote<Vote & { signer?: string | null }>;

/** The newest vote of each agent on this very content; older ones were taken back by it, and votes on other content are dead. */
export function liveVotes<T extends Vote>(
  votes: readonly T[],
  contentHash: string,
  own: Parameters<typeof familyOf>[1],
): WeighedVote<T>[] {
  const newest = new Map<string, T>();
  for (const vote of votes) {
    if (vote.contentHash !== contentHash) continue;
    const key = JSON.stringify([
      vote.agent.normalize('NFKC').trim().toLowerCase(),
      vote.model.normalize('NFKC').trim().toLowerCase(),
    ]);
    const known = newest.get(key);
    if (known === undefined || vote.at >= known.at) newest.set(key, vote);
  }
  return [...newest.values()].map((vote) => ({ vote, family: familyOf(vote.model, own) }));
}

/** Larger sets are not searched: nobody needs more. */
const MOST_VOTES = 24;

/** A largest set of votes of which no two share a family, a maker, a declared organisation, or a key. */
export function independentVotes(votes: readonly SignedVote[], wanted: number): SignedVote[] {
  const candidates = votes.filter(({ family }) => family !== null).slice(0, MOST_VOTES);
  let best: SignedVote[] = [];
  const extend = (chosen: SignedVote[], from: number): void => {
    if (chosen.length > best.length) best = chosen;
    for (let at = from; at < candidates.length && best.length < wanted; at += 1) {
      const candidate = candidates[at];
      if (candidate !== undefined && chosen.every((other) => areIndependent(other, candidate)))
        extend([...chosen, candidate], at + 1);
    }
  };
  extend([], 0);
  return best;
}

function areIndependent(a: SignedVote, b: SignedVote): boolean {
  if (a.family === null || b.family === null) return false;
  if (a.vote.signer !== undefined && a.vote.signer !== null && a.vote.signer === b.vote.signer) return false;
  const declared = organizationKey(a.vote.organization) !== organizationKey(b.vote.organization);
  const agents = a.vote.agent.trim().toLowerCase() !== b.vote.agent.trim().toLowerCase();
  return declared && agents && a.family.family !== b.family.family && a.family.organization !== b.family.organization;
}
