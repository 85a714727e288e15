import { join } from 'node:path';
import type { WatchedProcess } from '../../../../shared/model/healing.ts';
import type { ProcessVitals } from '../../../kernel/ports/vitals.ts';
import type { LeakVerdict } from '../forecast/leak.ts';
import type { HealingPorts } from '../ports.ts';
import type { Samples } from '../record/samples.ts';
import { findByCommand, findByPidFile, type Found, type ProcessSettings } from './find-process.ts';
import { createMemoryCourse, type MemoryCourse } from './memory-course.ts';
import type { KnownProcess, ProcessRecord } from './process-record.ts';

export interface ProcessContext {
  ports: Pick<HealingPorts, 'workspace' | 'stateFolder' | 'clock' | 'vitals' | 'keeper' | 'database' | 'gate' | 'audit'>;
  record: ProcessRecord;
  samples: Samples;
  /** The list of all processes, asked for at most once a cycle. */
  commands: () => Promise<{ pid: number; command: string }[] | null>;
}

/** One process that is looked after, and what is known of it now. */
export interface ObservedProcess {
  readonly settings: ProcessSettings;
  /** Looks once. Returns its memory in megabytes; null while it does not run. */
  observe(): Promise<number | null>;
  found(): Found | null;
  known(): KnownProcess | null;
  verdict(): LeakVerdict;
  standing(): WatchedProcess;
  /** It was restarted. */
  countRestart(): void;
}

/** Name of its samples. */
export const memorySeries = (name: string): string => `process.${name}.memory`;

export function observeProcess(settings: ProcessSettings, context: ProcessContext): ObservedProcess {
  const { ports, record, samples } = context;
  let found: Found | null = null;
  let known: KnownProcess | null = record.get(settings.name);
  let course: { of: KnownProcess; course: MemoryCourse } | null = null;
  let verdict: LeakVerdict = { state: 'steady' };
  let restarts = 0;
  let memoryMb: number | null = null;

  const find = async (): Promise<Found> => {
    // As long as it is the one that was found, nothing has to be searched.
    const same = known === null ? null : await stillThere(known);
    if (same !== null && settings.pidFile === undefined) return { state: 'running', process: same };
    if (settings.pidFile !== undefined) return findByPidFile(ports.vitals, ports.workspace, settings.pidFile);
    if (settings.match !== undefined) return findByCommand(ports.vitals, settings.match, context.commands);
    return { state: 'not-running', why: known === null ? 'it was not started yet' : `process ${known.pid} has ended` };
  };
  const stillThere = async ({ pid, start }: KnownProcess): Promise<ProcessVitals | null> => {
    const process = await ports.vitals.process(pid);
    return process !== null && process.start === start ? process : null;
  };
  const courseOf = (process: KnownProcess): MemoryCourse => {
    if (course === null || course.of.pid !== process.pid || course.of.start !== process.start) {
      const past = samples.since(memorySeries(settings.name), process.since).map(({ at, value }) => ({ at, mb: value }));
      course = { of: process, course: createMemoryCourse(past, settings.memoryMb) };
    }
    return course.course;
  };
  return {
    settings,
    async observe() {
      // Whoever else looks after this workspace may have restarted it.
      if (settings.start !== undefined) known = record.get(settings.name);
      found = await find();
      memoryMb = null;
      verdict = { state: 'steady' };
      if (found.state !== 'running') return null;
      known = record.know(settings.name, found.process, settings.start !== undefined);
      memoryMb = found.process.memoryMb;
      verdict = courseOf(known).add(ports.clock.now(), memoryMb);
      return memoryMb;
    },
    found: () => found,
    known: () => known,
    verdict: () => verdict,
    standing: () => ({
      name: settings.name,
      pid: found?.state === 'running' ? found.process.pid : null,
      memoryMb,
      baselineMb: found?.state === 'running' ? (course?.course.baselineMb() ?? null) : null,
      since: found?.state === 'running' ? (known?.since ?? null) : null,
      state:
        found === null || found.state === 'unknown'
          ? 'unknown'
          : found.state === 'running'
            ? STATES[verdict.state]
            : 'not-running',
      restarts,
    }),
    countRestart() {
      restarts += 1;
    },
  };
}

const STATES = { steady: 'running', rising: 'rising', leaking: 'leaking' } as const;

/** Where a process that Nightguard runs prints to. */
export const logFileOf = (stateFolder: string, name: string): string =>
  join(stateFolder, 'logs', `${name.replaceAll(' ', '_')}.log`);
