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

const SIGNS: readonly (readonly [WhyNot, RegExp])[] = [
  ['hash', /DO NOT MATCH THE HASHES|HashMismatch|hash mismatch|hashes are required/i],
  ['externally-managed', /externally-managed-environment|externally managed/i],
  ['disk-full', /No space left on device|ENOSPC/i],
  ['busy-index', /\b429\b|too many requests|\b50[0234]\b (?:Server|Internal|Bad|Service|Gateway)|HTTP error 5\d\d|Server Error/i],
  [
    'network',
    /NewConnectionError|ConnectionError|Connection (?:aborted|refused|reset|broken)|RemoteDisconnected|ProtocolError|ReadTimeout|ConnectTimeout|Name or service not known|Temporary failure in name|IncompleteRead|Max retries exceeded|Could not connect|error sending request|network/i,
  ],
  ['conflict', /ResolutionImpossible|conflicting dependencies|No solution found|user requested \(constraint\)/i],
  ['not-found', /No matching distribution|Could not find a version|not found in the package registry/i],
  [
    'build',
    /subprocess-exited-with-error|Failed to build|Failed building wheel|metadata-generation-failed|Invalid wheel|invalid requirement/i,
  ],
];

/** The cause as the installer's own words tell it. */
export function whyNotInstalled({ end }: Pick<ProcessResult, 'end'>, output: string): WhyNot {
  if (end === 'timed-out') return 'time-out';
  if (end === 'cancelled' || end === 'killed') return 'stopped';
  if (end === 'not-started') return 'no-installer';
  return SIGNS.find(([, sign]) => sign.test(output))?.[0] ?? 'unknown';
}

/** The installer's own last sentence about it. */
export function lastWords(output: string): string {
  const said = output.split('\n').map((line) => line.trim());
  const errors = said.filter((line) => /^(?:ERROR|error|×)/.test(line));
  return (errors[0] ?? said.findLast((line) => line !== '') ?? '').replace(/^(?:ERROR|error|×):?\s*/, '').slice(0, 300);
}
