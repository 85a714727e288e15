const HIDDEN = '[redacted]';

/** What looks like a secret, wherever it stands. */
const SECRETS: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /(?<!\d)\d{6,12}:[\w-]{30,}/g,
  /(?<=\/\/hooks\.slack\.com\/)\S+/gi,
  /(?<=\/\/(?:\w+\.)?discord(?:app)?\.com\/api\/webhooks\/)\S+/gi,
  /\b(?:sk|pk|rk)[-_](?:[a-z]+[-_])*[\w-]{16,}\b/gi,
  /\b(?:gh[pousr]|github_pat|glpat|xox[abprs]|npm|hf|dop_v1|shpat)[-_][\w-]{16,}/g,
  /\bAKIA[0-9A-Z]{16}\b/g,
  /\bAIza[\w-]{30,}/g,
  /\bya29\.[\w-]{20,}/g,
  /\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g,
];

/** `NAME=value`, `"name": "value"`, `name: value`: the name stays. */
const NAMED =
  /(["']?[\w.-]*(?:token|secret|passw(?:or)?d|passphrase|api[-_]?key|private[-_]?key|access[-_]?key|credential|authorization)[\w.-]*["']?\s*[:=]\s*)("[^"\n]*"|'[^'\n]*'|(?:Bearer |Basic )?[^\s,;]+)/gi;
/** `https://user:password@host`, also when the password holds what should have been escaped; a port is none. */
const IN_ADDRESS = /(\b[a-z][a-z\d+.-]*:\/\/[^\s/:@]*:)(?!\d{1,5}\/)[^\s"'<>]+(@)/gi;

/** A text without what looks like a secret: it leaves the machine. */
export function redact(text: string): string {
  const named = text.replace(NAMED, `$1${HIDDEN}`).replace(IN_ADDRESS, `$1${HIDDEN}$2`);
  return SECRETS.reduce((left, secret) => left.replace(secret, HIDDEN), named);
}
