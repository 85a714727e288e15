import type { LogId, LogStanding } from '../../../shared/model/logs.ts';
import { wantsAll } from './line-test.ts';
import type { SearchThread } from './search-thread.ts';
import type { LogSource } from './source.ts';

/** Lines that are made of something else: entries of a JSON log, runs in the database. */
export interface Texts {
  standing(): LogStanding;
  /** The same array while nothing has changed. @throws AppError `source-unreadable` */
  lines(): Promise<readonly string[]>;
}

/** A source of lines that are held in memory. */
export function createTextSource(id: LogId, texts: Texts, thread: SearchThread): LogSource {
  let current: readonly string[] = [];
  const searched = new Map<string, { of: readonly string[]; numbers: Uint32Array }>();
  return {
    id,
    standing: () => texts.standing(),
    async refresh() {
      current = await texts.lines();
      return current.length;
    },
    async matches(query) {
      if (wantsAll(query)) return null;
      const key = JSON.stringify(query);
      const known = searched.get(key);
      if (known?.of === current) return known.numbers;
      const numbers = await thread.run<Uint32Array>('searchTexts', { texts: current, query });
      searched.clear();
      searched.set(key, { of: current, numbers });
      return numbers;
    },
    read: (numbers) => Promise.resolve(numbers.map((number) => current[number] ?? '')),
  };
}
