/** Documents in the order in which they bind; an earlier one wins. */
export const PRECEDENCE = ['AAOS Canon', 'META Doctrine', 'Immune Doctrine', 'This document'] as const;

export type DocumentRole = 'canon' | 'meta-doctrine' | 'immune-doctrine' | 'structure';
export type Voice = 'decree' | 'homing_instinct';

/** What every document says about a conflict; anything else in its place is a conflict itself. */
export const ON_CONFLICT = 'halt_and_escalate_to_audit';

const RANKS: Readonly<Record<DocumentRole, number>> = { canon: 0, 'meta-doctrine': 1, 'immune-doctrine': 2, structure: 3 };

/** Lower binds more. */
export const rankOf = (role: DocumentRole): number => RANKS[role];

/** The immune system's documents and those above it decree; all below find their way home. */
export const voiceFor = (role: DocumentRole, ofImmuneSystem: boolean): Voice =>
  role === 'structure' && !ofImmuneSystem ? 'homing_instinct' : 'decree';

/** What one document says about an act. */
export interface Provision {
  role: DocumentRole;
  source: string;
  says: 'permits' | 'forbids' | 'unclear';
}

export type Resolution =
  | { outcome: 'permitted'; by: string }
  | { outcome: 'halt_and_escalate_to_audit'; reason: string; prevailing: string | null };

/**
 * Weighs what documents say. Only agreement that permits lets an act go on: contradiction, doubt and silence halt it and go to
 * the audit, with the document that would prevail.
 */
export function resolveProvisions(provisions: readonly Provision[]): Resolution {
  const ordered = [...provisions].sort((a, b) => rankOf(a.role) - rankOf(b.role));
  const [first] = ordered;
  if (first === undefined) return halt('No document speaks of this act.', null);
  const doubt = ordered.find((provision) => provision.says === 'unclear');
  if (doubt !== undefined) return halt(`${doubt.source} is unclear.`, first.source);
  const against = ordered.find((provision) => provision.says !== first.says);
  if (against !== undefined) return halt(`${against.source} contradicts ${first.source}, which prevails.`, first.source);
  return first.says === 'permits'
    ? { outcome: 'permitted', by: first.source }
    : halt(`${first.source} forbids it.`, first.source);
}

const halt = (reason: string, prevailing: string | null): Resolution => ({ outcome: ON_CONFLICT, reason, prevailing });
