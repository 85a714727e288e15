import { open, type FileHandle } from 'node:fs/promises';
import type { LogId, LogQuery } from '../../../shared/model/logs.ts';
import { AppError } from '../../kernel/errors.ts';
import { wantsAll } from './line-test.ts';
import { OPEN_LOG, standingOf, statLog, unreadable, type LogFile } from './log-file.ts';
import { EVERY, type Scanned, type ScanTask } from './scan-lines.ts';
import type { SearchThread } from './search-thread.ts';
import type { LogSource } from './source.ts';

interface Known {
  ino: number;
  /** Byte behind the last line break. */
  end: number;
  lines: number;
  marks: number[];
  size: number;
}

interface Hits {
  /** Lines and bytes that were searched. */
  lines: number;
  end: number;
  numbers: number[];
}

const MOST_QUERIES = 4;
/** Of the lines between two marks. Beyond, lines are shown as gone. Bytes. */
const MOST_READ = 8 << 20;

/** A text file of lines, as it grows: what is known of it is not read again. */
export function createFileSource(id: LogId, log: LogFile, thread: SearchThread): LogSource {
  const { path } = log;
  let known: Known | null = null;
  const queries = new Map<string, Hits>();

  const scan = (from: { end: number; lines: number }, query: LogQuery | null): Promise<Scanned> =>
    thread.run<Scanned>('scan', { path, offset: from.end, line: from.lines, query } satisfies ScanTask);

  const refresh = async (): Promise<number> => {
    const stat = statLog(log);
    if (stat === undefined) {
      known = null;
      return 0;
    }
    // Rotated, or cut: it begins anew.
    if (known !== null && (known.ino !== stat.ino || stat.size < known.size)) {
      known = null;
      queries.clear();
    }
    if (known === null || stat.size > known.size) {
      const before = known ?? { ino: stat.ino, end: 0, lines: 0, marks: [], size: 0 };
      const found = await scan(before, null).catch((error: unknown) => {
        throw error instanceof AppError ? error : unreadable(log.shown, error);
      });
      // The mark at the place where this look began is there from the last one already.
      const marks = before.lines > 0 && before.lines % EVERY === 0 ? found.marks.slice(1) : found.marks;
      known = {
        ino: stat.ino,
        end: found.end,
        lines: found.lines,
        marks: [...before.marks, ...marks],
        size: Math.max(stat.size, found.end),
      };
    }
    return known.lines + (known.size > known.end ? 1 : 0);
  };

  const matches = async (query: LogQuery): Promise<ArrayLike<number> | null> => {
    if (wantsAll(query)) return null;
    const key = JSON.stringify(query);
    const hits = queries.get(key) ?? { lines: 0, end: 0, numbers: [] };
    if (known !== null && known.end > hits.end) {
      const { end } = hits;
      const found = await scan(hits, query);
      // Asked twice at once, the same lines are found twice.
      if (hits.end === end) {
        for (const number of found.hits ?? []) hits.numbers.push(number);
        [hits.lines, hits.end] = [found.lines, found.end];
      }
    }
    queries.delete(key);
    queries.set(key, hits);
    const [oldest] = queries.keys();
    if (queries.size > MOST_QUERIES && oldest !== undefined) queries.delete(oldest);
    return hits.numbers;
  };

  /** The lines between two marks. */
  const block = async (file: FileHandle, index: number, { marks, size }: Known): Promise<string[]> => {
    const from = marks[index] ?? 0;
    const length = Math.min((marks[index + 1] ?? size) - from, MOST_READ);
    const bytes = Buffer.allocUnsafe(Math.max(0, length));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
    return bytes.toString('utf8', 0, bytesRead).split('\n');
  };

  return {
    id,
    standing: () => standingOf(id, log),
    refresh,
    matches,
    async read(numbers) {
      const now = known;
      if (now === null || numbers.length === 0) return numbers.map(() => '');
      const file = await open(path, OPEN_LOG).catch(() => null);
      if (file === null) return numbers.map(() => '');
      try {
        const blocks = new Map<number, string[]>();
        for (const index of new Set(numbers.map((number) => Math.floor(number / EVERY))))
          blocks.set(index, await block(file, index, now));
        return numbers.map((number) => withoutReturn(blocks.get(Math.floor(number / EVERY))?.[number % EVERY] ?? ''));
      } finally {
        await file.close();
      }
    },
  };
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);
