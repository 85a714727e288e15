import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { errnoOf } from '../../kernel/errors.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Log, LogLevel } from '../../kernel/ports/log.ts';

const MOST_BYTES = 2 * 1024 * 1024;
const RANK: Record<LogLevel, number> = { debug: 0, info: 1, warn: 2, error: 3 };

/** The application log as a file of JSON lines; the one before it is kept as `<file>.1`. Nothing below `least` is written. */
export function createFileLog(file: string, clock: Clock, least: LogLevel = 'info'): Log {
  mkdirSync(dirname(file), { recursive: true });
  return {
    write(level, message, details) {
      if (RANK[level] < RANK[least]) return;
      const line = `${JSON.stringify({ at: new Date(clock.now()).toISOString(), level, message, ...details })}\n`;
      try {
        if (sizeOf(file) + line.length > MOST_BYTES) renameSync(file, `${file}.1`);
        appendFileSync(file, line);
      } catch (error) {
        // A full disk must not stop the guardian from telling the person about it.
        process.stderr.write(`${message} (and the log could not be written: ${errnoOf(error) ?? String(error)})\n`);
      }
    },
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
