import { z } from 'zod';

/** What panel and terminal show of rituals: what is due when, what came of it. */

const time = z.number().int().nonnegative();

export const ritualTimingSchema = z.discriminatedUnion('kind', [
  /** A cron pattern in the rituals' time zone. */
  z.object({ kind: z.literal('cron'), pattern: z.string() }),
  z.object({ kind: z.literal('every'), ms: z.number().int().positive() }),
]);
export type RitualTiming = z.infer<typeof ritualTimingSchema>;

export const ritualSchema = z.object({
  name: z.string(),
  timing: ritualTimingSchema,
  /** Where it is written: a default, nightguard.yaml, or the workspace's Python. */
  origin: z.enum(['default', 'settings', 'python']),
  agent: z.string(),
  taskType: z.string(),
  instruction: z.string(),
  council: z.boolean(),
  commands: z.array(z.string()),
  enabled: z.boolean(),
  deadlineMs: z.number().int().positive(),
  timeoutMs: z.number().int().positive(),
});
export type Ritual = z.infer<typeof ritualSchema>;

/**
 * `missed`: its time went by while nobody could run it, and the deadline with it; `superseded`: a later run of the same ritual stood for it;
 * `unanswered`: it was handed over, and its agent said nothing in time; `skipped`: a person wanted it so; `interrupted`: Nightguard ended while it ran.
 */
export const runResultSchema = z.enum([
  'done',
  'failed',
  'timed-out',
  'handed-over',
  'unanswered',
  'interrupted',
  'missed',
  'superseded',
  'skipped',
]);
export type RunResult = z.infer<typeof runResultSchema>;

export const ritualRunSchema = z.object({
  id: z.number().int().positive(),
  ritual: z.string(),
  /** The hour that it is the run of. */
  scheduledFor: time,
  startedAt: time.nullable(),
  finishedAt: time.nullable(),
  /** Null while it runs. */
  result: runResultSchema.nullable(),
  trigger: z.enum(['schedule', 'catch-up', 'person']),
  detail: z.string(),
});
export type RitualRun = z.infer<typeof ritualRunSchema>;

/** A ritual as it stands: when it comes next, what came of it last. */
export const ritualStandingSchema = z.object({
  ritual: ritualSchema,
  /** Null while it is paused or not enabled. */
  next: time.nullable(),
  paused: z.boolean(),
  skipNext: z.boolean(),
  /** The newest run that began. */
  last: ritualRunSchema.nullable(),
  /** Of the newest fifty. */
  missed: z.number().int().nonnegative(),
});
export type RitualStanding = z.infer<typeof ritualStandingSchema>;
