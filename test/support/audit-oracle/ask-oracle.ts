import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export interface OracleVerdict {
  accepted: boolean;
  entries: number;
  errors: { entry: number | null; what: string }[];
  head: string | null;
  seconds?: number;
}

export interface OracleEntry {
  timestamp: string;
  type: string;
  target: string;
  result: string;
  reasons: readonly string[];
  notes: string;
}

const ORACLE = join(import.meta.dirname, 'oracle.py');

/** Asks the independent verifier many things in one process. */
function ask<T>(requests: readonly object[]): T[] {
  const input = requests.map((request) => JSON.stringify(request)).join('\n');
  const { status, stdout, stderr } = spawnSync('python3', [ORACLE], { input, maxBuffer: 1 << 30, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The oracle failed: ${stderr}`);
  const answers = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
  if (answers.length !== requests.length) throw new Error('The oracle did not answer everything');
  return answers;
}

/** What the independent verifier says of each log. `unescape`: it reads backslash escapes as YAML does. */
export const oracleVerdicts = (logs: readonly Buffer[], unescape = false): OracleVerdict[] =>
  ask<OracleVerdict>(logs.map((log) => ({ do: 'verify', data: log.toString('base64'), unescape })));

/** Logs as AAOS itself writes them. */
export const oracleWrites = (logs: readonly (readonly OracleEntry[])[]): Buffer[] =>
  ask<{ data: string }>(logs.map((entries) => ({ do: 'write', entries }))).map(({ data }) => Buffer.from(data, 'base64'));

/** The same for one file, with the best time of three in seconds. */
export const oracleTime = (path: string): OracleVerdict => ask<OracleVerdict>([{ do: 'time', path }])[0] as OracleVerdict;
