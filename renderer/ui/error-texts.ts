/** Codes that have texts of their own below `panel.error.`; every other code is told as `internal`. */
const KNOWN: ReadonlySet<string> = new Set([
  'bridge',
  'locked',
  'stale-preview',
  'changed-meanwhile',
  'not-found',
  'denied',
  'disk-full',
  'hash-mismatch',
  'audit-broken',
  'settings-invalid',
  'source-missing',
  'source-not-set',
  'source-unreadable',
  'internal',
]);

/** Says where Core is. */
export const INIT_COMMAND = 'nightguard init --source /path/to/Core';

const COMMANDS: Readonly<Record<string, string>> = {
  'hash-mismatch': 'nightguard archive verify',
  'audit-broken': 'nightguard audit verify',
  'source-not-set': INIT_COMMAND,
  locked: 'nightguard status',
  bridge: 'nightguard status',
  internal: 'nightguard status --json',
};

/** The key below `panel.error.` for a code, and a command for the terminal that helps, if there is one. */
export function errorTexts(code: string): { key: string; command: string | null } {
  const known = KNOWN.has(code) ? code : 'internal';
  return { key: known, command: COMMANDS[known] ?? null };
}
