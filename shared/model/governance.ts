import { z } from 'zod';

/** What panel and terminal show of the constitution: judgements, limits, requests for approval, consensus in progress. */

const time = z.number().int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The three judgements of the constitution, in its own words. */
export const verdictSchema = z.enum(['Canonical', 'Canonical-Conditional', 'Non-Canonical']);
export type Verdict = z.infer<typeof verdictSchema>;

/** Rules by which Nightguard is stricter than the constitution's own validator. Each can be switched in `governance.judgement`. */
export const stricterRuleSchema = z.enum([
  'expiredPermission',
  'invalidDate',
  'missingReference',
  'placeholder',
  'missingConsensus',
  'duplicateKey',
]);
export type StricterRule = z.infer<typeof stricterRuleSchema>;

export const findingSchema = z.object({
  /** `constitution`: the original's own validator finds it too. */
  rule: z.union([z.literal('constitution'), stricterRuleSchema]),
  severity: z.enum(['error', 'warning']),
  /** Dotted path of the value in the front matter; '' for the whole document. */
  key: z.string(),
  /** 1-based line in the file; null when there is none to point at. */
  line: z.number().int().positive().nullable(),
  message: z.string(),
});
export type Finding = z.infer<typeof findingSchema>;

export const judgementSchema = z.object({
  verdict: verdictSchema,
  findings: z.array(findingSchema),
  /** The immune system itself: vouched for by the Canon, never judged Non-Canonical. */
  bootstrap: z.boolean(),
});
export type DocumentJudgement = z.infer<typeof judgementSchema>;

export const limitFindingSchema = z.object({
  limit: z.enum(['max_files', 'max_folders', 'max_log_kb', 'retention.max_days']),
  allowed: z.number(),
  actual: z.number(),
  /** What the doctrine demands. Recommended, never done unasked. */
  action: z.enum(['warn', 'clean-up', 'rotate', 'dissolve']),
  since: time,
});
export type LimitFinding = z.infer<typeof limitFindingSchema>;

export interface StructureNode {
  /** Relative to the scanned root, POSIX separators; '' for the root itself. */
  path: string;
  name: string;
  /** `Container`: no DNA of its own, but structures below it. */
  result: Verdict | 'Container';
  /** The file that was judged: official DNA before a proposal. */
  file: 'DNA.md' | 'DNA_BLUEPRINT.md' | null;
  version: string | null;
  /** A proposal lies beside the official DNA. */
  proposal: boolean;
  bootstrap: boolean;
  findings: Finding[];
  limits: LimitFinding[];
  children: StructureNode[];
}
export const structureNodeSchema: z.ZodType<StructureNode> = z.object({
  path: z.string(),
  name: z.string(),
  result: z.union([verdictSchema, z.literal('Container')]),
  file: z.enum(['DNA.md', 'DNA_BLUEPRINT.md']).nullable(),
  version: z.string().nullable(),
  proposal: z.boolean(),
  bootstrap: z.boolean(),
  findings: z.array(findingSchema),
  limits: z.array(limitFindingSchema),
  get children() {
    return z.array(structureNodeSchema);
  },
});

export const structureTreeSchema = z.object({
  root: structureNodeSchema,
  scannedAt: time,
  counts: z.object({
    Canonical: z.number(),
    'Canonical-Conditional': z.number(),
    'Non-Canonical': z.number(),
    Container: z.number(),
  }),
  /** Folders that could not be read: nothing is said about what is in them. */
  unreadable: z.array(z.object({ path: z.string(), detail: z.string() })),
});
export type StructureTree = z.infer<typeof structureTreeSchema>;

/** One thing that the immune system looked at in itself. `could-not-check` is never fine. */
export const selfCheckSchema = z.object({
  check: z.enum(['integrity', 'alignment', 'limits']),
  subject: z.string(),
  result: z.enum(['ok', 'violated', 'could-not-check']),
  detail: z.string(),
});
export type SelfCheck = z.infer<typeof selfCheckSchema>;

export const riskSchema = z.enum(['low', 'medium', 'high']);
export type Risk = z.infer<typeof riskSchema>;

export const approvalStateSchema = z.enum(['pending', 'approved', 'denied', 'expired', 'used']);

