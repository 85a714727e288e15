import type { Act, ActResult } from '../../../../kernel/ports/audit.ts';
import type { EntryResult, NewEntry } from '../types.ts';

const RESULTS: Record<ActResult['result'], EntryResult> = {
  done: 'Canonical',
  'taken-back': 'Canonical-Conditional',
  failed: 'Non-Canonical',
  refused: 'Non-Canonical',
};

/** Acts whose success has words of its own in the format. */
const OWN_WORDS: Readonly<Record<string, Pick<NewEntry, 'type' | 'result'>>> = {
  'dissolution.run': { type: 'dissolution-execution', result: 'Dissolved' },
};

const MOST_PATHS = 20;

/** How an act of Nightguard stands in AUDIT_LOG.md: one entry, when it has ended, in the words of the format. */
export function entryOfAct(act: Act, { result, reasons }: ActResult, number: number): NewEntry {
  const { type, target, actor, paths, notes } = act;
  const shown = paths.slice(0, MOST_PATHS);
  const more = paths.length - shown.length;
  const written = paths.length === 0 ? [] : [`paths: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`];
  const words = result === 'done' ? OWN_WORDS[type] : undefined;
  return {
    type: 'auto-enforcement',
    target,
    result: RESULTS[result],
    ...words,
    reasons: [`act: ${type}`, `by: ${actor}`, `outcome: ${result}`, ...reasons, ...written],
    ...(notes === undefined ? {} : { notes }),
    act: number,
  };
}
