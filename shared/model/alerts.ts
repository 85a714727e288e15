import { z } from 'zod';

/** What panel, terminal and channels show of alerts. */

const time = z.number().int().nonnegative();

export const alertSeveritySchema = z.enum(['INFO', 'WARNING', 'ERROR', 'CRITICAL']);
export type AlertSeverity = z.infer<typeof alertSeveritySchema>;

/** One cause, however many things suffer from it. */
export const alertSchema = z.object({
  cause: z.string(),
  severity: alertSeveritySchema,
  title: z.string(),
  detail: z.string(),
  /** How many things suffer from it now, and how many have since it began. */
  open: z.number().int().nonnegative(),
  seen: z.number().int().nonnegative(),
  since: time,
  lastSeenAt: time,
  toldTimes: z.number().int().nonnegative(),
  toldAt: time.nullable(),
  acknowledgedAt: time.nullable(),
  acknowledgedBy: z.string().nullable(),
  /** Null while it goes on. */
  goneAt: time.nullable(),
});
export type Alert = z.infer<typeof alertSchema>;

/** One phrase of the morning report, in words below `alerts.night` in the locales: how many, and the first of them by name. */
export const nightPartSchema = z.object({
  what: z.enum([
    'files',
    'rollbacks',
    'rituals',
    'handed-over',
    'fixes',
    'held',
    'approvals',
    'healed',
    'rolled-back',
    'releases-failed',
    'rituals-failed',
    'rituals-missed',
    'fixes-failed',
    'proven',
    'not-proven',
  ]),
  count: z.number().int().nonnegative(),
  names: z.array(z.string()),
});
export type NightPart = z.infer<typeof nightPartSchema>;

/** What became of a night, in five lines at most. */
export const lastNightSchema = z.object({
  from: time,
  to: time,
  lines: z
    .array(z.object({ kind: z.enum(['done', 'held', 'healed', 'failed', 'proven']), parts: z.array(nightPartSchema).min(1) }))
    .max(5),
  /** When Core and workspace were last proven good before the night's end; null when they never were. */
  provenAt: time.nullable(),
});
export type LastNight = z.infer<typeof lastNightSchema>;

/** What one message tells: causes that are new, that go on, that are gone, and the night when it is a morning report. */
export const alertMessageSchema = z.object({
  severity: alertSeveritySchema,
  kind: z.enum(['alert', 'reminder', 'resolved', 'morning', 'test']),
  night: lastNightSchema.optional(),
  /** Causes that the message names, worst first. */
  begun: z.array(alertSchema),
  ongoing: z.array(alertSchema),
  gone: z.array(alertSchema),
});
export type AlertMessage = z.infer<typeof alertMessageSchema>;

/** One message on one channel. `uncertain`: Nightguard ended between sending and recording; it is not sent again. */
export const deliverySchema = z.object({
  id: z.number().int().positive(),
  channel: z.string(),
  state: z.enum(['pending', 'sending', 'sent', 'uncertain', 'dead']),
  at: time,
  attempts: z.number().int().nonnegative(),
  /** Of the last try; holds no secret. */
  error: z.string(),
});
export type Delivery = z.infer<typeof deliverySchema>;

/** A channel as it stands. `unproven`: nothing was sent yet, so that nobody knows whether it works; `dead`: what was to be told does not arrive. */
export const channelStandingSchema = z.object({
  id: z.string(),
  /** From which severity on it is used. */
  from: alertSeveritySchema,
  state: z.enum(['works', 'unproven', 'waiting', 'dead']),
  lastSentAt: time.nullable(),
  /** Messages that are still to be delivered. */
  waiting: z.number().int().nonnegative(),
  /** Why the last try failed; empty when it did not. */
  error: z.string(),
});
export type ChannelStanding = z.infer<typeof channelStandingSchema>;

/** What panel and terminal list: open causes and the newest that are over, channels, deliveries newest first. */
export const alertsViewSchema = z.object({
  alerts: z.array(alertSchema),
  channels: z.array(channelStandingSchema),
  deliveries: z.array(deliverySchema),
});
export type AlertsView = z.infer<typeof alertsViewSchema>;

/** What came of a test message on one channel. */
export const channelTestSchema = z.object({ channel: z.string(), delivered: z.boolean(), error: z.string() });
export type ChannelTest = z.infer<typeof channelTestSchema>;
