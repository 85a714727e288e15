import { z } from 'zod';

/** Words and shapes of the updates duty, shared by guardian, terminal, tray and panel. Times are epoch milliseconds. */

/** Milliseconds; beyond the last of these there is no date. */
const time = z.number().int().nonnegative().max(8.64e15);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What happens to one file. RESTORED is written by a rollback; the others come from Core. */
export const changeTypeSchema = z.enum(['NEW', 'MODIFIED', 'DELETED', 'RESTORED']);
export type ChangeType = z.infer<typeof changeTypeSchema>;

/** Why a file or a whole set waits. Each has a sentence for people in the locales (`held.<code>`). */
export const heldReasonSchema = z.enum([
  // the file itself
  'conflict', // changed in Core and here since they last agreed
  'conflict-unknown', // differs, and Nightguard has never seen the two agree
  'conflict-deleted-here', // changed in Core, deleted here
  'conflict-deleted-in-core', // deleted in Core, changed here
  'rejected', // this content failed its verification before
  'taken-back', // a person rolled this content back: settled, and asks for nothing
  'protected', // never written by an update
  'unsafe-path', // absolute, leaves the workspace, or not a valid name
  'symlink', // a symbolic link in Core or on the way to the target
  'not-a-file', // a folder or device stands where the file should go
  'name-collision', // two names that are equal but for case or Unicode form
  'duplicate-name', // Drive's `name (1).ext` beside `name.ext`
  'too-large',
  'placeholder', // a Drive stream placeholder: the content is not on this disk
  'unreadable', // Core's file could not be read
  'syntax', // does not parse
  'import-cycle', // would create a circular import
  'depends-on-held', // imports a file that is held
  'manifest-missing', // not listed in MANIFEST.json
  'manifest-mismatch', // content differs from MANIFEST.json
  'unstable', // still changing
  // the whole set
  'brake-files',
  'brake-percent',
  'source-empty',
  'source-shrunk',
  'source-marker-missing',
  'backwards', // takes many files back to content they had before
]);
export type HeldReason = z.infer<typeof heldReasonSchema>;

/** A decision that a person can take about a held file. */
export const heldDecisionSchema = z.enum(['take-source', 'keep-local']);
export type HeldDecision = z.infer<typeof heldDecisionSchema>;

export const heldItemSchema = z.object({
  path: z.string(),
  reason: heldReasonSchema,
  /** Particulars for people: the cycle, the parse error with its line, the other name. */
  detail: z.string(),
  sourceHash: hash.nullable(),
  localHash: hash.nullable(),
  since: time,
  /** Decisions that make sense here; empty when only a change in Core can help. */
  decisions: z.array(heldDecisionSchema),
});
export type HeldItem = z.infer<typeof heldItemSchema>;

/** A whole set that the brake holds; `token` binds a person's release to exactly this set. */
export const heldSetSchema = z.object({
  token: z.string(),
  reasons: z.array(z.object({ reason: heldReasonSchema, detail: z.string() })),
  files: z.number().int().nonnegative(),
  since: time,
});
export type HeldSet = z.infer<typeof heldSetSchema>;

export const releaseStatusSchema = z.enum(['APPLYING', 'VERIFYING', 'SUCCESS', 'ROLLED_BACK', 'FAILED']);
export type ReleaseStatus = z.infer<typeof releaseStatusSchema>;

export const releaseKindSchema = z.enum(['update', 'rollback', 'fix']);
export type ReleaseKind = z.infer<typeof releaseKindSchema>;

/** Who or what asked for an act. */
export const triggerSchema = z.enum(['watcher', 'schedule', 'startup', 'panel', 'tray', 'terminal', 'library', 'annealing']);
export type Trigger = z.infer<typeof triggerSchema>;

export const releaseIdSchema = z.string().regex(/^R-\d{4,}$/);

export const releaseSummarySchema = z.object({
  id: releaseIdSchema,
  kind: releaseKindSchema,
  /** What a rollback goes back on, for people: `R-0141`, a path, a time; the error that a fix mends. */
  of: z.string().nullable(),
  status: releaseStatusSchema,
  trigger: triggerSchema,
  startedAt: time,
  finishedAt: time.nullable(),
  files: z.number().int().nonnegative(),
  /** Why it failed or was rolled back. */
  reason: z.string().nullable(),
  /** False when every file of it has been changed again since. */
  canRollBack: z.boolean(),
  /** Set when a later rollback took this release back. */
  rolledBackBy: releaseIdSchema.nullable(),
});
export type ReleaseSummary = z.infer<typeof releaseSummarySchema>;

export const releaseFileSchema = z.object({
  path: z.string(),
  type: changeTypeSchema,
  beforeHash: hash.nullable(),
  afterHash: hash.nullable(),
  /** Archive entry that holds the bytes from before; null for a file that was not there. */
  archiveId: z.number().int().nullable(),
  size: z.number().int().nonnegative().nullable(),
});
export type ReleaseFile = z.infer<typeof releaseFileSchema>;

export const verificationSchema = z.object({
  name: z.string(),
  passed: z.boolean(),
  durationMs: z.number().nonnegative(),
  /** Tail of the output, or the failed paths. */
  output: z.string(),
});
export type Verification = z.infer<typeof verificationSchema>;

