import type { Ritual } from '../../../../shared/model/rituals.ts';

/** How a task ended. `output` is kept with the run. */
export interface TaskOutcome {
  ok: boolean;
  detail: string;
  output: string;
}

/** Does one built-in task; stops soon after the signal. */
export type Task = (signal: AbortSignal) => Promise<TaskOutcome>;

/** Gives a task of an agent to the hub. Says what was handed over. @throws when the hub cannot take it */
export type HandOver = (ritual: Ritual) => Promise<string>;

/** Why rituals wait now, or null: the machine runs on battery, the network is metered. */
export type Conditions = () => Promise<'on-battery' | 'metered' | null>;
