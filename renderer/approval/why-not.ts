import type { ApprovalRequest, ConsensusState } from '../../shared/model/governance.ts';

/** Why Approve is not to be pressed yet; null when a person may. */
export type WhyNot = 'expired' | 'consensus' | 'spoken' | 'unfocused' | 'scroll' | null;

export interface Reading {
  expired: boolean;
  /** The window is in front. */
  attended: boolean;
  /** The person's name. */
  decider: string;
  /** The end of what is shown has been in sight. */
  readToEnd: boolean;
}

const PERSONS_TURN: ReadonlySet<ConsensusState['state']> = new Set(['awaiting-person', 'escalated', 'accepted']);

/** A change to the constitution is the person's turn after the reviews; everything else at once. */
export const isPersonsTurn = ({ procedure }: Pick<ApprovalRequest, 'procedure'>, consensus: ConsensusState | null): boolean =>
  procedure === 'person' || (consensus !== null && PERSONS_TURN.has(consensus.state));

/** Where two people are needed, one of them is not both. */
const hasSpoken = (consensus: ConsensusState | null, decider: string): boolean =>
  consensus?.persons.some((person) => person.toLowerCase() === decider.toLowerCase()) ?? false;

/** The first thing that stands in the way; what the person cannot change comes first. */
export function whyNot(
  request: Pick<ApprovalRequest, 'procedure'>,
  consensus: ConsensusState | null,
  { expired, attended, decider, readToEnd }: Reading,
): WhyNot {
  if (expired) return 'expired';
  if (!isPersonsTurn(request, consensus)) return 'consensus';
  if (hasSpoken(consensus, decider)) return 'spoken';
  if (!readToEnd) return 'scroll';
  return attended ? null : 'unfocused';
}

/** Where the risk is high the hash is typed, so that nobody approves out of habit. */
export const mustType = ({ risk, procedure }: Pick<ApprovalRequest, 'risk' | 'procedure'>): boolean =>
  risk === 'high' || procedure === 'meta';

/** Characters that are asked for, and the least that main accepts. */
export const TYPED = 8;
const LEAST = 6;

/** Whether what was typed is how the hash begins. */
export function isConfirmed(contentHash: string, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  return wanted.length >= LEAST && contentHash.startsWith(wanted);
}