export const releaseDetailSchema = releaseSummarySchema.extend({
  entries: z.array(releaseFileSchema),
  verifications: z.array(verificationSchema),
});
export type ReleaseDetail = z.infer<typeof releaseDetailSchema>;

export const cycleStatusSchema = z.enum(['NO_UPDATES', 'COMPLETED', 'HELD', 'ROLLED_BACK', 'FAILED', 'PLANNED']);

/** An entry of `knowledge/system/update_log.json` (see the formats shared with 97layerOS). */
export const updateEntrySchema = z.looseObject({
  type: changeTypeSchema,
  relative_path: z.string(),
  drive_hash: z.string().optional(),
  local_hash: z.string().optional(),
  archive_path: z.string().optional(),
  /** Local time without a zone. */
  timestamp: z.string(),
  /** PLANNED is an answer to a dry run and is never written to the file. */
  status: z.enum(['SUCCESS', 'FAILED', 'ROLLED_BACK', 'HELD', 'PLANNED']),
  error: z.string().optional(),
  release: z.string().optional(),
});
export type UpdateEntry = z.infer<typeof updateEntrySchema>;

export const cycleResultSchema = z.object({
  status: cycleStatusSchema,
  release: releaseIdSchema.nullable(),
  updates_count: z.number().int(),
  success_count: z.number().int(),
  failed_count: z.number().int(),
  held_count: z.number().int(),
  timestamp: z.string(),
  entries: z.array(updateEntrySchema),
  /** Why it failed, was rolled back, or could not look at all. */
  reason: z.string().nullable(),
  held: z.array(heldItemSchema),
  heldSet: heldSetSchema.nullable(),
});
export type CycleResult = z.infer<typeof cycleResultSchema>;

// --- rollback ---

export const rollbackTargetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('release'), release: releaseIdSchema }),
  z.object({ kind: z.literal('file'), path: z.string().min(1) }),
  z.object({ kind: z.literal('time'), at: time }),
  z.object({ kind: z.literal('version'), archiveId: z.number().int().positive() }),
]);
export type RollbackTarget = z.infer<typeof rollbackTargetSchema>;

/** `put-back` and `remove` can be done at once; `decide` means that somebody changed the file since; `lost` that no proven copy exists. */
export const rollbackActionSchema = z.enum(['put-back', 'remove', 'unchanged', 'decide', 'lost']);

export const rollbackFileSchema = z.object({
  path: z.string(),
  action: rollbackActionSchema,
  currentHash: hash.nullable(),
  targetHash: hash.nullable(),
  archiveId: z.number().int().nullable(),
  detail: z.string(),
});
export type RollbackFile = z.infer<typeof rollbackFileSchema>;

export const rollbackPreviewSchema = z.object({
  target: rollbackTargetSchema,
  /** For people: what is gone back on. */
  of: z.string(),
  files: z.array(rollbackFileSchema),
  /** Binds the act to exactly what was shown. */
  token: z.string(),
});
export type RollbackPreview = z.infer<typeof rollbackPreviewSchema>;

/** What to do with files that were changed since: leave them, or archive them and put the old bytes back. */
export const changedSinceSchema = z.enum(['keep', 'overwrite']);
export type ChangedSince = z.infer<typeof changedSinceSchema>;

export const rollbackResultSchema = z.object({
  status: z.enum(['COMPLETED', 'NOTHING_TO_DO', 'HELD', 'FAILED', 'PLANNED']),
  release: releaseIdSchema.nullable(),
  of: z.string(),
  files: z.array(rollbackFileSchema),
  reason: z.string().nullable(),
});
export type RollbackResult = z.infer<typeof rollbackResultSchema>;

// --- archive ---

export const archiveVersionSchema = z.object({
  id: z.number().int().positive(),
  path: z.string(),
  hash,
  size: z.number().int().nonnegative(),
  archivedAt: time,
  /** Relative to the workspace, POSIX separators. */
  archivePath: z.string(),
  release: releaseIdSchema.nullable(),
});
export type ArchiveVersion = z.infer<typeof archiveVersionSchema>;

export const archivePageSchema = z.object({
  versions: z.array(archiveVersionSchema),
  total: z.number().int().nonnegative(),
});
export type ArchivePage = z.infer<typeof archivePageSchema>;

export const archiveVerifySchema = z.object({
  checked: z.number().int(),
  intact: z.number().int(),
  damaged: z.array(
    z.object({ id: z.number().int(), archivePath: z.string(), problem: z.enum(['missing', 'altered', 'unreadable']) }),
  ),
});
export type ArchiveVerifyResult = z.infer<typeof archiveVerifySchema>;

export const prunePreviewSchema = z.object({
  remove: z.array(archiveVersionSchema),
  keep: z.number().int(),
  bytes: z.number().int(),
  token: z.string(),
});
export type PrunePreview = z.infer<typeof prunePreviewSchema>;

/** A text difference; `binary` when either side is not text, `tooLarge` when it would not be readable. */
export const textDiffSchema = z.object({
  path: z.string(),
  oldLabel: z.string(),
  newLabel: z.string(),
  state: z.enum(['text', 'binary', 'too-large', 'identical']),
  /** Unified diff with three lines of context; empty unless `state` is text. */
  unified: z.string(),
});
export type TextDiff = z.infer<typeof textDiffSchema>;
