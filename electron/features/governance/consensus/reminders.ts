import type { ConsensusState } from '../../../../shared/model/governance.ts';
import type { Problem } from '../../../../shared/model/snapshot.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { ConsensusProcedure } from './procedure.ts';

/** A consensus that is still owed for an emergency. */
export interface OwedNews {
  tag: string;
  kind: 'consensus-owed';
  values: { target: string; summary: string };
}

export interface RemindersOptions {
  consensus: Pick<ConsensusProcedure, 'open' | 'dueReminders'>;
  remindHours: () => number;
  clock: Clock;
  tell: (news: OwedNews) => void;
}

const HOUR_MS = 3_600_000;

/** Calls for what is owed until it is paid. A timer only while something is owed. */
export function createReminders({ consensus, remindHours, clock, tell }: RemindersOptions): { wake(): void; dispose(): void } {
  let cancel: (() => void) | undefined;
  const look = (): void => {
    cancel?.();
    cancel = undefined;
    if (!consensus.open().some(({ consensusOwed }) => consensusOwed)) return;
    for (const one of consensus.dueReminders()) tell(newsOf(one));
    cancel = clock.after(Math.min(remindHours(), 1) * HOUR_MS, look);
  };
  return { wake: look, dispose: () => cancel?.() };
}

/** Stays in sight until the reviews are in. */
export const owedProblems = ({ open }: Pick<ConsensusProcedure, 'open'>): Problem[] =>
  open()
    .filter(({ consensusOwed }) => consensusOwed)
    .map((one) => ({ code: 'consensus-owed', detail: summaryOf(one), at: one.openedAt, severity: 'warning', release: null }));

const newsOf = (one: ConsensusState): OwedNews => ({
  tag: `consensus-${one.id}`,
  kind: 'consensus-owed',
  values: { target: one.target, summary: summaryOf(one) },
});

const summaryOf = ({ target, description, votes }: ConsensusState): string =>
  `${target}: ${description} (${votes.filter(({ counts, verdict }) => counts && verdict === 'approve').length} reviews so far)`;
