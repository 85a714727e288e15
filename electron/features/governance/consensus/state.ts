import type { ConsensusKind, ConsensusState, Vote } from '../../../../shared/model/governance.ts';
import { documentLack, versionChangeOf, type DocumentChange } from './documents.ts';
import { independentVotes, liveVotes } from './independence.ts';
import { isVouchedFor, type Reviewer } from './reviewers.ts';
import { compareVersions, versionChange } from './versions.ts';

/** A vote, with the key that it was proved with; null or absent is a word that anybody may have typed. */
export type CastVote = Vote & { signer?: string | null };

/** A proposed change of the constitution, and what was said about it. */
export interface ConsensusCase {
  id: number;
  target: string;
  kind: ConsensusKind;
  /** What is removed has no next version. */
  removal?: boolean;
  /** Several files as one: each of its documents has a version of its own. */
  set?: boolean;
  documents?: readonly DocumentChange[];
  description: string;
  /** SHA-256 of the proposed content. */
  contentHash: string;
  versionBefore: string | null;
  versionAfter: string | null;
  /** Nightguard's own proof that the change is formal; never somebody's claim. */
  provenFormal: boolean;
  /** What shows the vulnerability of an emergency; '' when nothing does. */
  evidence: string;
  /** How it ended. What was decided stays decided, whatever settings and keys say later. */
  decided?: 'accepted' | 'rejected' | 'stale' | null;
  openedAt: number;
  votes: readonly CastVote[];
  persons: readonly PersonVote[];
}

export interface PersonVote {
  person: string;
  verdict: 'approve' | 'reject';
  contentHash: string;
  at: number;
}

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
    live.filter(({ vote }) => vote.verdict === 'approve'),
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

type Place = Pick<ConsensusState, 'state' | 'reasons'>;
const STALE: Place = {
  state: 'stale',
  reasons: ['The proposal has changed since it was reviewed: all votes on it are void.'],
};

interface Facts {
  wanted: number;
  /** Independent agents that have spoken at all. */
  spoken: number;
  approving: number;
  against: readonly unknown[];
  live: number;
  agreed: boolean;
  persons: readonly PersonVote[];
}

function weigh(change: ConsensusCase, facts: Facts): Place {
  const refusing = facts.persons.find(({ verdict }) => verdict === 'reject');
  if (refusing !== undefined) return { state: 'rejected', reasons: [`${refusing.person} rejected it.`] };
  const lacking = lacksOf(change, facts);
  if (lacking.state !== null) return { state: lacking.state, reasons: lacking.reasons };
  if (lacking.reasons.length > 0) return { state: 'reviewing', reasons: lacking.reasons };
  const people = new Set(facts.persons.map(({ person }) => person.normalize('NFKC').trim().toLowerCase())).size;
  const needed = change.kind === 'agents_unavailable' ? 2 : 1;
  const escalated = isDivided(change, facts);
  if (people >= needed) return { state: 'accepted', reasons: escalated ? ['The agents differed; a person decided.'] : [] };
  const missing = needed - people;
  return {
    state: escalated ? 'escalated' : 'awaiting-person',
    reasons: [
      escalated
        ? 'The agents differ: a person decides, or it is discussed again.'
        : `${missing} ${missing === 1 ? 'person' : 'persons'} must approve.`,
    ],
  };
}

/** What is missing before a person's word counts. */
function lacksOf(change: ConsensusCase, facts: Facts): { state: 'rejected' | null; reasons: string[] } {
  const version = change.kind === 'formal_correction' ? [] : versionLack(change);
  switch (change.kind) {
    case 'formal_correction':
      return {
        state: null,
        reasons: change.provenFormal ? [] : ['The change is not proved to be formal: it needs a consensus.'],
      };
    case 'agents_unavailable': {
      const spoke = facts.against.length > 0 ? ['An agent has reviewed it and did not approve: agents are not unavailable.'] : [];
      return { state: null, reasons: [...spoke, ...version] };
    }
    case 'emergency_security_patch': {
      const evidence = change.evidence.trim() === '' ? ['Nothing shows the vulnerability.'] : [];
      const review = facts.approving >= 1 ? [] : ['One agent must review it.'];
      return allAgainst(facts, 1) ? REJECTED : { state: null, reasons: [...evidence, ...review, ...version] };
    }
    case 'ordinary': {
      if (allAgainst(facts, facts.wanted)) return REJECTED;
      const reviewed = facts.agreed || isDivided(change, facts);
      const missing = facts.wanted - facts.approving;
      return {
        state: null,
        reasons: [
          ...(reviewed ? [] : [`${missing} more independent ${missing === 1 ? 'review is' : 'reviews are'} needed.`]),
          ...version,
        ],
      };
    }
  }
}

const REJECTED = { state: 'rejected' as const, reasons: ['The reviewing agents rejected it.'] };

/** Every review is against it, and there are enough of them. */
const allAgainst = ({ spoken, against, live }: Facts, enough: number): boolean => spoken >= enough && against.length === live;

/** Enough independent agents have spoken, and they do not agree. Two voices of one family are no debate. */
const isDivided = ({ kind }: ConsensusCase, { wanted, spoken, approving, against }: Facts): boolean => {
  if (kind === 'agents_unavailable' || kind === 'formal_correction') return false;
  return against.length > 0 && approving > 0 && spoken >= (kind === 'emergency_security_patch' ? 1 : wanted);
};

const versionChangeIn = ({ set = false, documents = [], versionBefore, versionAfter }: ConsensusCase): string =>
  set ? versionChangeOf(documents) : versionChange(versionBefore, versionAfter);

function versionLack({ versionBefore, versionAfter, removal = false, set = false, documents = [] }: ConsensusCase): string[] {
  if (set) return documents.map(documentLack).filter((lack) => lack !== null);
  if (removal) return [];
  if (versionAfter === null) return ['The proposal names no version.'];
  if (versionBefore === null) return [];
  const step = compareVersions(versionBefore, versionAfter);
  if (step === null) return [`${versionBefore} or ${versionAfter} is not a version.`];
  return step > 0 ? [] : [`The version must go up: ${versionBefore} → ${versionAfter}.`];
}
