import type { Guardian } from '../../guardian-api.ts';
import type { Handlers } from '../bind.ts';

/** `choose` lets a person choose a file; null when nobody did. */
export const logsHandlers = (
  guardian: () => Guardian,
  choose: (name: string) => Promise<string | null>,
): Pick<Handlers, `logs:${'sources' | 'view' | 'page' | 'place' | 'export'}`> => ({
  'logs:sources': () => guardian().logs.sources(),
  'logs:view': ({ log, query }) => guardian().logs.view(log, query),
  'logs:page': ({ log, query, from, count }) => guardian().logs.page(log, query, from, count),
  'logs:place': ({ log, query, at }) => guardian().logs.placeOf(log, query, at),
  'logs:export': async ({ log, query }) => {
    const path = await choose(`nightguard-${log}.log`);
    return path === null ? null : { lines: await guardian().logs.exportTo(log, query, path) };
  },
});
