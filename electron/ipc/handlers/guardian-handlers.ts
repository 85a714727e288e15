import type { Guardian } from '../../guardian-api.ts';
import type { Handlers } from '../bind.ts';

/** State and pausing. `guardian` gives the one that is shown now. */
export const guardianHandlers = (guardian: () => Guardian): Pick<Handlers, `guardian:${'snapshot' | 'pause' | 'resume'}`> => ({
  'guardian:snapshot': () => guardian().snapshot(),
  'guardian:pause': ({ minutes }) => {
    guardian().pause(minutes);
    return null;
  },
  'guardian:resume': () => {
    guardian().resume();
    return null;
  },
});
