import type { StructureTree, Verdict } from '../../../../shared/model/governance.ts';

const CODES: Readonly<Record<Verdict, 0 | 1 | 2>> = { Canonical: 0, 'Canonical-Conditional': 2, 'Non-Canonical': 1 };

/** The original's exit codes: 0 Canonical, 2 Canonical-Conditional, 1 Non-Canonical. */
export const exitCodeOf = (verdict: Verdict): 0 | 1 | 2 => CODES[verdict];

/** Whether a judgement stops what was judged; strict mode stops the conditional too. */
export const blocks = (verdict: Verdict, strict: boolean): boolean =>
  verdict === 'Non-Canonical' || (strict && verdict !== 'Canonical');

/** The exit code of a scan: that of its worst structure. What could not be read is never fine. */
export function exitCodeOfScan({ counts, unreadable }: StructureTree): 0 | 1 | 2 {
  if (counts['Non-Canonical'] > 0) return 1;
  return counts['Canonical-Conditional'] > 0 || unreadable.length > 0 ? 2 : 0;
}
