import { z } from 'zod';

/** What panel and terminal show of AUDIT_LOG.md. */

const time = z.number().int().nonnegative();
const count = z.number().int().nonnegative();

export const auditEntrySchema = z.object({
  /** Counted from 1 over all segments. */
  number: z.number().int().positive(),
  /** UTC, as the log says it. */
  timestamp: z.string(),
  type: z.string(),
  target: z.string(),
  result: z.string(),
  reasons: z.array(z.string()),
  notes: z.string(),
  hash: z.string(),
  segment: count,
  /** `foreign`: written by another program and taken in after it had verified. */
  origin: z.enum(['own', 'foreign']),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

export const auditQuerySchema = z.strictObject({
  offset: count,
  limit: z.number().int().positive().max(500),
  /** Words looked for in every field; '' for all. */
  text: z.string().max(512),
  type: z.string().max(128).nullable(),
  result: z.string().max(128).nullable(),
});
export type AuditQuery = z.infer<typeof auditQuerySchema>;

/** Newest first. `types` and `results`: what the whole log holds, to choose from. */
export const auditPageSchema = z.object({
  entries: z.array(auditEntrySchema),
  total: count,
  types: z.array(z.string()),
  results: z.array(z.string()),
});
export type AuditPage = z.infer<typeof auditPageSchema>;

export const auditBreakSchema = z.object({
  rule: z.string(),
  file: z.string(),
  segment: count,
  /** Counted from 1 within the file; null: none is to blame. */
  entry: count.nullable(),
  /** The same entry as the list numbers it, over all segments. */
  number: count.nullable(),
  /** Byte in the file. */
  offset: count,
  detail: z.string(),
});

/** One act that was begun and did not end yet. `interrupted`: no living process of this machine is known to be at work on it. */
export const openActSchema = z.object({
  number: count,
  at: time,
  type: z.string(),
  target: z.string(),
  actor: z.string(),
  paths: z.array(z.string()),
  interrupted: z.boolean(),
});
export type OpenAct = z.infer<typeof openActSchema>;

export const auditStatusSchema = z.object({
  /** `none`: this workspace keeps no log; `never`: it was not verified yet. Neither is `intact`. */
  state: z.enum(['none', 'never', 'intact', 'broken', 'unchecked']),
  /** Absolute path of the log; null when there is none. */
  file: z.string().nullable(),
  entries: count,
  segments: count,
  /** Last hash, 16 hexadecimal digits; null while the log is empty. */
  hash: z.string().nullable(),
  /** The look that `state` comes from. */
  verified: z.object({ at: time, level: z.enum(['quick', 'full']), durationMs: z.number(), bytes: count }).nullable(),
  breaks: z.array(auditBreakSchema),
  /** Why the log could not be checked; '' otherwise. */
  reason: z.string(),
  /** `folder`: where signed checkpoints are put besides the database, null for nowhere: then they do not leave this machine. */
  checkpoint: z.object({ at: time.nullable(), folder: z.string().nullable(), problem: z.string().nullable() }),
  openActs: z.array(openActSchema),
  /** Entries that the log could not take yet; the database keeps them. */
  owed: count,
});
export type AuditStatus = z.infer<typeof auditStatusSchema>;
