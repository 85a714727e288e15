import { z } from 'zod';

/**
 * Errors as Nightguard knows them, wherever they came from. Frames are ordered as Python prints them: the innermost last.
 * Times are epoch milliseconds.
 */

const time = z.number().int().nonnegative();

export const errorFrameSchema = z.object({
  /** Relative to the workspace with POSIX separators when it lies inside; else as it was reported. */
  file: z.string(),
  /** 1-based; null when it was not told. */
  line: z.number().int().positive().nullable(),
  /** 1-based, UTF-16 units; null when it was not told. */
  column: z.number().int().positive().nullable(),
  /** 1-based column behind the failing expression, where the runtime marked it. */
  endColumn: z.number().int().positive().nullable(),
  function: z.string(),
  /** Whether the file is the workspace's own code: inside it, and no installed package. */
  own: z.boolean(),
  /** The line of code as it was when it failed, without indentation. */
  code: z.string().nullable(),
});
export type ErrorFrame = z.infer<typeof errorFrameSchema>;

export const errorRelationSchema = z.enum(['cause', 'context', 'member']);

export const errorLinkSchema = z.object({
  /** `cause`: raised from it; `context`: raised while it was handled; `member`: one of the errors of a group. */
  relation: errorRelationSchema,
  type: z.string(),
  message: z.string(),
  frames: z.array(errorFrameSchema),
});
export type ErrorLink = z.infer<typeof errorLinkSchema>;

export const errorSourceSchema = z.enum(['run', 'ingest', 'tail', 'drop', 'library', 'self']);
export type ErrorSource = z.infer<typeof errorSourceSchema>;

export const errorLanguageSchema = z.enum(['python', 'node', 'other']);
export type ErrorLanguage = z.infer<typeof errorLanguageSchema>;

/** A command that can be run again to see whether the error is gone. */
export const failedCommandSchema = z.object({
  argv: z.array(z.string()).min(1),
  /** Relative to the workspace; '' is its root. */
  cwd: z.string(),
  exitCode: z.number().int().nullable(),
});
export type FailedCommand = z.infer<typeof failedCommandSchema>;

export const errorEventSchema = z.object({
  at: time,
  source: errorSourceSchema,
  language: errorLanguageSchema,
  type: z.string().min(1),
  message: z.string(),
  /** The runtime's own code, such as `ENOENT`. */
  code: z.string().nullable(),
  frames: z.array(errorFrameSchema),
  /** What led to it, and what it holds; the nearest first. */
  links: z.array(errorLinkSchema),
  /** Whose success takes the count back: the command, the function that is retried. Null where nobody tells of successes. */
  subject: z.string().nullable(),
  command: failedCommandSchema.nullable(),
  /** Small facts for people: logger, environment, script. Secrets are redacted. */
  context: z.record(z.string(), z.string()),
});
export type ErrorEvent = z.infer<typeof errorEventSchema>;

export const groupStateSchema = z.enum(['new', 'recurring', 'proposed', 'fixed', 'regressed', 'ignored']);
export type GroupState = z.infer<typeof groupStateSchema>;

export const suggestionTypeSchema = z.enum([
  'FILE_CHECK',
  'DICT_SAFETY',
  'LIST_BOUNDS',
  'ATTR_CHECK',
  'TYPE_VALIDATION',
  'RETRY_LOGIC',
  'GENERAL_ERROR_HANDLING',
  'ENVIRONMENT_FIX',
  'PERMISSION_CHECK',
  'ENCODING_SAFETY',
  'PARSE_SAFETY',
  'ZERO_DIVISION_GUARD',
  'VALUE_VALIDATION',
  'RECURSION_LIMIT',
  'MEMORY_USE',
  'DISK_SPACE',
  'DATABASE_LOCK',
  'RATE_LIMIT',
  'TIMEOUT_HANDLING',
  'MODULE_PATH',
  'REJECTION_HANDLING',
]);
export type SuggestionType = z.infer<typeof suggestionTypeSchema>;

