import type { Clock } from '../../../kernel/clock.ts';
import { describeCycle } from '../../../kernel/code/index.ts';
import type { CallChains } from '../calls/call-chains.ts';
import { createCheck, failed, passed, type Check } from './check.ts';

/** A blocked call is told of for this long. Milliseconds. */
const RECENT_MS = 60 * 60_000;

/** Calls among agents that came back to where they had been, and were blocked. */
export const calls = (chains: CallChains, clock: Pick<Clock, 'now'>): Check =>
  createCheck({
    id: 'agents.calls',
    category: 'agents',
    severity: 'WARNING',
    failAfter: 1,
    applicable: () => chains.open() > 0 || chains.blocked().length > 0,
    check() {
      const recent = chains.blocked().filter(({ at }) => clock.now() - at < RECENT_MS);
      const [newest] = recent;
      if (newest === undefined) return passed(`${chains.open()} chains of calls, none in a circle.`);
      return failed(`${recent.length} calls blocked within an hour; the newest: ${describeCycle(newest.cycle.slice(0, -1))}.`);
    },
  });
