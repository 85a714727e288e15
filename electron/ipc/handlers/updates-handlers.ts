import type { Guardian } from '../../guardian-api.ts';
import type { Handlers } from '../bind.ts';

/** Updates and the decisions about what is held. */
export const updatesHandlers = (
  guardian: () => Guardian,
): Pick<Handlers, `updates:${'run' | 'plan' | 'releaseBrake' | 'decide'}`> => ({
  'updates:run': () => guardian().runUpdate({ trigger: 'panel' }),
  'updates:plan': () => guardian().runUpdate({ trigger: 'panel', dryRun: true }),
  'updates:releaseBrake': ({ token }) => guardian().runUpdate({ trigger: 'panel', releaseBrake: token }),
  'updates:decide': ({ path, sourceHash, localHash, decision }) =>
    guardian().decide(path, { sourceHash, localHash }, decision, 'panel'),
});