export const proofSchema = z.object({
  /** `proven`: failed before and ran after; `refuted`: it still fails, or fails otherwise; else nothing is known. */
  verdict: z.enum(['proven', 'not-proven', 'refuted']),
  /** What was seen, for people. */
  reason: z.string(),
  at: time,
});
export type Proof = z.infer<typeof proofSchema>;

export const patchSchema = z.object({
  /** Relative to the workspace. */
  file: z.string(),
  /** SHA-256 in hex of the file that the patch was made for, and of what it makes of it. */
  beforeHash: z.string(),
  afterHash: z.string(),
  unified: z.string(),
});
export type Patch = z.infer<typeof patchSchema>;

export const suggestionSchema = z.object({
  rule: z.string(),
  type: suggestionTypeSchema,
  title: z.object({ en: z.string(), ko: z.string() }),
  /** Example in the language of the program. */
  code: z.string(),
  codeLanguage: z.enum(['python', 'javascript', 'bash']),
  patch: patchSchema.nullable(),
  /** Why there is no patch, where the rule could have made one. */
  noPatch: z.string().nullable(),
  proof: proofSchema.nullable(),
  /** The model that proposed it, and what that cost; absent for a rule. */
  by: z
    .object({
      model: z.string(),
      tokens: z.number().int().nonnegative(),
      /** By the prices of the settings; null where they name none. */
      usd: z.number().nonnegative().nullable(),
    })
    .optional(),
});
export type Suggestion = z.infer<typeof suggestionSchema>;

export const suspectSchema = z.object({ release: z.string(), at: time, minutesBefore: z.number().int().nonnegative() });

export const analysisSchema = z.object({
  at: time,
  /** Of the key when it was analysed. */
  count: z.number().int().positive(),
  /** Empty: no rule applies. */
  suggestions: z.array(suggestionSchema),
  /** Lines around the failing one, as they are now. */
  source: z.object({ file: z.string(), from: z.number().int().positive(), lines: z.array(z.string()) }).nullable(),
  suspect: suspectSchema.nullable(),
  /** Numbers of groups with the same key or the same failing file. */
  related: z.array(z.number().int()),
});
export type Analysis = z.infer<typeof analysisSchema>;

/** A patch that was applied, or asks for leave. */
export const appliedFixSchema = z.object({
  /** `asked`: a person must decide; `left`: it did not hold and could not be taken back. */
  state: z.enum(['asked', 'applied', 'taken-back', 'left']),
  /** `R-0142`; null while it only asks. */
  release: z.string().nullable(),
  file: z.string(),
  /** What was known of it when it was applied. */
  verdict: z.enum(['proven', 'not-proven']),
  at: time,
  /** Why it was taken back, or was left. */
  reason: z.string(),
});
export type AppliedFix = z.infer<typeof appliedFixSchema>;

export const errorGroupSchema = z.object({
  id: z.number().int().positive(),
  /** `<Type>:<function>`. */
  key: z.string(),
  type: z.string(),
  function: z.string(),
  language: errorLanguageSchema,
  /** Of the newest event, its first line, redacted. */
  message: z.string(),
  file: z.string().nullable(),
  line: z.number().int().positive().nullable(),
  state: groupStateSchema,
  /** Ever. */
  total: z.number().int().nonnegative(),
  /** Of the whole key since its last success, as in error_tracking.json. */
  count: z.number().int().nonnegative(),
  firstSeen: time,
  lastSeen: time,
  analysis: analysisSchema.nullable(),
  /** The newest one; null when none was ever asked for. */
  fix: appliedFixSchema.nullable(),
  /** Fingerprints that are this group. */
  fingerprints: z.array(z.string()),
});
export type ErrorGroup = z.infer<typeof errorGroupSchema>;

