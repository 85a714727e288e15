/** The procedures of a consensus. */
export const KINDS = ['ordinary', 'emergency_security_patch', 'formal_correction', 'agents_unavailable'] as const;
type Kind = (typeof KINDS)[number];

/** Options of `governance propose`. */
export interface ProposeOptions extends Who {
  kind: Kind;
  content: string;
  description: string;
  rationale: string;
  evidence?: string;
}

interface Who {
  agent: string;
  model: string;
  organization: string;
}

/** Options of `governance kind`. */
export interface KindOptions extends Partial<Who> {
  kind: Kind;
  rationale: string;
  description?: string;
  evidence?: string;
}

/** Options of `governance review`. */
export interface GovernanceReviewOptions extends Partial<Who> {
  verdict?: 'approve' | 'reject' | 'revise';
  rationale?: string;
  file?: string;
}

/** Options of `governance sign-review`. */
export interface SignOptions extends Partial<Omit<Who, 'agent'>> {
  agent: string;
  verdict: 'approve' | 'reject' | 'revise';
  rationale: string;
  key?: string;
  keyVariable: string;
  out?: string;
}
