import { z } from 'zod';
import { alertsViewSchema, channelTestSchema } from '../../model/alerts.ts';
import { limit, name, nothing } from './values.ts';

/** Whom to tell, and what was told. */
export const alertsChannels = {
  /** Causes newest first, channels, deliveries newest first. */
  'alerts:list': { input: z.object({ limit }), output: alertsViewSchema },
  /** Stops reminders of a cause until it comes again. */
  'alerts:ack': { input: z.object({ cause: name }), output: nothing },
  /** A test message on one channel, or on all. */
  'alerts:test': { input: z.object({ channel: name.nullable() }), output: z.array(channelTestSchema) },
} as const;
