import { z } from 'zod';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import { messageOf } from '../../../kernel/errors.ts';
import { createFact } from '../../../kernel/facts.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import { findLogs } from './find-logs.ts';
import { createLogTailer, type LogTailer, type TailerPorts } from './log-tailer.ts';
import { createPositions } from './positions.ts';

/** All logs that the settings name. */
export interface LogWatcher {
  /** One look at each. Never throws for a log's sake. */
  look(): Promise<void>;
}

export interface LogWatcherPorts {
  workspace: string;
  database: Database;
  clock: Clock;
  log: Log;
  patterns: () => readonly string[];
  commit: TailerPorts['commit'];
}

/** How often patterns are looked up again. Milliseconds. */
const FIND_MS = 5000;

export function createLogWatcher({ workspace, database, clock, log, patterns, commit }: LogWatcherPorts): LogWatcher {
  const positions = createPositions(database);
  // What was there when a pattern was first used is history; what appears later is read from its beginning.
  const known = createFact(database, 'annealing.log-patterns', z.array(z.string()));
  const tailers = new Map<string, LogTailer>();
  const failed = new Set<string>();
  let found: { at: number; of: string } | null = null;

  const find = async (): Promise<void> => {
    const wanted = patterns();
    const of = JSON.stringify(wanted);
    if (found !== null && found.of === of && clock.now() - found.at < FIND_MS) return;
    found = { at: clock.now(), of };
    const before = new Set(known.get());
    const present = new Set<string>();
    for (const pattern of wanted) {
      for (const path of await findLogs(workspace, pattern)) {
        present.add(path);
        if (!tailers.has(path))
          tailers.set(path, createLogTailer({ workspace, path, positions, clock, commit, fromStart: before.has(pattern) }));
      }
    }
    // A log that was just rotated away may come back: its place is known, and reading on costs nothing.
    for (const path of tailers.keys()) if (!present.has(path) && positions.get(path) === null) tailers.delete(path);
    if (wanted.some((pattern) => !before.has(pattern))) known.set([...new Set([...before, ...wanted])]);
  };

  return {
    async look() {
      await find();
      for (const [path, tailer] of tailers) {
        try {
          await tailer.look();
          failed.delete(path);
        } catch (error) {
          if (!failed.has(path)) log.write('warn', 'a log could not be read', { path, error: messageOf(error) });
          failed.add(path);
        }
      }
    },
  };
}
