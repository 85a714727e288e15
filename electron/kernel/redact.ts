/** What stands where a secret stood. */
export const REDACTED = '[redacted]';

/** Takes secrets out of a text. */
export type Redact = (text: string) => string;

interface Shape {
  pattern: RegExp;
  by: string;
}

const NAMES = String.raw`[\w.-]{0,40}(?:token|secret|passw(?:or)?d|passphrase|pwd|api[_-]?key|access[_-]?key|private[_-]?key|credential|authorization|cookie|session[_-]?id|sentry[_-]?key|client[_-]?key)[\w.-]{0,20}`;

/** Secrets by their looks. Quantifiers are bounded: a text of a megabyte must not take seconds. */
const SHAPES: readonly Shape[] = [
  { pattern: /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]{0,16000}?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|$)/g, by: REDACTED },
  { pattern: /\b([a-z][\w+.-]{1,30}:\/\/)[^\s/@:'"]{0,200}:[^\s/@'"]{1,400}@/gi, by: `$1${REDACTED}@` },
  { pattern: /\b(Bearer|Basic|Token) +[\w.~+/=-]{8,4000}/gi, by: `$1 ${REDACTED}` },
  // {"token": "…"}, token='…', TOKEN=…, password: …
  { pattern: new RegExp(String.raw`\b(${NAMES}["']?\s{0,3}(?:=>|[=:])\s{0,3})(["'])(?:\\.|(?!\2)[^\\\n]){1,4000}\2?`, 'gi'), by: `$1$2${REDACTED}$2` },
  { pattern: new RegExp(String.raw`\b(${NAMES}\s{0,3}[=:]\s{0,3})(?!\[redacted|["'\s])[^\s"',;&)}\]]{4,4000}`, 'gi'), by: `$1${REDACTED}` },
  { pattern: /\beyJ[\w-]{8,4000}\.[\w-]{8,8000}\.[\w-]{4,4000}/g, by: REDACTED },
  { pattern: /\b(?:gh[oprsu]_[A-Za-z0-9]{20,255}|github_pat_\w{20,255}|glpat-[\w-]{16,255}|xox[abeoprs]-[\w-]{10,255})/g, by: REDACTED },
  { pattern: /\b(?:sk|pk|rk)[-_](?:[a-z]{2,10}[-_])?[A-Za-z0-9_-]{16,255}/g, by: REDACTED },
  { pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\bAIza[\w-]{30,45}|\bnpm_[A-Za-z0-9]{30,60}\b/g, by: REDACTED },
  // A Telegram bot's token.
  { pattern: /(?<!\d)\d{8,10}:[A-Za-z0-9_-]{35}(?![\w-])/g, by: REDACTED },
]; // prettier-ignore

/** What every shape holds somewhere: most texts need no closer look. */
const SUSPECT =
  /token|secret|pass|pwd|key|credential|authorization|cookie|session|bearer|basic|:\/\/|eyJ|gh[oprsu]_|github_pat|glpat|xox|[spr]k[-_]|AKIA|ASIA|AIza|npm_|\d{8}:|BEGIN /i;

/** Shorter values are words and numbers that stand everywhere. */
const SHORTEST = 8;

/** Takes out what looks like a secret, and the values that are known to be secret. */
export function createRedactor(values: readonly string[] = []): Redact {
  const known = [...new Set(values)].filter((value) => value.length >= SHORTEST).sort((a, b) => b.length - a.length);
  return (text) => {
    let clean = text;
    for (const value of known) if (clean.includes(value)) clean = clean.replaceAll(value, REDACTED);
    if (!SUSPECT.test(clean)) return clean;
    for (const { pattern, by } of SHAPES) clean = clean.replace(pattern, by);
    return clean;
  };
}

/** Takes out what looks like a secret. */
export const redact: Redact = createRedactor();
