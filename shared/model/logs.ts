import { z } from 'zod';

/** What panel and terminal show of logs: their lines, by number, of fixed sources. */

export const logIdSchema = z.enum(['updates', 'security', 'health', 'annealing', 'audit', 'rituals', 'application']);
export type LogId = z.infer<typeof logIdSchema>;

export const logLevelSchema = z.enum(['debug', 'info', 'warn', 'error']);
export type LogLevel = z.infer<typeof logLevelSchema>;

/** Which lines are wanted. An empty text is all of them. */
export const logQuerySchema = z.strictObject({
  text: z.string().max(500),
  regex: z.boolean(),
  caseSensitive: z.boolean(),
  /** This level and graver ones; null for all, also lines that name none. */
  level: logLevelSchema.nullable(),
});
export type LogQuery = z.infer<typeof logQuerySchema>;

export const ALL_LINES: LogQuery = { text: '', regex: false, caseSensitive: false, level: null };

/** Something that a line names and that can be opened. */
export const logLinkSchema = z.object({ kind: z.enum(['release', 'security', 'approval', 'error']), id: z.string() });
export type LogLink = z.infer<typeof logLinkSchema>;

export const logLineSchema = z.object({
  /** 0-based, in the whole log. */
  number: z.number().int().nonnegative(),
  /** Epoch milliseconds; null where the line has none. */
  at: z.number().int().nullable(),
  level: logLevelSchema.nullable(),
  /** Safe to show: no escapes, no secrets. */
  text: z.string(),
  /** The line is longer than what is shown. */
  cut: z.boolean(),
  links: z.array(logLinkSchema),
});
export type LogLine = z.infer<typeof logLineSchema>;

export const logStandingSchema = z.object({
  id: logIdSchema,
  /** Relative to the workspace where it lies in it; null where it is no file. */
  path: z.string().nullable(),
  /** `missing`: nothing was written yet. */
  state: z.enum(['there', 'missing', 'unreadable']),
  detail: z.string(),
  bytes: z.number().int().nonnegative().nullable(),
});
export type LogStanding = z.infer<typeof logStandingSchema>;

/** How many lines a query has now. */
export const logViewSchema = z.object({
  state: logStandingSchema.shape.state,
  detail: z.string(),
  /** Lines of the log. */
  total: z.number().int().nonnegative(),
  /** Lines that the query lets through. */
  shown: z.number().int().nonnegative(),
  /** Why it could not be searched; null when it was. */
  problem: z.string().nullable(),
});
export type LogView = z.infer<typeof logViewSchema>;

export const logPageSchema = z.object({ lines: z.array(logLineSchema), shown: z.number().int().nonnegative() });
export type LogPage = z.infer<typeof logPageSchema>;
