import type { ConsensusState } from '../../../../shared/model/governance.ts';
import type { CastVote, ConsensusCase } from './case.ts';
import { versionChangeOf } from './documents.ts';
import { independentVotes, liveVotes } from './independence.ts';
import { agentKey, isVouchedFor, type Reviewer } from './reviewers.ts';
import { versionChange } from './versions.ts';
import { weigh, type Place } from './weigh.ts';

/** How many must agree, and whose word counts. */
export interface ConsensusRules {
  minimumAgents: number;
  families: readonly { model: string; family: string; organization: string }[];
  /** Where there are any, only votes that were proved with their keys count. */
  reviewers?: readonly Reviewer[];
}

/** Where a change stands. Pure: the same case is always in the same state. `currentHash` is the proposal as it is now, null when gone. */
export function stateOf(
  change: ConsensusCase,
  { minimumAgents, families, reviewers = [] }: ConsensusRules,
  currentHash: string | null = change.contentHash,
): ConsensusState {
  const wanted = Math.max(2, minimumAgents);
  const proved = change.votes.filter((vote) => isVouchedFor(reviewers, vote));
  const live = liveVotes(proved, change.contentHash, families);
  const approving = independentVotes(
    live.filter(({ vote }) => vote.verdict === 'approve' && !isAuthor(change, vote)),
    wanted,
  );
  const against = live.filter(({ vote }) => vote.verdict !== 'approve');
  const counted = new Set([...approving, ...independentVotes(against, wanted)].map(({ vote }) => vote));
  const persons = change.persons.filter((one) => one.contentHash === change.contentHash);
  const agreed = approving.length >= wanted && against.length === 0;
  const weighed =
    currentHash === change.contentHash && change.decided !== 'stale'
      ? weigh(change, {
          wanted,
          spoken: independentVotes(live, wanted).length,
          approving: approving.length,
          against,
          live: live.length,
          agreed,
          persons,
        })
      : STALE;
  const ended = change.decided ?? weighed.state;
  const place = ended === weighed.state ? weighed : { state: ended, reasons: [] };
  return {
    id: change.id,
    target: change.target,
    kind: change.kind,
    description: change.description,
    contentHash: change.contentHash,
    versionChange: versionChangeIn(change),
    ...place,
    votes: live.map(({ vote, family }) => {
      const { signer: _signer, ...said } = vote;
      return { ...said, counts: counted.has(vote), family: family?.family ?? null };
    }),
    persons: persons.filter(({ verdict }) => verdict === 'approve').map(({ person }) => person),
    consensusOwed: place.state === 'accepted' && change.kind === 'emergency_security_patch' && !agreed,
    openedAt: change.openedAt,
  };
}

const STALE: Place = {
  state: 'stale',
  reasons: ['The proposal has changed since it was reviewed: all votes on it are void.'],
};

const versionChangeIn = ({ set = false, documents = [], versionBefore, versionAfter }: ConsensusCase): string =>
  set ? versionChangeOf(documents) : versionChange(versionBefore, versionAfter);

const isAuthor = ({ author }: ConsensusCase, { agent }: CastVote): boolean =>
  author !== undefined && agentKey(author) === agentKey(agent);
