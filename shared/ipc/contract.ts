import { z } from 'zod';
import { alertsViewSchema, channelTestSchema } from '../model/alerts.ts';
import { errorGroupSchema, errorListSchema, errorReportSchema, fixResultSchema } from '../model/annealing.ts';
import { auditPageSchema, auditQuerySchema, auditStatusSchema } from '../model/audit.ts';
import { environmentReportSchema, environmentStatusSchema } from '../model/environment.ts';
import { approvalRequestSchema, constitutionViewSchema } from '../model/governance.ts';
import { securityResultSchema, securityRollbackPreviewSchema, securityViewSchema } from '../model/security.ts';
import { ritualRunSchema, ritualStandingSchema } from '../model/rituals.ts';
import { snapshotSchema } from '../model/snapshot.ts';
import {
  archivePageSchema,
  archiveVerifySchema,
  changedSinceSchema,
  cycleResultSchema,
  heldDecisionSchema,
  prunePreviewSchema,
  releaseDetailSchema,
  releaseIdSchema,
  releaseSummarySchema,
  rollbackPreviewSchema,
  rollbackResultSchema,
  rollbackTargetSchema,
  textDiffSchema,
} from '../model/updates.ts';

/**
 * The contract between panel and guardian: a channel exists here or nowhere.
 * Main validates every input and output against it, and trusts the panel's top frame only.
 */

const nothing = z.null();
const path = z.string().min(1).max(4096);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const token = z.string().min(1).max(128);
const group = z.number().int().positive();
const securityRunId = z.string().regex(/^S-\d{4,15}$/);
const name = z.string().min(1).max(512);
const limit = z.number().int().positive().max(200);

export const appSettingsSchema = z.strictObject({
  language: z.enum(['system', 'en', 'ko']),
  theme: z.enum(['system', 'light', 'dark']),
  openAtLogin: z.boolean(),
});
export type AppSettings = z.infer<typeof appSettingsSchema>;

const appInfoSchema = z.object({
  version: z.string(),
  /** The language in force, after `system` is resolved. */
  language: z.enum(['en', 'ko']),
  platform: z.string(),
  settings: appSettingsSchema,
});
export type AppInfo = z.infer<typeof appInfoSchema>;

/** Which two contents a diff compares. */
export const diffRequestSchema = z.discriminatedUnion('kind', [
  /** What a release did to one file. */
  z.object({ kind: z.literal('release'), release: releaseIdSchema, path }),
  /** An archived version against the file as it is today. */
  z.object({ kind: z.literal('version'), archiveId: z.number().int().positive() }),
  /** A held file: as it is here against as it is in Core. */
  z.object({ kind: z.literal('held'), path }),
]);
export type DiffRequest = z.infer<typeof diffRequestSchema>;

