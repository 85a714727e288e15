import { z } from 'zod';

/** The environment as it was found: what the check command prints, the panel shows and acts stand on. */

const time = z.number().int().nonnegative();

export const checkStateSchema = z.enum(['passed', 'failed', 'could-not-check']);
export type CheckState = z.infer<typeof checkStateSchema>;

/** Types that 97layerOS reads, and those that Nightguard adds below. */
export const issueTypeSchema = z.enum([
  'PYTHON_VERSION',
  'MISSING_PACKAGES',
  'PACKAGE_INSTALL_FAILED',
  'MISSING_DIRECTORIES',
  'MISSING_ENV_VARS',
  'HIGH_MEMORY_USAGE',
  'LOW_DISK_SPACE',
  'MISSING_CRITICAL_FILES',
  'NODE_VERSION',
  'MISSING_NODE_PACKAGES',
  'REQUIREMENTS_UNREADABLE',
  'CHANGED_CRITICAL_FILES',
  'NOT_WRITABLE',
  'CLOCK',
  'NOT_CHECKED',
]);
export type IssueType = z.infer<typeof issueTypeSchema>;

export const severitySchema = z.enum(['INFO', 'WARNING', 'ERROR', 'CRITICAL']);

/** One thing that is not as it should be. */
export const findingSchema = z.object({
  /** Key below `environment.finding` in the locales. */
  code: z.string().min(1),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  type: issueTypeSchema,
  severity: severitySchema,
  /** What it is about: a package, a folder, a variable. Tells findings apart from one check to the next. */
  subject: z.string(),
  /** Key below `environment.do` in the locales: what a person must do; null when there is nothing to be done. */
  advice: z.string().nullable(),
  /** To be copied into a terminal in the workspace. */
  command: z.string().nullable(),
});
export type Finding = z.infer<typeof findingSchema>;

/** Something that was put right by itself. */
export const fixSchema = z.object({
  kind: z.enum(['install-package', 'create-folder']),
  subject: z.string(),
  detail: z.string(),
});
export type AppliedFix = z.infer<typeof fixSchema>;

export const environmentCheckSchema = z.object({
  /** Key below `environment.check` in the locales. */
  id: z.string().min(1),
  /** As in the JSON of 97layerOS: "Required Packages". */
  name: z.string().min(1),
  state: checkStateSchema,
  /** What was found to be so, where all is well: "Python 3.11.7". Needs no translation. */
  facts: z.string(),
  findings: z.array(findingSchema),
  durationMs: z.number().nonnegative(),
});
export type EnvironmentCheck = z.infer<typeof environmentCheckSchema>;

export const environmentReportSchema = z.object({
  at: time,
  /** `failed` before `could-not-check` before `passed`: one check that could not be made is never fine. */
  state: checkStateSchema,
  checks: z.array(environmentCheckSchema),
  fixes: z.array(fixSchema),
  durationMs: z.number().nonnegative(),
});
export type EnvironmentReport = z.infer<typeof environmentReportSchema>;

export const environmentStatusSchema = z.object({
  report: environmentReportSchema.nullable(),
  /** Set while a check runs. */
  running: z.object({ since: time, phase: z.enum(['checking', 'installing']), detail: z.string() }).nullable(),
});
export type EnvironmentStatus = z.infer<typeof environmentStatusSchema>;

/** What the snapshot says of the environment. */
export const environmentSummarySchema = z.object({
  state: z.enum([...checkStateSchema.options, 'unknown']),
  checkedAt: time.nullable(),
  /** Checks that failed or could not be made. */
  failing: z.number().int().nonnegative(),
});
export type EnvironmentSummary = z.infer<typeof environmentSummarySchema>;

/** The result of `check --json`, as 97layerOS has it. */
export interface EnvironmentJson {
  passed: boolean;
  results: Record<string, 'PASS' | 'FAIL' | 'ERROR'>;
  issues: {
    type: IssueType;
    severity: Finding['severity'];
    check: string;
    subject: string;
    message: string;
    advice?: string;
    command?: string;
  }[];
  fixes_applied: string[];
}

/** The state of all checks together. */
export const stateOf = (checks: readonly Pick<EnvironmentCheck, 'state'>[]): CheckState =>
  checks.some(({ state }) => state === 'failed')
    ? 'failed'
    : checks.some(({ state }) => state === 'could-not-check')
      ? 'could-not-check'
      : 'passed';
