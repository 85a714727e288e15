import { failingFrame, functionOf, type ErrorEvent } from '../../../../shared/model/annealing.ts';
import type { Database } from '../../../kernel/database.ts';
import { localIso } from '../../../kernel/local-time.ts';

/** An item of error_tracking.json; what others add to theirs is kept. */
export interface HistoryItem extends Record<string, unknown> {
  timestamp: string;
  error_key: string;
  error_type: string;
  error_message: string;
  count: number;
  context: Record<string, unknown>;
}

/** As many as 97layerOS keeps. */
export const HISTORY_LENGTH = 100;

/** The newest errors in the shape of 97layerOS. */
export interface History {
  add(item: Record<string, unknown>): void;
  /** Oldest first. */
  items(): Record<string, unknown>[];
}

export function createHistory(database: Database): History {
  return {
    add(item) {
      const { lastId } = database.run('INSERT INTO error_history (item) VALUES (?)', JSON.stringify(item));
      database.run('DELETE FROM error_history WHERE id <= ?', lastId - HISTORY_LENGTH);
    },
    items: () =>
      database
        .all<{ item: string }>('SELECT item FROM error_history ORDER BY id')
        .map(({ item }) => JSON.parse(item) as Record<string, unknown>),
  };
}

/** The item of one event. */
export function historyItem(event: ErrorEvent, key: string, count: number): HistoryItem {
  const frame = failingFrame(event.frames) ?? event.frames.at(-1);
  return {
    timestamp: localIso(event.at),
    error_key: key,
    error_type: event.type,
    error_message: event.message,
    count,
    context: {
      ...event.context,
      function: functionOf(event.frames),
      ...(frame === undefined ? {} : { file: frame.file }),
      ...(frame?.line === undefined || frame.line === null ? {} : { line: frame.line }),
    },
  };
}