export const contract = {
  'app:info': { input: nothing, output: appInfoSchema },
  'app:settings': { input: appSettingsSchema.partial(), output: appInfoSchema },
  'app:hide': { input: nothing, output: nothing },
  'app:openArchiveFolder': { input: nothing, output: nothing },
  'app:copy': { input: z.string().max(65_536), output: nothing },

  'guardian:snapshot': { input: nothing, output: snapshotSchema },
  'guardian:pause': { input: z.object({ minutes: z.number().int().positive().max(10_080) }), output: nothing },
  'guardian:resume': { input: nothing, output: nothing },

  'updates:run': { input: nothing, output: cycleResultSchema },
  'updates:plan': { input: nothing, output: cycleResultSchema },
  'updates:releaseBrake': { input: z.object({ token }), output: cycleResultSchema },
  'updates:decide': {
    input: z.object({ path, sourceHash: hash.nullable(), localHash: hash.nullable(), decision: heldDecisionSchema }),
    output: cycleResultSchema,
  },

  'releases:list': {
    input: z.object({ before: releaseIdSchema.nullable(), limit: z.number().int().positive().max(200) }),
    output: z.array(releaseSummarySchema),
  },
  'releases:get': { input: z.object({ release: releaseIdSchema }), output: releaseDetailSchema },

  'rollback:preview': { input: z.object({ target: rollbackTargetSchema }), output: rollbackPreviewSchema },
  'rollback:apply': {
    input: z.object({ target: rollbackTargetSchema, token, changedSince: changedSinceSchema }),
    output: rollbackResultSchema,
  },

  'diff:get': { input: diffRequestSchema, output: textDiffSchema },

  'archive:list': {
    input: z.object({
      query: z.string().max(512),
      offset: z.number().int().nonnegative(),
      limit: z.number().int().positive().max(500),
    }),
    output: archivePageSchema,
  },
  'archive:verify': { input: nothing, output: archiveVerifySchema },
  'archive:prunePreview': { input: nothing, output: prunePreviewSchema },
  'archive:prune': { input: z.object({ token }), output: prunePreviewSchema },

  /** `fresh`: judge everything again first; otherwise what the last scan found. */
  'constitution:view': { input: z.object({ fresh: z.boolean() }), output: constitutionViewSchema },
  /** Newest first. The panel only reads: it has no channel that approves, see approval-contract.ts. */
  'approvals:list': {
    input: z.object({ limit: z.number().int().positive().max(200) }),
    output: z.array(approvalRequestSchema),
  },
  /** Shows the approval window, which is not the panel's to command further. */
  'approvals:open': { input: z.object({ id: z.number().int().positive().nullable() }), output: nothing },
  'audit:status': { input: nothing, output: auditStatusSchema },
  'audit:list': { input: auditQuerySchema, output: auditPageSchema },
  'audit:verify': { input: nothing, output: auditStatusSchema },

  'security:status': { input: nothing, output: securityViewSchema },
  'security:run': { input: z.object({ checkOnly: z.boolean(), force: z.boolean() }), output: securityResultSchema },
  'security:preview': { input: z.object({ run: securityRunId }), output: securityRollbackPreviewSchema },
  'security:rollback': { input: z.object({ run: securityRunId, token }), output: securityRollbackPreviewSchema },
  /** Groups of errors, the newest first; `all` with those that are fixed or ignored. */
  'errors:list': {
    input: z.object({ all: z.boolean(), limit: z.number().int().positive().max(500) }),
    output: errorListSchema,
  },
  /** `fresh`: analyse it again first. */
  'errors:report': { input: z.object({ id: group, fresh: z.boolean() }), output: errorReportSchema },
  'errors:state': { input: z.object({ id: group, state: z.enum(['new', 'fixed', 'ignored']) }), output: errorGroupSchema },
  'errors:merge': { input: z.object({ from: group, into: group }), output: errorGroupSchema },
  'errors:split': { input: z.object({ id: group, fingerprint: z.string().min(1).max(200) }), output: errorGroupSchema },
  /** Applies the proposed patch once a person has approved it: the panel only asks. */
  'errors:fix': { input: z.object({ id: group, dryRun: z.boolean() }), output: fixResultSchema },
  'environment:status': { input: nothing, output: environmentStatusSchema },
  /** Looks now; `install` also puts right what it can. */
  'environment:check': { input: z.object({ install: z.boolean() }), output: environmentReportSchema },

  /** Causes newest first, channels, deliveries newest first. */
  'alerts:list': { input: z.object({ limit }), output: alertsViewSchema },
  /** Stops reminders of a cause until it comes again. */
  'alerts:ack': { input: z.object({ cause: name }), output: nothing },
  /** A test message on one channel, or on all. */
  'alerts:test': { input: z.object({ channel: name.nullable() }), output: z.array(channelTestSchema) },

  /** `problem`: why RITUALS_CONFIG could not be read. */
  'rituals:list': {
    input: nothing,
    output: z.object({ rituals: z.array(ritualStandingSchema), problem: z.string().nullable() }),
  },
  /** Newest first; of one ritual, or of all. */
  'rituals:runs': { input: z.object({ name: name.nullable(), limit }), output: z.array(ritualRunSchema) },
  'rituals:output': { input: z.object({ run: z.number().int().positive() }), output: z.object({ output: z.string() }) },
  /** Runs one now; the answer comes when it has ended. */
  'rituals:run': { input: z.object({ name }), output: ritualRunSchema },
  'rituals:pause': { input: z.object({ name, paused: z.boolean() }), output: nothing },
  'rituals:skip': { input: z.object({ name, skip: z.boolean() }), output: nothing },
} as const;

export type Contract = typeof contract;
export type Channel = keyof Contract;
export type Input<C extends Channel> = z.input<Contract[C]['input']>;
export type Output<C extends Channel> = z.output<Contract[C]['output']>;

/** Errors cross the bridge as coded replies: an Error object would lose its code on the way. */
export type Reply<T> = { ok: true; value: T } | { ok: false; error: { code: string; message: string } };

/** What main tells the panel unasked: whole values, never differences. */
export const pushes = {
  snapshot: snapshotSchema,
  /** Where the panel shall go, after a click on a notification or a menu item. */
  navigate: z.object({
    view: z.enum([
      'overview',
      'updates',
      'errors',
      'environment',
      'security',
      'rituals',
      'alerts',
      'constitution',
      'archive',
      'settings',
    ]),
    release: releaseIdSchema.nullable(),
    /** Open the rollback preview of that release at once. */
    rollback: z.boolean(),
  }),
  info: appInfoSchema,
} as const;
export type Push = keyof typeof pushes;
export type PushValue<P extends Push> = z.infer<(typeof pushes)[P]>;

/** What the preload puts on `window.nightguard`. */
export interface Bridge {
  call<C extends Channel>(channel: C, input: Input<C>): Promise<Reply<Output<C>>>;
  on<P extends Push>(push: P, listener: (value: PushValue<P>) => void): () => void;
}
