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

/** What one message tells: causes that are new, that go on, that are gone. */
export const alertMessageSchema = z.object({
  severity: alertSeveritySchema,
  kind: z.enum(['alert', 'reminder', 'resolved', 'morning']),
  /** Causes that the message names, worst first. */
  begun: z.array(alertSchema),
  ongoing: z.array(alertSchema),
  gone: z.array(alertSchema),
});
export type AlertMessage = z.infer<typeof alertMessageSchema>;
