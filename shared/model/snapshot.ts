import { z } from 'zod';
import { errorsSummarySchema } from './annealing.ts';
import { environmentSummarySchema } from './environment.ts';
import { lastNightSchema } from './alerts.ts';
import { waitingApprovalSchema } from './governance.ts';
import { healthSchema } from './healing.ts';
import { securitySummarySchema } from './security.ts';
import { settingsProblemSchema } from './settings.ts';
import { heldItemSchema, heldSetSchema, releaseIdSchema, releaseSummarySchema, type HeldItem } from './updates.ts';

/**
 * Everything that the tray and the panel show at a glance, as one immutable value with a revision.
 * Pushed whole after each change; a reader keeps the newest revision and throws the others away.
 */

const time = z.number().int().nonnegative();

export const overallSchema = z.enum(['good', 'working', 'needs-you', 'problem', 'paused', 'unknown']);
export type Overall = z.infer<typeof overallSchema>;

export const watcherSchema = z.object({
  /** `deaf`: the folder is there but its events are not; a full scan still runs each hour. */
  state: z.enum(['starting', 'watching', 'deaf', 'root-missing', 'refused', 'off']),
  since: time,
  detail: z.string(),
});
export type WatcherState = z.infer<typeof watcherSchema>;

export const activitySchema = z.object({
  act: z.enum(['scan', 'update', 'rollback', 'verify', 'recover', 'prune', 'dissolve']),
  phase: z.enum(['waiting', 'hashing', 'checking', 'archiving', 'staging', 'applying', 'verifying', 'restoring']),
  done: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
  release: releaseIdSchema.nullable(),
});
export type Activity = z.infer<typeof activitySchema>;

export const problemSchema = z.object({
  /** Key below `problem.` in the locales. */
  code: z.enum([
    'source-missing',
    'source-unreadable',
    'source-not-set',
    'source-stream',
    'watcher-deaf',
    'release-failed',
    'release-rolled-back',
    'archive-damaged',
    'settings-invalid',
    'log-quarantined',
    'log-unwritable',
    'loopback-closed',
    'recovered',
    'unrecoverable',
    'disk-full',
    'audit-broken',
    'audit-unlogged',
    'act-interrupted',
    'checkpoint-failed',
    'immune-violated',
    'structure-refused',
    'dissolution-due',
    'dissolution-interrupted',
    'consensus-owed',
    'health-degraded',
    'guardian-restarted',
    'security-vulnerable',
    'security-failed',
    'security-unchecked',
    'environment-failed',
    'alert-channel-dead',
    'ritual-failed',
    'rituals-unreadable',
    'error-recurring',
    'fix-taken-back',
    'internal',
  ]),
  detail: z.string(),
  at: time,
  /** Harm leads and is red; a notice is grey or amber. */
  severity: z.enum(['notice', 'warning', 'harm']),
  release: releaseIdSchema.nullable(),
  /** What mends it by itself was tried and failed: alerts of it are one severity up. */
  fixFailed: z.boolean().optional(),
});
export type Problem = z.infer<typeof problemSchema>;

export const checkSchema = z.object({
  at: time,
  /** `could-not-check` is never shown as good. */
  result: z.enum(['up-to-date', 'applied', 'held', 'rolled-back', 'failed', 'could-not-check']),
});

export const snapshotSchema = z.object({
  revision: z.number().int().nonnegative(),
  workspace: z.object({ name: z.string(), path: z.string(), source: z.string().nullable() }),
  overall: overallSchema,
  /** Last time that Core and workspace were fully compared and nothing was wrong. */
  provenGoodAt: time.nullable(),
  lastCheck: checkSchema.nullable(),
  lastFullScanAt: time.nullable(),
  watcher: watcherSchema,
  activity: activitySchema.nullable(),
  held: z.array(heldItemSchema),
  heldSet: heldSetSchema.nullable(),
  /** Requests that wait for a person, oldest first. */
  approvals: z.array(waitingApprovalSchema),
  releases: z.array(releaseSummarySchema),
  /** The morning report; null until a night has ended under guard. */
  lastNight: lastNightSchema.nullable(),
  problems: z.array(problemSchema),
  pausedUntil: time.nullable(),
  when: z.enum(['immediate', 'ritual', 'manual']),
  /** Changes seen in Core that wait for `when` or for the quiet time. */
  waiting: z.number().int().nonnegative(),
  trackedFiles: z.number().int().nonnegative(),
  /** Google Docs pointers and the like, whose content is not in the folder. */
  pointerFiles: z.number().int().nonnegative(),
  security: securitySummarySchema,
  settingsProblem: settingsProblemSchema.nullable(),
  /** Of machine, processes, files and agents, as the monitor saw them last. */
  health: healthSchema,
  environment: environmentSummarySchema,
  errors: errorsSummarySchema,
});
export type Snapshot = z.infer<typeof snapshotSchema>;

/** Whether a held file asks for a decision: what a person rolled back is settled and only listed. */
export const asksForDecision = ({ reason }: Pick<HeldItem, 'reason'>): boolean => reason !== 'taken-back';

/** How many decisions wait for a person: a held set counts as one, and so does a request for approval. */
export const needsYouCount = (snapshot: Pick<Snapshot, 'held' | 'heldSet' | 'approvals'>): number =>
  snapshot.held.filter(asksForDecision).length + (snapshot.heldSet === null ? 0 : 1) + snapshot.approvals.length;

/** Problems that say «could not check»: the state is unknown then, and that is what is shown. */
const NOT_CHECKED: ReadonlySet<Problem['code']> = new Set([
  'source-missing',
  'source-unreadable',
  'source-not-set',
  'source-stream',
]);

/** `held` without anything that is held: a look that was to change nothing has seen updates, and they are still to come. */
const NOT_PROVEN: ReadonlySet<NonNullable<Snapshot['lastCheck']>['result']> = new Set(['could-not-check', 'held']);

/** The one state that a glance shows. Order matters: harm before questions, questions before work. */
export function overallOf(snapshot: Omit<Snapshot, 'overall'>): Overall {
  if (snapshot.problems.some((problem) => problem.severity === 'harm')) return 'problem';
  if (snapshot.activity !== null) return 'working';
  const isWarned = snapshot.problems.some((problem) => problem.severity === 'warning' && !NOT_CHECKED.has(problem.code));
  if (needsYouCount(snapshot) > 0 || snapshot.settingsProblem !== null || isWarned) return 'needs-you';
  if (snapshot.pausedUntil !== null) return 'paused';
  if (snapshot.lastCheck === null || NOT_PROVEN.has(snapshot.lastCheck.result)) return 'unknown';
  return 'good';
}
