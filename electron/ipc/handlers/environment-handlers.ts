import type { Guardian } from '../../guardian-api.ts';
import type { Handlers } from '../bind.ts';

/** The environment: what was found last, and a new look. */
export const environmentHandlers = (guardian: () => Guardian): Pick<Handlers, `environment:${'status' | 'check'}`> => ({
  'environment:status': () => guardian().environment.status(),
  'environment:check': ({ install }) => guardian().environment.check({ install, actor: 'panel' }),
});
