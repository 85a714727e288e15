import { create } from 'zustand';
import type { Sentence } from '../../../shared/model/sentence.ts';
import type { CycleResult, RollbackResult } from '../../../shared/model/updates.ts';
import type { ApiError } from '../../api/index.ts';

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

const couldNotCheck = (reason: string | null): Outcome => ({
  key: 'sentence.could-not-check',
  values: {},
  undo: null,
  tone: 'neutral',
  reason,
});

/** The sentence for a cycle. A cycle that could not look has a reason and found nothing: never told as "nothing new". */
export function outcomeOfCycle(result: CycleResult): Outcome {
  const { reason, release } = result;
  const values = { count: result.success_count, release: release ?? '' };
  switch (result.status) {
    case 'NO_UPDATES':
      return reason === null
        ? { key: 'panel.outcome.nothingNew', values: {}, undo: null, tone: 'neutral', reason }
        : couldNotCheck(reason);
    case 'COMPLETED':
      return { key: 'panel.outcome.updated', values, undo: release, tone: 'good', reason };
    case 'HELD':
      return { key: 'panel.outcome.held', values: { count: Math.max(result.held_count, 1) }, undo: null, tone: 'asks', reason };
    case 'ROLLED_BACK':
      return { key: 'panel.outcome.rolledBack', values, undo: null, tone: 'asks', reason };
    case 'FAILED':
      // Nothing was even planned: Core could not be looked at.
      return release === null && result.updates_count === 0
        ? couldNotCheck(reason)
        : { key: 'panel.outcome.failed', values: {}, undo: null, tone: 'harm', reason };
    case 'PLANNED':
      return { key: 'panel.outcome.planned', values: { count: result.updates_count }, undo: null, tone: 'neutral', reason };
  }
}

/** The sentence for a rollback, with its own undo: a rollback is a release too. */
export function outcomeOfRollback(result: RollbackResult): Outcome {
  const { reason, release } = result;
  switch (result.status) {
    case 'COMPLETED': {
      const done = result.files.filter(
        (file) => file.action === 'put-back' || file.action === 'remove' || file.action === 'decide',
      );
      return {
        key: 'panel.outcome.rollbackDone',
        values: { count: done.length, of: result.of },
        undo: release,
        tone: 'good',
        reason,
      };
    }
    case 'NOTHING_TO_DO':
      return { key: 'panel.outcome.rollbackNothing', values: {}, undo: null, tone: 'neutral', reason };
    case 'HELD':
      return { key: 'panel.outcome.rollbackHeld', values: {}, undo: null, tone: 'asks', reason };
    case 'FAILED':
      return { key: 'panel.outcome.rollbackFailed', values: {}, undo: null, tone: 'harm', reason };
    case 'PLANNED':
      return { key: 'panel.outcome.planned', values: { count: result.files.length }, undo: null, tone: 'neutral', reason };
  }
}
