import type { Clock } from '../../../kernel/clock.ts';

/** A call that an agent reports before it makes it. */
export interface Call {
  /** Names one chain of calls; whoever calls on passes it along. */
  chain: string;
  /** What is called: `CD.review`. */
  callee: string;
}

export type Entered =
  | { allowed: true; depth: number }
  /** `cycle`: from the first call of the callee to the call that was blocked. */
  | { allowed: false; reason: 'cycle' | 'too-deep' | 'too-many'; cycle: readonly string[] };

/** Chains of calls among agents: one that comes back to where it has been is blocked, and named. */
export interface CallChains {
  enter(call: Call): Entered;
  /** False when there was no such call. */
  exit(call: Call): boolean;
  /** What was blocked lately, newest first. */
  blocked(): readonly { at: number; chain: string; cycle: readonly string[] }[];
  open(): number;
}

/** Deeper chains have lost their way, whatever they call. */
const DEEPEST = 50;
const MOST_CHAINS = 10_000;
const MOST_BLOCKED = 20;
/** Who enters and never exits has crashed. Milliseconds. */
const FORGOTTEN_MS = 60 * 60_000;

export function createCallChains(clock: Pick<Clock, 'now'>): CallChains {
  const chains = new Map<string, { calls: string[]; at: number }>();
  const blocked: { at: number; chain: string; cycle: readonly string[] }[] = [];
  const forget = (): void => {
    const before = clock.now() - FORGOTTEN_MS;
    for (const [chain, { at }] of chains) if (at < before) chains.delete(chain);
  };
  const refuse = (chain: string, reason: 'cycle' | 'too-deep' | 'too-many', cycle: readonly string[]): Entered => {
    blocked.unshift({ at: clock.now(), chain, cycle });
    blocked.length = Math.min(blocked.length, MOST_BLOCKED);
    return { allowed: false, reason, cycle };
  };
  return {
    enter({ chain, callee }) {
      forget();
      const calls = chains.get(chain)?.calls ?? [];
      const first = calls.indexOf(callee);
      if (first >= 0) return refuse(chain, 'cycle', [...calls.slice(first), callee]);
      if (calls.length >= DEEPEST) return refuse(chain, 'too-deep', [...calls, callee]);
      if (calls.length === 0 && chains.size >= MOST_CHAINS) return refuse(chain, 'too-many', [callee]);
      chains.set(chain, { calls: [...calls, callee], at: clock.now() });
      return { allowed: true, depth: calls.length + 1 };
    },
    exit({ chain, callee }) {
      const calls = chains.get(chain)?.calls ?? [];
      const last = calls.lastIndexOf(callee);
      if (last < 0) return false;
      // Calls within it that never ended have ended with it.
      const left = calls.slice(0, last);
      if (left.length === 0) chains.delete(chain);
      else chains.set(chain, { calls: left, at: clock.now() });
      return true;
    },
    blocked: () => blocked,
    open: () => chains.size,
  };
}
