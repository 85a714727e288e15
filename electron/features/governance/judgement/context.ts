import type { DocumentJudgement, Finding, StricterRule, Verdict } from '../../../../shared/model/governance.ts';
import type { JudgementRules } from '../../../../shared/model/settings.ts';
import type { FrontMatter } from '../constitution/index.ts';

/** What a judgement depends on besides the text. */
export interface JudgementContext {
  /** Epoch milliseconds. */
  now: number;
  rules: JudgementRules;
  /** Whether the document is the immune system's own, which is vouched for by the Canon. By place, never by what it says of itself. */
  bootstrap?: boolean;
  /** Whether the document is an official DNA rather than a proposal. */
  official?: boolean;
  /** Whether a reference leads to something; null when that cannot be known. Without it references are not followed. */
  exists?: (reference: string) => boolean | null;
}

/** A finding before it is known which judgement it leads to. */
export interface Observation {
  rule: 'constitution' | StricterRule;
  severity: Finding['severity'];
  key: string;
  message: string;
}

const BADNESS: Readonly<Record<Verdict, number>> = { Canonical: 0, 'Canonical-Conditional': 1, 'Non-Canonical': 2 };

/** The worse of two verdicts. */
export const worse = (a: Verdict, b: Verdict): Verdict => (BADNESS[a] >= BADNESS[b] ? a : b);

/** The verdict and its reasons: the original's verdict, made worse by the stricter rules that are switched on. */
export function conclude(
  original: Verdict,
  observations: readonly Observation[],
  frontMatter: FrontMatter,
  { rules, bootstrap = false }: JudgementContext,
): DocumentJudgement {
  const inForce = observations.filter(({ rule }) => rule === 'constitution' || rules[rule] !== 'off');
  const verdict = inForce.reduce<Verdict>((worst, { rule }) => {
    if (rule === 'constitution') return worst;
    return worse(worst, rules[rule] === 'refuse' ? 'Non-Canonical' : 'Canonical-Conditional');
  }, original);
  const findings = inForce.map((one): Finding => ({ ...one, line: one.key === '' ? null : frontMatter.lineOf(one.key) }));
  return { verdict: bootstrap && verdict === 'Non-Canonical' ? 'Canonical-Conditional' : verdict, findings, bootstrap };
}

/** The judgement of a document that cannot be judged. The immune system is not disabled by it: it is conditional, and says why. */
export const refused = (message: string, line: number | null, bootstrap = false): DocumentJudgement => ({
  verdict: bootstrap ? 'Canonical-Conditional' : 'Non-Canonical',
  findings: [{ rule: 'constitution', severity: 'error', key: '', line, message }],
  bootstrap,
});

/** A finding of the original's validator. */
export const constitutional = (severity: Finding['severity'], key: string, message: string): Observation => ({
  rule: 'constitution',
  severity,
  key,
  message,
});
