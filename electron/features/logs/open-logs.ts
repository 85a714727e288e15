import type { LogId, LogPage, LogQuery, LogStanding, LogView } from '../../../shared/model/logs.ts';
import type { Disposable } from '../../kernel/disposables.ts';
import { AppError, asAppError } from '../../kernel/errors.ts';
import { within } from '../../kernel/paths.ts';
import type { Redact } from '../../kernel/redact.ts';
import { healthLine, securityLine, updateLine } from './entry-lines.ts';
import { exportLines } from './export-lines.ts';
import { createFileSource } from './file-source.ts';
import { createJsonEntries } from './json-entries.ts';
import { readLine, timeOf } from './read-line.ts';
import { createRitualLines, type RitualOutputs } from './ritual-lines.ts';
import { createSearchThread } from './search-thread.ts';
import type { LogFile } from './log-file.ts';
import type { LogSource } from './source.ts';
import { createTextSource } from './text-source.ts';

export interface LogsPorts {
  /** Absolute. */
  workspace: string;
  /** Relative to the workspace; null while there is no audit log. */
  auditLog: () => string | null;
  /** Absolute; null where this door keeps none. */
  applicationLog: string | null;
  rituals: RitualOutputs;
  redactor: () => Redact;
}

/** The logs of one workspace, by line. Which files they are is fixed here: nobody names a path. */
export interface Logs extends Disposable {
  sources(): LogStanding[];
  /** How many lines there are now; looks for new ones. What cannot be read or searched is said, not thrown. */
  view(id: LogId, query: LogQuery): Promise<LogView>;
  /** Lines of a query, by their place among those that it lets through. */
  page(id: LogId, query: LogQuery, from: number, count: number): Promise<LogPage>;
  /** The place of the first line that is not before a time (epoch milliseconds). */
  placeOf(id: LogId, query: LogQuery, at: number): Promise<number>;
  /** Writes the lines of a query, as they are shown, to a path that a person has chosen. Returns how many. */
  exportTo(id: LogId, query: LogQuery, path: string): Promise<number>;
}

/** More than a screen of anybody. */
const MOST_LINES = 1000;

export function openLogs(ports: LogsPorts): Logs {
  const { workspace, redactor } = ports;
  const thread = createSearchThread();
  const made = new Map<LogId, { path: string; source: LogSource }>();
  /** A source lives as long as its path is the same: what was counted is not counted again. */
  const kept = (id: LogId, path: string, make: () => LogSource): LogSource => {
    const known = made.get(id);
    if (known?.path === path) return known.source;
    const source = make();
    made.set(id, { path, source });
    return source;
  };
  const place = (path: string): LogFile => ({ path: within(workspace, path), shown: path, root: workspace });
  const inWorkspace = (id: LogId, path: string): LogSource => kept(id, path, () => createFileSource(id, place(path), thread));
  const entries = (id: LogId, path: string, lineOf: Parameters<typeof createJsonEntries>[2]): LogSource =>
    kept(id, path, () => createTextSource(id, createJsonEntries(id, place(path), lineOf), thread));

  const sourceOf = (id: LogId): LogSource | null => {
    switch (id) {
      case 'updates':
        return entries(id, 'knowledge/system/update_log.json', updateLine);
      case 'security':
        return entries(id, 'knowledge/system/security_update_log.json', securityLine);
      case 'health':
        return entries(id, 'knowledge/health_log.json', healthLine);
      case 'annealing':
        return inWorkspace(id, 'directives/self_annealing_log.md');
      case 'audit': {
        const path = ports.auditLog();
        return path === null ? null : inWorkspace(id, path);
      }
      case 'rituals':
        return kept(id, '', () => createTextSource(id, createRitualLines(ports.rituals), thread));
      case 'application': {
        const path = ports.applicationLog;
        if (path === null) return null;
        return kept(id, path, () => createFileSource(id, { path, shown: 'nightguard.log', root: null }, thread));
      }
    }
  };
  const known = (id: LogId): LogSource => {
    const source = sourceOf(id);
    if (source === null) throw new AppError('not-found', `There is no log ${id} here.`);
    return source;
  };

  const page: Logs['page'] = async (id, query, from, count) => {
    const source = known(id);
    const all = await source.refresh();
    const matches = await source.matches(query);
    const total = matches?.length ?? all;
    const most = Math.max(0, Math.min(count, MOST_LINES, total - from));
    const numbers = Array.from({ length: most }, (_, index) => matches?.[from + index] ?? from + index);
    const redact = redactor();
    const raw = await source.read(numbers);
    return { lines: raw.map((text, index) => readLine(numbers[index] ?? 0, text, redact)), shown: total };
  };

  return {
    sources: () =>
      IDS.flatMap((id) => {
        const source = sourceOf(id);
        return source === null ? [] : [source.standing()];
      }),
    async view(id, query) {
      const source = known(id);
      const { state, detail } = source.standing();
      try {
        const total = await source.refresh();
        const matches = await source.matches(query);
        return { state, detail, total, shown: matches?.length ?? total, problem: null };
      } catch (error) {
        const { code, message } = asAppError(error);
        if (code === 'source-unreadable') return { state: 'unreadable', detail: message, total: 0, shown: 0, problem: null };
        return { state, detail, total: 0, shown: 0, problem: message };
      }
    },
    page,
    async placeOf(id, query, at) {
      const source = known(id);
      const matches = await source.matches(query);
      const total = matches?.length ?? (await source.refresh());
      return firstNotBefore(total, at, async (place) => {
        const numbers = Array.from(
          { length: Math.min(SEEN, total - place) },
          (_, index) => matches?.[place + index] ?? place + index,
        );
        const times = (await source.read(numbers)).map(timeOf);
        return times.find((time) => time !== null) ?? null;
      });
    },
    async exportTo(id, query, path) {
      const matches = await known(id).matches(query);
      const total = matches?.length ?? (await known(id).refresh());
      return exportLines(path, total, (from, count) => page(id, query, from, count));
    },
    dispose: () => thread.dispose(),
  };
}

const IDS: readonly LogId[] = ['updates', 'audit', 'annealing', 'health', 'security', 'rituals', 'application'];
/** A line without a time belongs to the one after it that has one; so many are looked at. */
const SEEN = 64;

/** Halves the log again and again: logs are in the order of time. */
async function firstNotBefore(total: number, at: number, timeAt: (place: number) => Promise<number | null>): Promise<number> {
  let [low, high] = [0, total];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const time = await timeAt(middle);
    if (time !== null && time < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