export const approvalRequestSchema = z.object({
  id: z.number().int().positive(),
  /** Who asks. */
  actor: z.string(),
  type: z.string(),
  target: z.string(),
  paths: z.array(z.string()),
  summary: z.string(),
  /** Unified diff of what will be done, where there is one. */
  diff: z.string().nullable(),
  /** SHA-256 of exactly what will be done; its first characters are typed to approve. */
  contentHash: sha256,
  risk: riskSchema,
  /** The rule that asks. */
  rule: z.string(),
  /** `meta`: a person is not enough, an accepted consensus on this content is needed first. */
  procedure: z.enum(['person', 'meta']),
  /** The file of an agent's request, or null for an act of Nightguard's own. */
  file: z.string().nullable(),
  state: approvalStateSchema,
  askedAt: time,
  expiresAt: time,
  decidedAt: time.nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
  /** Until when an approval can be used. */
  validUntil: time.nullable(),
  usedAt: time.nullable(),
});
export type ApprovalRequest = z.infer<typeof approvalRequestSchema>;

export const voteSchema = z.object({
  agent: z.string().min(1),
  model: z.string().min(1),
  organization: z.string().min(1),
  verdict: z.enum(['approve', 'reject', 'revise']),
  rationale: z.string().min(1),
  /** A vote dies when the content changes. */
  contentHash: sha256,
  at: time,
});
export type Vote = z.infer<typeof voteSchema>;

export const consensusKindSchema = z.enum(['ordinary', 'emergency_security_patch', 'formal_correction', 'agents_unavailable']);
export type ConsensusKind = z.infer<typeof consensusKindSchema>;

export const consensusStateSchema = z.object({
  id: z.number().int().positive(),
  target: z.string(),
  kind: consensusKindSchema,
  description: z.string(),
  contentHash: sha256,
  versionChange: z.string(),
  state: z.enum(['reviewing', 'awaiting-person', 'escalated', 'accepted', 'rejected', 'stale']),
  /** Why it is where it is, and what is missing. */
  reasons: z.array(z.string()),
  votes: z.array(voteSchema.extend({ counts: z.boolean(), family: z.string().nullable() })),
  persons: z.array(z.string()),
  /** Accepted in an emergency: the reviews are still to come. */
  consensusOwed: z.boolean(),
  openedAt: time,
});
export type ConsensusState = z.infer<typeof consensusStateSchema>;

/** A guarded file that is not as the log left it. `unreadable` is never fine. */
export const unloggedChangeSchema = z.object({
  path: z.string(),
  change: z.enum(['changed', 'created', 'removed', 'unreadable']),
  was: sha256.nullable(),
  is: sha256.nullable(),
  /** When it was last as recorded; null for a file never seen before. */
  since: time.nullable(),
  detail: z.string().nullable(),
});
export type UnloggedChange = z.infer<typeof unloggedChangeSchema>;

/** A structure whose time has come by its own DNA. Found, never dissolved unasked. */
export const dueDissolutionSchema = z.object({ structure: z.string(), reason: z.string(), since: time });
export type DueDissolution = z.infer<typeof dueDissolutionSchema>;

/** What the Constitution view shows. */
export const constitutionViewSchema = z.object({
  /** Whether the workspace has an immune system. Structures are judged without one too. */
  constituted: z.boolean(),
  /** Null before the first scan; `scanProblem` says why the last one failed. */
  tree: structureTreeSchema.nullable(),
  scanProblem: z.string().nullable(),
  /** What the immune system found in itself, newest look; empty before it. */
  self: z.array(selfCheckSchema),
  selfCheckedAt: time.nullable(),
  unlogged: z.array(unloggedChangeSchema),
  due: z.array(dueDissolutionSchema),
  /** Cases that are open, and those that still owe a consensus. */
  consensus: z.array(consensusStateSchema),
});
export type ConstitutionView = z.infer<typeof constitutionViewSchema>;

/** A request that waits for a person, as tray and Overview show it. */
export const waitingApprovalSchema = approvalRequestSchema.pick({
  id: true,
  actor: true,
  type: true,
  target: true,
  summary: true,
  risk: true,
  procedure: true,
  askedAt: true,
  expiresAt: true,
});
export type WaitingApproval = z.infer<typeof waitingApprovalSchema>;
