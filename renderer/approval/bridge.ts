import type {
  ApprovalBridge,
  ApprovalChannel,
  ApprovalInput,
  ApprovalOutput,
  ApprovalPush,
  ApprovalPushes,
} from '../../shared/ipc/approval-contract.ts';
import { ApiError, asApiError } from '../api/index.ts';

declare global {
  interface Window {
    /** Put there by the approval window's preload, and by no other. */
    readonly nightguardApproval?: ApprovalBridge;
  }
}

/** Asks the guardian. Throws an ApiError with the code of the reply, or `bridge` when there is no answer. */
export async function ask<C extends ApprovalChannel>(channel: C, input: ApprovalInput<C>): Promise<ApprovalOutput<C>> {
  const bridge = window.nightguardApproval;
  if (bridge === undefined) throw new ApiError('bridge', 'window.nightguardApproval is missing');
  const reply = await bridge.call(channel, input).catch((cause: unknown) => {
    throw asApiError(cause);
  });
  if (!reply.ok) throw new ApiError(reply.error.code, reply.error.message);
  return reply.value;
}

/** Listens to what the guardian says unasked. Returns the function that stops it. */
export const hear = <P extends ApprovalPush>(push: P, listener: (value: ApprovalPushes[P]) => void): (() => void) =>
  window.nightguardApproval?.on(push, listener) ?? (() => undefined);
