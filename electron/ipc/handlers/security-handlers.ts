import type { Guardian } from '../../guardian-api.ts';
import type { Handlers } from '../bind.ts';

type Channels = `security:${'status' | 'run' | 'preview' | 'rollback'}`;

/** What is vulnerable, what would be done about it, and the way back. */
export const securityHandlers = (guardian: () => Guardian): Pick<Handlers, Channels> => ({
  'security:status': () => guardian().security.view(),
  'security:run': ({ checkOnly, force }) => guardian().security.run({ trigger: 'panel', checkOnly, force }),
  'security:preview': ({ run }) => guardian().security.previewRollback(run),
  'security:rollback': ({ run, token }) => guardian().security.rollback(run, { token, trigger: 'panel' }),
});
