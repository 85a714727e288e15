/** A request to the loopback server that is not of the Sentry protocol. Who asks has shown the token. */
export interface ApiRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  /** Parsed JSON; undefined where there was no body. */
  body: unknown;
}

/** `stream`: what is written goes on until the reader leaves or the server ends; called once. */
export type ApiAnswer =
  | { status: number; body: unknown; contentType?: string; headers?: Record<string, string> }
  | { stream: (write: (text: string) => void, signal: AbortSignal) => void };

/** What programs and agents of this machine may ask. */
export interface LoopbackApi {
  /** Null when there is no such path. Expected faults are answers. */
  answer(request: ApiRequest): Promise<ApiAnswer | null>;
}
