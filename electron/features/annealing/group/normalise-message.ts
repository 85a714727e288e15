/** Quoted parts of these errors are names in the code, not values: another name is another cause. */
const NAMES_CODE =
  /^(?:ModuleNotFoundError|ImportError|NameError|UnboundLocalError|AttributeError|TypeError|ReferenceError|SyntaxError)$/;
const MODULE_MISSING = /Cannot find (?:module|package) |No module named /;
/** A quotation mark inside a word is an apostrophe. */
const QUOTED = /(?<![\p{L}\p{N}])(["'`])((?:\\.|(?!\1)[^\\\n]){0,500})\1(?![\p{L}\p{N}])/gu;
/** An address that holds a pair of marks itself: they quote nothing. */
const QUOTING_URL = /(?<!\S)[a-z][a-z+.-]{1,20}:\/\/\S{0,2000}?(["'`])\S{0,2000}?\1\S*/gi;
const CODE_NAME = /^[\p{L}_$.@][\p{L}\p{N}_$./@-]*$/u;

interface Rule {
  pattern: RegExp;
  by: string | ((match: string) => string);
}

/** In this order: what a later rule looks for must not be inside what an earlier one took. */
const RULES: readonly Rule[] = [
  { pattern: /\b[a-z][a-z+.-]{1,20}:\/\/\S+/gi, by: '<url>' },
  { pattern: /\b[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+/g, by: '<mail>' },
  { pattern: /\b[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}\b/gi, by: '<id>' },
  { pattern: /\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?/g, by: '<time>' },
  { pattern: /\b\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\b/g, by: '<time>' },
  { pattern: /(?<![\p{L}\p{N}<])(?:[A-Za-z]:)?(?:\.{0,2}[\\/])(?:[^\s\\/:;,()[\]{}<>"'`]+[\\/])*[^\s\\/:;,()[\]{}<>"'`]*/gu, by: '<path>' },
  { pattern: /(?<![\p{L}\p{N}<])[\w.-]+(?:\/[\w.-]+)+/gu, by: '<path>' },
  { pattern: /\b0x[0-9a-f]+\b/gi, by: '<id>' },
  { pattern: /(?<![\p{L}\p{N}_])[-+]?\d[\d_,.]*(?:e[-+]?\d+)?(?:\s?(?:ms|s|sec|seconds?|minutes?|hours?|[kmgt]i?b|bytes?|%))?(?![\p{L}\p{N}_])/giu, by: '<n>' },
  // Words with digits in them are names of things, not of causes: user_42, a1b2c3d4.
  { pattern: /(?<![\p{L}\p{N}_<])(?=[\p{L}\p{N}_.-]*\d)[\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*/gu, by: '<id>' },
]; // prettier-ignore

/** Numbers that say what happened rather than to whom: kept. */
const MEANINGFUL = /\[(?:Errno|WinError) \d+\]|\b(?:HTTP(?:\/\d(?:\.\d)?)?|status)(?: (?:code|error))?[ :=]{1,2}[1-5]\d{2}\b/gi;

const LONGEST = 400;

/**
 * A message without what differs from one occurrence to the next: ids, numbers, times, paths, addresses and quoted values.
 * Only the first line counts: what follows is detail. Version 1 of the fingerprint rests on every line here. Pure.
 */
export function normaliseMessage(type: string, message: string): string {
  const kept: string[] = [];
  const keep = (text: string): string => `\uE000${String.fromCharCode(0xe100 + kept.push(text) - 1)}\uE001`;
  const namesCode = NAMES_CODE.test(type) || MODULE_MISSING.test(message);
  let text = (message.split('\n', 1)[0] ?? '').slice(0, LONGEST * 4).replaceAll(/[\uE000-\uF8FF]/g, '');
  text = text.replaceAll(QUOTING_URL, '<url>');
  text = text.replaceAll(MEANINGFUL, keep);
  text = text.replaceAll(QUOTED, (_, _mark: string, value: string) =>
    namesCode && CODE_NAME.test(value) && value.length <= 80 ? keep(`'${value}'`) : ' <value> ',
  );
  for (const { pattern, by } of RULES) text = text.replaceAll(pattern, by as string);
  text = text.replaceAll(/\uE000(.)\uE001/gu, (_, mark: string) => kept[mark.charCodeAt(0) - 0xe100] ?? '');
  return text
    .replaceAll(/(?:<n>[\s,;]*){2,}/g, '<n> ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST);
}
