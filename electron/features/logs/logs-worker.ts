import type { LogQuery } from '../../../shared/model/logs.ts';
import { lineTest } from './line-test.ts';
import { scanLines, type Scanned, type ScanTask } from './scan-lines.ts';

// The entry of the logs' thread: whatever somebody's expression costs, it costs it here, and can be ended.

/** Answers as soon as the thread can. */
export const begin = (): null => null;

/** Counts and searches a file. */
export const scan = (task: ScanTask): Scanned => scanLines(task);

/** Searches lines that are no file. */
export function searchTexts({ texts, query }: { texts: readonly string[]; query: LogQuery }): Uint32Array {
  const test = lineTest(query);
  return Uint32Array.from(texts.flatMap((line, number) => (test(line) ? [number] : [])));
}
