/** Whether an act has left the environment as good as it was. */
export interface EnvironmentVerdict {
  /** False when something is wrong, or cannot be checked, that was right before the act. */
  ok: boolean;
  /** For people: what is wrong now and was not before, or what is wrong anyway. Empty when all is well. */
  detail: string;
  durationMs: number;
}

/** The environment check, as it runs around every major act. Null: the settings do without it. */
export interface EnvironmentProof {
  /** Looks before the act, so that it is known what was wrong already. A fresh result is used again. Never throws for the environment's sake. */
  before(signal: AbortSignal): Promise<void>;
  /** Looks after the act, puts right what it can, and compares. */
  after(signal: AbortSignal): Promise<EnvironmentVerdict | null>;
}
