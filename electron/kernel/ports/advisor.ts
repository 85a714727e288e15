/** Where a model is, and how long it may take. */
export interface AdvisorAddress {
  provider: 'google' | 'anthropic' | 'openai' | 'compatible';
  model: string;
  /** '' for the provider's own. */
  baseUrl: string;
  timeoutMs: number;
}

export interface AdvisorAnswer {
  text: string;
  /** Null where the provider does not say. */
  inputTokens: number | null;
  outputTokens: number | null;
}

/** Asks a language model one question. What comes back is a stranger's text. */
export interface Advisor {
  /** @throws Error when nothing usable comes back: refused, too slow, cancelled, unreachable. Its message never holds the key. */
  ask(
    question: { system: string; text: string },
    address: AdvisorAddress & { key: string; maxOutputTokens: number; signal: AbortSignal },
  ): Promise<AdvisorAnswer>;
}
