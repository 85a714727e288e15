import type { ConsensusState } from '../../../../shared/model/governance.ts';
import type { ConsensusCase, PersonVote } from './case.ts';
import { documentLack } from './documents.ts';
import { compareVersions } from './versions.ts';

/** Where a change is, and why. */
export type Place = Pick<ConsensusState, 'state' | 'reasons'>;
/** What was said about a change, counted. */
export interface Facts {
  wanted: number;
  /** Independent agents that have spoken at all. */
  spoken: number;
  approving: number;
  against: readonly unknown[];
  live: number;
  agreed: boolean;
  persons: readonly PersonVote[];
}

/** Whose turn it is. Pure. */
export function weigh(change: ConsensusCase, facts: Facts): Place {
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
      const evidence = SAYS_SOMETHING.test(change.evidence) ? [] : ['Nothing shows the vulnerability.'];
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

/** Marks and invisible letters are no evidence. */
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;
const REJECTED = { state: 'rejected' as const, reasons: ['The reviewing agents rejected it.'] };

/** Every review is against it, and there are enough of them. */
const allAgainst = ({ spoken, against, live }: Facts, enough: number): boolean => spoken >= enough && against.length === live;

/** Enough independent agents have spoken, and they do not agree. Two voices of one family are no debate. */
const isDivided = ({ kind }: ConsensusCase, { wanted, spoken, approving, against }: Facts): boolean => {
  if (kind === 'agents_unavailable' || kind === 'formal_correction') return false;
  return against.length > 0 && approving > 0 && spoken >= (kind === 'emergency_security_patch' ? 1 : wanted);
};

function versionLack({ versionBefore, versionAfter, removal = false, set = false, documents = [] }: ConsensusCase): string[] {
  if (set) return documents.map(documentLack).filter((lack) => lack !== null);
  if (removal) return [];
  if (versionAfter === null) return ['The proposal names no version.'];
  if (versionBefore === null) return [];
  const step = compareVersions(versionBefore, versionAfter);
  if (step === null) return [`${versionBefore} or ${versionAfter} is not a version.`];
  return step > 0 ? [] : [`The version must go up: ${versionBefore} → ${versionAfter}.`];
}
