import type { Guardian } from '../../guardian-api.ts';
import type { Handlers } from '../bind.ts';

type Channels = `releases:${'list' | 'get'}` | `rollback:${'preview' | 'apply'}`;

/** The ledger of releases and the way back. */
export const releaseHandlers = (guardian: () => Guardian): Pick<Handlers, Channels> => ({
  'releases:list': ({ before, limit }) => guardian().releases(before, limit),
  'releases:get': ({ release }) => guardian().release(release),
  'rollback:preview': ({ target }) => guardian().previewRollback(target),
  'rollback:apply': ({ target, token, changedSince }) => guardian().rollback(target, { token, changedSince, trigger: 'panel' }),
});
