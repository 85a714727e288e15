import type { Guardian } from '../../guardian-api.ts';
import type { Handlers } from '../bind.ts';

/** Health: what was found last, its course over time, and a new look that mends. */
export const healthHandlers = (guardian: () => Guardian): Pick<Handlers, `health:${'view' | 'course' | 'heal'}`> => ({
  'health:view': () => {
    const { healing } = guardian();
    const blocked = healing.calls.blocked().map((call) => ({ ...call, cycle: [...call.cycle] }));
    return { report: healing.report(), blocked };
  },
  'health:course': ({ range, process }) => guardian().healing.course(range, process),
  'health:heal': () => guardian().healing.heal(),
});
