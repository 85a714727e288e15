import { create } from 'zustand';
import type { Sentence } from '../../../shared/model/sentence.ts';
import type { CycleResult, RollbackResult } from '../../../shared/model/updates.ts';
import { onOtherWorkspace, type ApiError } from '../../api/index.ts';

/** What an act came to, in one sentence, with the release that undoes it where there is one. */
export interface Outcome extends Sentence {
  /** Release whose rollback undoes the act. */
  undo: string | null;
  tone: 'good' | 'neutral' | 'asks' | 'harm';
  /** What the guardian gave as the reason, verbatim. */
  reason: string | null;
}

/** The last outcome or failure; stays until it is dismissed or replaced, so that it can be read at leisure. */
export const useOutcome = create<{ outcome: Outcome | null; failure: ApiError | null }>(() => ({ outcome: null, failure: null }));

/** Shows an outcome. */
export const showOutcome = (outcome: Outcome): void => useOutcome.setState({ outcome, failure: null });

/** Shows why an act failed. */
export const showFailure = (failure: ApiError): void => useOutcome.setState({ outcome: null, failure });

/** Takes the bar away. */
export const dismissOutcome = (): void => useOutcome.setState({ outcome: null, failure: null });

// Its undo would reach the wrong one.
onOtherWorkspace(dismissOutcome);

const told = (
  tone: Outcome['tone'],
  key: string,
  { reason }: { reason: string | null },
  values: Sentence['values'] = {},
  undo: string | null = null,
): Outcome => ({ key, values, undo, tone, reason });

const CYCLES: Readonly<Record<CycleResult['status'], (result: CycleResult) => Outcome>> = {
  NO_UPDATES: (result) =>
    told('neutral', result.reason === null ? 'panel.outcome.nothingNew' : 'sentence.could-not-check', result),
  COMPLETED: (result) => told('good', 'panel.outcome.updated', result, valuesOf(result), result.release),
  HELD: (result) => told('asks', 'panel.outcome.held', result, { count: Math.max(result.held_count, 1) }),
  ROLLED_BACK: (result) => told('asks', 'panel.outcome.rolledBack', result, valuesOf(result)),
  // Where nothing was even planned, Core could not be looked at.
  FAILED: (result) =>
    result.release === null && result.updates_count === 0
      ? told('neutral', 'sentence.could-not-check', result)
      : told('harm', 'panel.outcome.failed', result),
  PLANNED: (result) => told('neutral', 'panel.outcome.planned', result, { count: result.updates_count }),
};

const valuesOf = ({ success_count, release }: CycleResult): Sentence['values'] => ({
  count: success_count,
  release: release ?? '',
});

/** The sentence for a cycle. One that could not look is never told as "nothing new". */
export const outcomeOfCycle = (result: CycleResult): Outcome => CYCLES[result.status](result);

const ROLLBACKS: Readonly<Record<RollbackResult['status'], (result: RollbackResult, changed: number) => Outcome>> = {
  COMPLETED: (result, changed) =>
    told('good', 'panel.outcome.rollbackDone', result, { count: changed, of: result.of }, result.release),
  NOTHING_TO_DO: (result) => told('neutral', 'panel.outcome.rollbackNothing', result),
  HELD: (result) => told('asks', 'panel.outcome.rollbackHeld', result),
  FAILED: (result) => told('harm', 'panel.outcome.rollbackFailed', result),
  PLANNED: (result, changed) => told('neutral', 'panel.outcome.planned', result, { count: changed }),
};

/** The sentence for a rollback, with its own undo: a rollback is a release too. `changed` counts the files of the confirmed preview. */
export const outcomeOfRollback = (result: RollbackResult, changed: number): Outcome => ROLLBACKS[result.status](result, changed);
