import type { ProcessResult } from '../../../kernel/ports/process-runner.ts';

/** Why an installation came to nothing. Keys below `environment.why` in the locales. */
export type WhyNot =
  | 'network'
  | 'hash'
  | 'not-found'
  | 'conflict'
  | 'busy-index'
  | 'time-out'
  | 'stopped'
  | 'externally-managed'
  | 'no-installer'
  | 'system-python'
  | 'elsewhere'
  | 'denied'
  | 'build'
  | 'disk-full'
  | 'python'
  | 'unknown';

/** In what the installer says, and in what it only writes to its log: a search that failed looks like a package that does not exist. */
const SIGNS: readonly (readonly [WhyNot, 'said' | 'logged', RegExp])[] = [
  ['hash', 'said', /DO NOT MATCH THE HASHES|HashMismatch|hash mismatch|hashes are required/i],
  ['externally-managed', 'said', /externally-managed-environment|externally managed/i],
  ['disk-full', 'said', /No space left on device|ENOSPC/i],
  [
    'busy-index',
    'logged',
    /\b429\b.*error|too many (?:requests|\d+ error responses)|\b5\d\d (?:Server|Internal|Bad|Service|Gateway)/i,
  ],
  [
    'network',
    'logged',
    /connection error:|: timed out|NewConnectionError|ConnectionError|Connection (?:aborted|refused|reset|broken)|ProtocolError|ReadTimeout|ConnectTimeout|Name or service not known|Temporary failure in name|IncompleteRead|Max retries exceeded|Could not connect|error sending request/i,
  ],
  ['conflict', 'said', /ResolutionImpossible|conflicting dependencies|No solution found/i],
  ['not-found', 'said', /No matching distribution|Could not find a version|not found in the package registry/i],
  [
    'build',
    'said',
    /subprocess-exited-with-error|Failed to build|Failed building wheel|metadata-generation-failed|Invalid wheel/i,
  ],
];

/** The cause as the installer's own words tell it. */
export function whyNotInstalled({ end }: Pick<ProcessResult, 'end'>, said: string, logged: string): WhyNot {
  if (end === 'timed-out') return 'time-out';
  if (end === 'cancelled' || end === 'killed') return 'stopped';
  if (end === 'not-started') return 'no-installer';
  return SIGNS.find(([, place, sign]) => sign.test(place === 'said' ? said : `${said}\n${logged}`))?.[0] ?? 'unknown';
}

/** The installer's own last sentence about it. */
export function lastWords(output: string): string {
  const said = output.split('\n').map((line) => line.trim());
  const errors = said.filter((line) => /^(?:ERROR|error|×)/.test(line));
  return (errors[0] ?? said.findLast((line) => line !== '') ?? '').replace(/^(?:ERROR|error|×):?\s*/, '').slice(0, 300);
}
