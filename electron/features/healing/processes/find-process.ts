import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { HealingSettings } from '../../../../shared/model/settings.ts';
import { errnoOf } from '../../../kernel/errors.ts';
import type { ProcessVitals, Vitals } from '../../../kernel/ports/vitals.ts';

export type ProcessSettings = HealingSettings['processes'][number];

/** What is found of a process. `unknown`: it cannot be said whether it runs. */
export type Found =
  | { state: 'running'; process: ProcessVitals }
  | { state: 'not-running'; why: string }
  | { state: 'unknown'; why: string };

/** A process may begin this much after its pid file, as clocks tick. Milliseconds. */
const SLACK_MS = 2000;

/** By the id in its pid file: a process that began after the file was written is a later one of the same id. */
export async function findByPidFile(vitals: Vitals, workspace: string, pidFile: string): Promise<Found> {
  const path = isAbsolute(pidFile) ? pidFile : join(workspace, pidFile);
  let text: string;
  let writtenAt: number;
  try {
    writtenAt = statSync(path).mtimeMs;
    text = readFileSync(path, 'utf8').slice(0, 100);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return { state: 'not-running', why: `there is no ${pidFile}` };
    return { state: 'unknown', why: `${pidFile} cannot be read (${errnoOf(error) ?? 'unknown error'})` };
  }
  const pid = Number(/^\s*(\d{1,10})\s*$/.exec(text.split('\n')[0] ?? '')?.[1]);
  if (!Number.isSafeInteger(pid) || pid <= 1) return { state: 'unknown', why: `${pidFile} holds no process id` };
  const process = await vitals.process(pid);
  if (process === null) return { state: 'not-running', why: `process ${pid} of ${pidFile} is gone` };
  if (process.startedAt !== null && process.startedAt > writtenAt + SLACK_MS)
    return { state: 'not-running', why: `process ${pid} began after ${pidFile} was written: it is another one` };
  return { state: 'running', process };
}

/** By its command line: of those that fit, the one with the lowest id that is alive. */
export async function findByCommand(
  vitals: Vitals,
  match: string,
  commands: () => Promise<{ pid: number; command: string }[] | null>,
): Promise<Found> {
  const all = await commands();
  if (all === null) return { state: 'unknown', why: 'this system does not list its processes' };
  const pattern = patternOf(match);
  const fitting = all.filter(({ command }) => pattern.test(command)).sort((a, b) => a.pid - b.pid);
  for (const { pid } of fitting) {
    const process = await vitals.process(pid);
    if (process !== null) return { state: 'running', process };
  }
  return { state: 'not-running', why: `no command line fits ${JSON.stringify(match)}` };
}

/** Plain text anywhere in the line, `*` for anything. */
const patternOf = (match: string): RegExp =>
  new RegExp(
    match
      .split('*')
      .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
      .join('.*'),
    's',
  );
