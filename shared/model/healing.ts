import { z } from 'zod';

const time = z.number().int().nonnegative();

export const healthSeveritySchema = z.enum(['INFO', 'WARNING', 'ERROR', 'CRITICAL']);
export type HealthSeverity = z.infer<typeof healthSeveritySchema>;

/** Key below `health.category.` in the locales. */
export const healthCategorySchema = z.enum(['host', 'files', 'processes', 'agents', 'code', 'self']);
export type HealthCategory = z.infer<typeof healthCategorySchema>;

/** What one check has found in the latest cycle. */
export const checkReportSchema = z.object({
  /** `host.disk`, `process.worker.memory`, … */
  id: z.string(),
  category: healthCategorySchema,
  /** `could-not-check` is never shown as passed. */
  state: z.enum(['passed', 'failed', 'could-not-check']),
  severity: healthSeveritySchema,
  /** One sentence, in plain English. */
  details: z.string(),
  /** When it was looked at; some are not looked at in every cycle. */
  at: time,
  /** Cycles in a row with this finding, this one included. */
  cycles: z.number().int().positive(),
  /** Whether it has failed for long enough to be an issue. */
  isIssue: z.boolean(),
});
export type CheckReport = z.infer<typeof checkReportSchema>;

export const healthIssueSchema = z.object({
  id: z.string(),
  category: healthCategorySchema,
  severity: healthSeveritySchema,
  details: z.string(),
  since: time,
  /** How often it was tried to mend it. */
  attempts: z.number().int().nonnegative(),
  /** Nothing more is tried: a person is needed. */
  givenUp: z.boolean(),
});
export type HealthIssue = z.infer<typeof healthIssueSchema>;

/** What was done to heal, or why not. */
export const treatmentSchema = z.object({
  check: z.string(),
  result: z.enum(['healed', 'failed', 'not-allowed', 'would']),
  details: z.string(),
  /** Bytes that a clean-up gave back. */
  freedBytes: z.number().int().nonnegative(),
});
export type Treatment = z.infer<typeof treatmentSchema>;

/** What is to come, if things go on: only where the trend is statistically there. */
export const outlookSchema = z.object({
  what: z.enum(['disk', 'memory', 'errors', 'slow']),
  /** What it is about: a ritual's name; '' where `what` says it all. */
  subject: z.string(),
  /** Days from now between which the limit will be reached; null where there is none, or it may never be. */
  fromDays: z.number().int().nonnegative().nullable(),
  toDays: z.number().int().nonnegative().nullable(),
  /** One sentence, in plain English. */
  details: z.string(),
  suggestion: z.string(),
});
export type Outlook = z.infer<typeof outlookSchema>;

/** A process that is looked after. */
export const watchedProcessSchema = z.object({
  name: z.string(),
  pid: z.number().int().positive().nullable(),
  memoryMb: z.number().nonnegative().nullable(),
  baselineMb: z.number().nonnegative().nullable(),
  /** Since Nightguard knows this process; null while it does not run. */
  since: time.nullable(),
  state: z.enum(['running', 'rising', 'leaking', 'not-running', 'unknown']),
  restarts: z.number().int().nonnegative(),
});
export type WatchedProcess = z.infer<typeof watchedProcessSchema>;

export const agentSchema = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(['active', 'idle', 'silent', 'stuck', 'unknown']),
  lastSeenAt: time.nullable(),
  task: z.string().nullable(),
});
export type AgentStanding = z.infer<typeof agentSchema>;

/** Share of the checks that passed, in per cent, with what it is made of. A check that could not be made does not count as passed. */
export const healthScoreSchema = z.object({
  value: z.number().int().min(0).max(100),
  parts: z.array(
    z.object({
      category: healthCategorySchema,
      passed: z.number().int().nonnegative(),
      failed: z.number().int().nonnegative(),
      unknown: z.number().int().nonnegative(),
    }),
  ),
});
export type HealthScore = z.infer<typeof healthScoreSchema>;

const gauge = z.number().min(0).max(100).nullable();

/** Per cent; null where it could not be measured. */
export const gaugesSchema = z.object({ cpu: gauge, memory: gauge, disk: gauge, score: gauge });
export type Gauges = z.infer<typeof gaugesSchema>;

/** Health at a glance, as the snapshot has it. */
export const healthSchema = z.object({
  /** `UNKNOWN`: never looked, not lately, or something could not be checked. */
  status: z.enum(['HEALTHY', 'DEGRADED', 'UNKNOWN']),
  lastCheckAt: time.nullable(),
  issues: z.number().int().nonnegative(),
  gauges: gaugesSchema,
  /** The last 24 hours, oldest first, thinned. */
  history: z.array(z.object({ at: time, cpu: gauge, memory: gauge, disk: gauge, score: gauge })),
});
export type Health = z.infer<typeof healthSchema>;

/** Before anything was looked at. */
export const UNKNOWN_HEALTH: Health = {
  status: 'UNKNOWN',
  lastCheckAt: null,
  issues: 0,
  gauges: { cpu: null, memory: null, disk: null, score: null },
  history: [],
};

/** A circle of files that import, or documents that refer to, one another: each once, the last leads back to the first. */
export const circleSchema = z.object({ kind: z.enum(['imports', 'references']), path: z.array(z.string()) });
export type Circle = z.infer<typeof circleSchema>;

/** Everything that the latest cycle found and did. */
export const healthReportSchema = z.object({
  status: healthSchema.shape.status,
  at: time,
  durationMs: z.number().nonnegative(),
  score: healthScoreSchema,
  gauges: gaugesSchema,
  checks: z.array(checkReportSchema),
  issues: z.array(healthIssueSchema),
  treatments: z.array(treatmentSchema),
  processes: z.array(watchedProcessSchema),
  agents: z.array(agentSchema),
  cycles: z.array(circleSchema),
  outlooks: z.array(outlookSchema),
});
export type HealthReport = z.infer<typeof healthReportSchema>;

/** How far back a course goes. */
export const healthRangeSchema = z.enum(['hour', 'day', 'week', 'month', 'year']);
export type HealthRange = z.infer<typeof healthRangeSchema>;

/** What was measured over time: one column of times, and one of values for each line. */
export const courseSchema = z.object({
  /** Middle of each span, oldest first, without holes: where nothing was measured the values are null. */
  at: z.array(time),
  lines: z.array(
    z.object({
      name: z.enum(['cpu', 'memory', 'disk', 'score', 'process']),
      /** Means: per cent, or megabytes for a process. */
      values: z.array(z.number().nonnegative().nullable()),
    }),
  ),
});
export type Course = z.infer<typeof courseSchema>;

/** A chain of calls among agents that was blocked, because it came back to where it had been or went too deep. */
export const blockedCallSchema = z.object({ at: time, chain: z.string(), cycle: z.array(z.string()) });
export type BlockedCall = z.infer<typeof blockedCallSchema>;
