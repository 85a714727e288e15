import type { Guardian } from '../../guardian-api.ts';
import type { Handlers } from '../bind.ts';

/** Whom to tell, and what was told. `person` is whom the operating system vouches for. */
export const alertsHandlers = (
  guardian: () => Guardian,
  person: () => string,
): Pick<Handlers, `alerts:${'list' | 'ack' | 'test'}`> => ({
  'alerts:list': ({ limit }) => guardian().alerts.view(limit),
  'alerts:ack': ({ cause }) => {
    guardian().alerts.acknowledge(cause, person());
    return null;
  },
  'alerts:test': ({ channel }) => guardian().alerts.test(channel),
});
