/** What a call came to. `unreachable`: it may or may not have arrived. `retryAfterMs`: how long the other side wants to be left alone. */
export type BotReply =
  | { ok: true; result: unknown }
  | { ok: false; kind: 'refused'; status: number; description: string; retryAfterMs: number | null }
  | { ok: false; kind: 'unreachable'; description: string };

/** A bot of a messenger (Telegram's Bot API). Its token never leaves the adapter. */
export interface Bot {
  /** Which bot, without its secret. */
  readonly id: string;
  /** Never throws; an aborted call is unreachable. */
  call(
    method: string,
    parameters: Readonly<Record<string, unknown>>,
    options: { timeoutMs: number; signal: AbortSignal },
  ): Promise<BotReply>;
}
