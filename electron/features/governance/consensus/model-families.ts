import { foldName } from '../../../kernel/names.ts';

/** A family of models and who makes it. */
export interface ModelFamily {
  family: string;
  organization: string;
}

/** By the beginning of a word in the model's name. Other names of one house are one family: a review by both is one review. */
const KNOWN: readonly (readonly [pattern: RegExp, family: string, organization: string])[] = [
  [/\b(?:claude|anthropic|opus|sonnet|haiku)/, 'claude', 'anthropic'],
  [/\b(?:gpt|chatgpt|codex|openai|o[134]\b|o[134]-)/, 'gpt', 'openai'],
  [/\b(?:gemini|gemma|palm|bard|google)/, 'gemini', 'google'],
  [/\b(?:llama|meta-)/, 'llama', 'meta'],
  [/\b(?:mistral|mixtral|magistral|codestral|devstral|ministral|pixtral)/, 'mistral', 'mistral'],
  [/\b(?:qwen|qwq|tongyi)/, 'qwen', 'alibaba'],
  [/\bdeepseek/, 'deepseek', 'deepseek'],
  [/\b(?:grok|xai)/, 'grok', 'xai'],
  [/\b(?:command|cohere|aya)\b/, 'command', 'cohere'],
  [/\b(?:kimi|moonshot)/, 'kimi', 'moonshot'],
  [/\b(?:glm|chatglm|zhipu)/, 'glm', 'zhipu'],
  [/\b(?:hyperclova|clova)/, 'hyperclova', 'naver'],
  [/\bexaone/, 'exaone', 'lg'],
  [/\bsolar/, 'solar', 'upstage'],
];

/**
 * The family of a model by its name; `own` are families from the settings. Null when it is not known, or when the name speaks of more
 * than one family: independence that cannot be shown is none.
 */
export function familyOf(model: string, own: readonly (ModelFamily & { model: string })[] = []): ModelFamily | null {
  const name = foldName(model.normalize('NFKC'))
    .replaceAll(/[_./:\s]+/g, ' ')
    .trim();
  const families = new Map<string, ModelFamily>();
  for (const [pattern, family, organization] of KNOWN) if (pattern.test(name)) families.set(family, { family, organization });
  for (const { model: start, family, organization } of own) {
    const key = foldName(start.normalize('NFKC'))
      .replaceAll(/[_./:\s]+/g, ' ')
      .trim();
    if (name.startsWith(key))
      families.set(foldName(family), { family: foldName(family), organization: organizationKey(organization) });
  }
  return families.size === 1 ? ([...families.values()][0] ?? null) : null;
}

/** One organisation, however its name is written: `OpenAI, Inc.` is `openai`. */
export const organizationKey = (organization: string): string =>
  foldName(organization.normalize('NFKC'))
    .replaceAll(/\b(?:inc|llc|ltd|pbc|corp|corporation|co|gmbh|ag|ai|labs?)\b\.?/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
