import type { Guardian } from '../../guardian-api.ts';
import type { Handlers } from '../bind.ts';

type Channels = 'diff:get' | `archive:${'list' | 'verify' | 'prunePreview' | 'prune'}`;

/** Old bytes: what differs, what is kept, whether it is intact, what may go. */
export const archiveHandlers = (guardian: () => Guardian): Pick<Handlers, Channels> => ({
  'diff:get': (request) => guardian().diff(request),
  'archive:list': ({ query, offset, limit }) => guardian().archive(query, offset, limit),
  'archive:verify': () => guardian().verifyArchive(),
  'archive:prunePreview': () => guardian().previewPrune(),
  'archive:prune': ({ token }) => guardian().prune(token, 'panel'),
});
