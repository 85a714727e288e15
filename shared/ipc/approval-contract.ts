import { z } from 'zod';
import { approvalRequestSchema, consensusStateSchema, waitingApprovalSchema } from '../model/governance.ts';

/**
 * The contract between the approval window and the guardian, apart from the panel's: a compromised panel has no channel that approves.
 * Main validates every input and output against it, and trusts the top frame of the approval window only.
 */

const nothing = z.null();
const id = z.number().int().positive();
const contentHash = z.string().regex(/^[0-9a-f]{64}$/);

/** What the window shows around a request. */
export const approvalScreenSchema = z.object({
  workspace: z.object({ name: z.string(), path: z.string() }),
  language: z.enum(['en', 'ko']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Requests that wait, oldest first. */
  waiting: z.array(waitingApprovalSchema),
  /** The request that the window was opened for. */
  wanted: id.nullable(),
});
export type ApprovalScreen = z.infer<typeof approvalScreenSchema>;

export const shownApprovalSchema = z.object({
  request: approvalRequestSchema,
  /** Where the consensus on a change to the constitution stands; null while nobody has reviewed it. */
  consensus: consensusStateSchema.nullable(),
  /** Whom the operating system vouches for: recorded as the one who decides. */
  decider: z.string(),
});
export type ShownApproval = z.infer<typeof shownApprovalSchema>;

export const approvalContract = {
  /** The page begins anew: whatever it had shown before does not count any more. */
  'approval:begin': { input: nothing, output: approvalScreenSchema },
  'approval:show': { input: z.strictObject({ id }), output: shownApprovalSchema },
  /** `contentHash` of the request as it was shown; `confirm` its first characters, typed where the risk is high. */
  'approval:approve': { input: z.strictObject({ id, contentHash, confirm: z.string().max(64) }), output: approvalRequestSchema },
  'approval:deny': { input: z.strictObject({ id, contentHash, reason: z.string().max(2000) }), output: approvalRequestSchema },
  /** Decides nothing. */
  'approval:close': { input: nothing, output: nothing },
} as const;

export type ApprovalContract = typeof approvalContract;
export type ApprovalChannel = keyof ApprovalContract;
export type ApprovalInput<C extends ApprovalChannel> = z.input<ApprovalContract[C]['input']>;
export type ApprovalOutput<C extends ApprovalChannel> = z.output<ApprovalContract[C]['output']>;

/** What main tells the approval window unasked. */
export interface ApprovalPushes {
  screen: ApprovalScreen;
  /** Somebody asked for this request in tray, notification or panel. */
  wanted: number;
}
export type ApprovalPush = keyof ApprovalPushes;

/** What the approval window's preload puts on `window.nightguardApproval`. */
export interface ApprovalBridge {
  call<C extends ApprovalChannel>(
    channel: C,
    input: ApprovalInput<C>,
  ): Promise<{ ok: true; value: ApprovalOutput<C> } | { ok: false; error: { code: string; message: string } }>;
  on<P extends ApprovalPush>(push: P, listener: (value: ApprovalPushes[P]) => void): () => void;
}
