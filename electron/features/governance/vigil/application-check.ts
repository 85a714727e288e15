import type { SelfCheck } from '../../../../shared/model/governance.ts';
import { checkBundle } from '../judgement/index.ts';
import type { Round } from './rounds.ts';

/** The built application held against what its build wrote: some time after the start, then each day. */
export interface ApplicationCheck {
  last(): SelfCheck[];
  /** None where the application runs from its sources. */
  rounds: Round[];
}

const SOON_MS = 30_000;
const DAY_MS = 86_400_000;

/** `bundle`: folder of the built application, absolute; null when there is none. */
export function createApplicationCheck(
  bundle: string | null,
  enqueue: (work: () => Promise<unknown>) => Promise<void>,
): ApplicationCheck {
  let found: SelfCheck[] = [];
  const look = async (folder: string): Promise<void> => {
    found = await checkBundle(folder);
  };
  const round = (folder: string): Round => ({
    // Not while everything else begins.
    every: () => (found.length === 0 ? SOON_MS : DAY_MS),
    work: () => enqueue(() => look(folder)),
    later: true,
  });
  return { last: () => found, rounds: bundle === null ? [] : [round(bundle)] };
}
