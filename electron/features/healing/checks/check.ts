import type { HealthCategory, HealthSeverity, Treatment } from '../../../../shared/model/healing.ts';

/** What a check sees. `could-not-check` is no statement about the thing itself. */
export interface Finding {
  state: 'passed' | 'failed' | 'could-not-check';
  /** One sentence, in plain English, with the figures. */
  details: string;
  /** Where it differs from the check's own. */
  severity?: HealthSeverity;
}

export interface FixContext {
  /** Only says what would be done. */
  isDry: boolean;
  /** 1 for the first attempt since it was last well. */
  attempt: number;
}

export type FixResult = Omit<Treatment, 'check'>;

/** One question about the workspace's health. */
export interface Check {
  readonly id: string;
  readonly category: HealthCategory;
  readonly severity: HealthSeverity;
  /** Failed looks in a row that make an issue of it, and good ones that end it. */
  readonly failAfter: number;
  readonly passAfter: number;
  /** Looked at in each n-th cycle; what costs more is asked less often. */
  readonly every: number;
  /** Whether the question makes sense here, now. */
  applicable(): boolean;
  check(): Promise<Finding> | Finding;
  /** Tries to mend it; null when there is nothing that could be done. */
  fix?(context: FixContext): Promise<FixResult | null>;
}

export const passed = (details: string): Finding => ({ state: 'passed', details });
export const failed = (details: string, severity?: HealthSeverity): Finding => ({
  state: 'failed',
  details,
  ...(severity === undefined ? {} : { severity }),
});
export const unknown = (details: string): Finding => ({ state: 'could-not-check', details });

/** Fills in what most checks have in common: an issue after two failed looks, over after two good ones, looked at each time. */
export const createCheck = (
  check: Pick<Check, 'id' | 'category' | 'severity' | 'check'> & Partial<Omit<Check, 'id' | 'category' | 'severity' | 'check'>>,
): Check => ({ failAfter: 2, passAfter: 2, every: 1, applicable: () => true, ...check });
