import type { Bridge, Channel, Input, Output, Push, PushValue, Reply } from '../../shared/ipc/contract.ts';

declare global {
  interface Window {
    /** Put there by the preload; absent when the page was opened outside the application. */
    readonly nightguard?: Bridge;
  }
}

/** A coded failure of a call. `bridge` means that the guardian could not be reached at all. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

const asText = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** Anything that was thrown, as an ApiError. */
export const asApiError = (cause: unknown): ApiError =>
  cause instanceof ApiError ? cause : new ApiError('bridge', asText(cause), { cause });

/** The workspace that the page shows: each question says which one it is about, so that none reaches another. */
let shown: string | null = null;

/** From now on questions are about this workspace. */
export function askAbout(workspace: string | null): void {
  shown = workspace;
}

/** Asks the guardian. Throws an ApiError with the code of the reply, or `bridge` when there is no answer. */
export async function call<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
  const bridge = window.nightguard;
  if (bridge === undefined) throw new ApiError('bridge', 'window.nightguard is missing');
  const reply = await reach(bridge, channel, input);
  if (!reply.ok) throw new ApiError(reply.error.code, reply.error.message);
  return reply.value;
}

async function reach<C extends Channel>(bridge: Bridge, channel: C, input: Input<C>): Promise<Reply<Output<C>>> {
  try {
    return await bridge.call(channel, input, shown);
  } catch (cause) {
    throw asApiError(cause);
  }
}

/** Listens to what the guardian says unasked. Returns the function that stops it. */
export const listen = <P extends Push>(push: P, listener: (value: PushValue<P>) => void): (() => void) =>
  window.nightguard?.on(push, listener) ?? (() => undefined);