/** A group with what a person needs to judge it. */
export const errorReportSchema = z.object({
  group: errorGroupSchema,
  /** The newest events, newest first. */
  events: z.array(errorEventSchema),
  /** Events an hour over the last 24 hours, the current hour last. */
  hours: z.array(z.number().int().nonnegative()),
});
export type ErrorReport = z.infer<typeof errorReportSchema>;

/** A row of the list of groups. */
export const errorListSchema = z.object({
  groups: z.array(z.object({ group: errorGroupSchema, hours: z.array(z.number().int().nonnegative()) })),
  /** Where programs may report to; null while nothing listens. */
  dsn: z.string().nullable(),
});
export type ErrorList = z.infer<typeof errorListSchema>;

/** What came of asking for a fix. `PLANNED`: it was only looked at. */
export const fixResultSchema = z.object({
  status: z.enum(['APPLIED', 'PLANNED', 'HELD', 'DENIED', 'FAILED', 'ROLLED_BACK', 'NO_PATCH']),
  group: errorGroupSchema,
  suggestion: suggestionSchema.nullable(),
  release: z.string().nullable(),
  reason: z.string().nullable(),
});
export type FixResult = z.infer<typeof fixResultSchema>;

/** What a model would be asked about a group: exactly what is sent. */
export const aiQuestionSchema = z.object({
  provider: z.string(),
  model: z.string(),
  /** Where it goes: a host; '' for the provider's own. */
  address: z.string(),
  system: z.string(),
  text: z.string(),
  /** SHA-256 in hex of all that: who sends it says what was shown. */
  hash: z.string(),
  /** About as many are sent, at most. */
  tokens: z.number().int().nonnegative(),
  /** Left of today's cap. */
  tokensLeft: z.number().int().nonnegative(),
  /** Why it cannot be sent; null when it can. */
  obstacle: z.string().nullable(),
});
export type AiQuestion = z.infer<typeof aiQuestionSchema>;

/** What came of asking a model. */
export const aiAnswerSchema = z.object({
  status: z.enum(['PROPOSED', 'NO_PROPOSAL', 'NO_ANSWER', 'HELD', 'DENIED']),
  group: errorGroupSchema,
  suggestion: suggestionSchema.nullable(),
  reason: z.string().nullable(),
});
export type AiAnswer = z.infer<typeof aiAnswerSchema>;

/** How many groups are in which state; `open` counts all that are neither fixed nor ignored. */
export const errorsSummarySchema = z.object({
  open: z.number().int().nonnegative(),
  recurring: z.number().int().nonnegative(),
  proposed: z.number().int().nonnegative(),
  regressed: z.number().int().nonnegative(),
});
export type ErrorsSummary = z.infer<typeof errorsSummarySchema>;

/** The failing function: of the innermost frame that is the workspace's own, else of the innermost one; `unknown` where there is none. */
export function functionOf(frames: readonly ErrorFrame[]): string {
  const frame = failingFrame(frames) ?? frames.at(-1);
  return frame === undefined || frame.function === '' ? 'unknown' : frame.function;
}

/** The innermost frame of the workspace's own code. */
export const failingFrame = (frames: readonly ErrorFrame[]): ErrorFrame | undefined => frames.findLast((frame) => frame.own);

/** The key of 97layerOS. */
export const errorKey = (type: string, name: string): string => `${type}:${name}`;

/** A suggestion with a patch that may be applied. */
export type Applicable = Suggestion & { patch: Patch };

const isProven = ({ proof }: Suggestion): boolean => proof?.verdict === 'proven';

/** The patch that is best known to help: what was refuted is never applied. */
export function applicable(analysis: Analysis | null): Applicable | null {
  const able = (analysis?.suggestions ?? []).filter(
    (one): one is Applicable => one.patch !== null && one.proof?.verdict !== 'refuted',
  );
  return able.find(isProven) ?? able[0] ?? null;
}
