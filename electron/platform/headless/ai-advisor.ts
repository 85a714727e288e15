import type { LanguageModel } from 'ai';
import { AppError, messageOf } from '../../kernel/errors.ts';
import type { Advisor, AdvisorAddress } from '../../kernel/ports/advisor.ts';
import { createRedactor } from '../../kernel/redact.ts';

const RETRIES = 2;
const LONGEST_REASON = 300;

/** Models by the AI SDK, which is loaded when somebody asks: it costs an idle guardian nothing. */
export const aiAdvisor: Advisor = {
  async ask({ system, text }, address) {
    const { generateText } = await import('ai');
    const timeout = AbortSignal.timeout(address.timeoutMs);
    try {
      const { text: answer, usage } = await generateText({
        model: await modelOf(address),
        system,
        prompt: text,
        maxOutputTokens: address.maxOutputTokens,
        maxRetries: RETRIES,
        abortSignal: AbortSignal.any([timeout, address.signal]),
      });
      return { text: answer, inputTokens: usage.inputTokens ?? null, outputTokens: usage.outputTokens ?? null };
    } catch (error) {
      throw new Error(reasonOf(error, timeout, address), { cause: error });
    }
  },
};

/** Some providers repeat the key in what they refuse with. */
function reasonOf(
  error: unknown,
  timeout: AbortSignal,
  { key, signal, timeoutMs }: { key: string; signal: AbortSignal; timeoutMs: number },
): string {
  if (signal.aborted) return 'it was cancelled';
  if (timeout.aborted) return `no answer within ${timeoutMs / 1000} s`;
  return createRedactor([key])(messageOf(error)).replaceAll(key, '[redacted]').slice(0, LONGEST_REASON);
}

async function modelOf({ provider, model, baseUrl, key }: AdvisorAddress & { key: string }): Promise<LanguageModel> {
  const address = baseUrl === '' ? {} : { baseURL: baseUrl };
  switch (provider) {
    case 'google':
      return (await import('@ai-sdk/google')).createGoogleGenerativeAI({ apiKey: key, ...address })(model);
    case 'anthropic':
      return (await import('@ai-sdk/anthropic')).createAnthropic({ apiKey: key, ...address })(model);
    case 'openai':
      return (await import('@ai-sdk/openai')).createOpenAI({ apiKey: key, ...address }).chat(model);
    case 'compatible': {
      if (baseUrl === '') throw new AppError('usage', 'A compatible provider needs annealing.ai.baseUrl.');
      const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
      return createOpenAICompatible({ name: 'compatible', baseURL: baseUrl, ...(key === '' ? {} : { apiKey: key }) })(model);
    }
  }
}
