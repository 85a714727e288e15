import { z } from 'zod';

/** What panel, terminal and other programs see of the security duty. Times are epoch milliseconds. */

const time = z.number().int().nonnegative();
const count = z.number().int().nonnegative();

export const ecosystemSchema = z.enum(['pip', 'npm']);
export type Ecosystem = z.infer<typeof ecosystemSchema>;

export const securitySeveritySchema = z.enum(['unknown', 'low', 'moderate', 'high', 'critical']);
export type SecuritySeverity = z.infer<typeof securitySeveritySchema>;

/** One vulnerability, however many databases list it. */
export const securityAdvisorySchema = z.object({
  id: z.string(),
  /** Its other names, sorted. */
  aliases: z.array(z.string()),
  summary: z.string(),
  severity: securitySeveritySchema,
  /** CVSS base score. */
  score: z.number().nullable(),
  url: z.string().nullable(),
  /** The smallest version above the installed one that is free of it; null: none is known. */
  fixedIn: z.string().nullable(),
  sources: z.array(z.string()),
});
export type SecurityAdvisory = z.infer<typeof securityAdvisorySchema>;

export const securityPackageSchema = z.object({
  ecosystem: ecosystemSchema,
  name: z.string(),
  version: z.string(),
  /** Named in requirements, pyproject.toml or package.json. */
  declared: z.boolean(),
  /** Newest release that may be installed here; null: could not be asked. */
  latest: z.string().nullable(),
  latestAt: time.nullable(),
  /** False: no source could say whether it is vulnerable. */
  checked: z.boolean(),
  advisories: z.array(securityAdvisorySchema),
});
export type SecurityPackage = z.infer<typeof securityPackageSchema>;

export const securitySourceSchema = z.object({
  name: z.enum(['osv', 'osv-folder', 'pip-audit', 'npm-audit', 'pip-index', 'npm-registry', 'pip-inventory', 'npm-inventory']),
  ecosystem: ecosystemSchema,
  state: z.enum(['checked', 'partial', 'could-not-check']),
  reason: z.string(),
  /** Packages that it could not speak of. */
  unchecked: z.array(z.string()),
});
export type SecuritySource = z.infer<typeof securitySourceSchema>;

export const plannedUpgradeSchema = z.object({
  ecosystem: ecosystemSchema,
  name: z.string(),
  from: z.string(),
  to: z.string(),
  reason: z.enum(['security', 'outdated', 'dependency']),
  major: z.boolean(),
  /** Ids of the advisories that the new version is free of. */
  clears: z.array(z.string()),
  /** Where the advisories come from, or the index that offers the release. */
  source: z.string(),
  releasedAt: time.nullable(),
});
export type PlannedUpgrade = z.infer<typeof plannedUpgradeSchema>;

export const securityFindingSchema = z.object({
  ecosystem: ecosystemSchema,
  name: z.string(),
  version: z.string(),
  code: z.enum([
    /** No release is free of it. */
    'no-fix',
    /** A release is free of it, but a requirement of somebody keeps it out. */
    'blocked',
    /** The newer release is younger than the cooldown, or its age is unknown. */
    'too-young',
    /** Only a new major version is left. */
    'major',
    /** The upgrade was tried, failed its tests, and nothing has changed since. */
    'refused',
    /** Installed from a folder, an address or a repository. */
    'not-from-index',
    /** Its releases could not be asked. */
    'unknown-releases',
    /** The environment may not be changed. */
    'unmanaged',
  ]),
  detail: z.string(),
  advisories: z.array(z.string()),
});
export type SecurityFinding = z.infer<typeof securityFindingSchema>;

export const securityTestSchema = z.object({
  name: z.enum(['import_test', 'environment_check', 'critical_files', 'dependency_check', 'verify_commands']),
  passed: z.boolean(),
  detail: z.string(),
  durationMs: z.number(),
});
export type SecurityTest = z.infer<typeof securityTestSchema>;

export const upgradeOutcomeSchema = plannedUpgradeSchema.extend({
  result: z.enum(['updated', 'taken-back', 'failed', 'waits', 'refused', 'planned']),
  detail: z.string(),
  tests: z.array(securityTestSchema),
});
export type UpgradeOutcome = z.infer<typeof upgradeOutcomeSchema>;

export const securityStatusSchema = z.enum([
  'SUCCESS',
  'NO_UPDATES',
  'CHECKED',
  'HELD',
  'FAILED',
  'COULD_NOT_CHECK',
  'INTERRUPTED',
  'ROLLED_BACK',
  'SKIPPED',
]);
export type SecurityStatus = z.infer<typeof securityStatusSchema>;

export const securityRunSchema = z.object({
  /** `S-0001`; null for a run that was skipped. */
  id: z.string().nullable(),
  at: time,
  finishedAt: time.nullable(),
  trigger: z.string(),
  status: securityStatusSchema,
  reason: z.string(),
  upgrades: z.array(upgradeOutcomeSchema),
  canRollBack: z.boolean(),
  rolledBackAt: time.nullable(),
});
export type SecurityRun = z.infer<typeof securityRunSchema>;

/** What a look found. */
export const securityReportSchema = z.object({
  at: time,
  packages: z.array(securityPackageSchema),
  sources: z.array(securitySourceSchema),
  upgrades: z.array(plannedUpgradeSchema),
  findings: z.array(securityFindingSchema),
});
export type SecurityReport = z.infer<typeof securityReportSchema>;

export const securityResultSchema = securityRunSchema.extend({ report: securityReportSchema.nullable() });
export type SecurityResult = z.infer<typeof securityResultSchema>;

/** The few numbers that a glance needs. */
export const securitySummarySchema = z.object({
  /** `unknown`: never looked. */
  state: z.enum(['good', 'vulnerable', 'could-not-check', 'unknown']),
  packages: count,
  vulnerable: count,
  outdated: count,
  unchecked: count,
  upgrades: count,
  lastRunAt: time.nullable(),
  nextRunAt: time.nullable(),
  running: z.enum(['looking', 'upgrading', 'testing', 'restoring']).nullable(),
});
export type SecuritySummary = z.infer<typeof securitySummarySchema>;

export const securityViewSchema = z.object({
  summary: securitySummarySchema,
  report: securityReportSchema.nullable(),
  runs: z.array(securityRunSchema),
});
export type SecurityView = z.infer<typeof securityViewSchema>;

export const securityRollbackPreviewSchema = z.object({
  run: z.string(),
  packages: z.array(z.object({ ecosystem: ecosystemSchema, name: z.string(), from: z.string(), to: z.string() })),
  files: z.array(z.string()),
  /** What was changed since the run, and would be undone with it. */
  changedSince: z.array(z.string()),
  token: z.string(),
});
export type SecurityRollbackPreview = z.infer<typeof securityRollbackPreviewSchema>;
