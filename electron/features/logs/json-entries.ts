import { open } from 'node:fs/promises';
import { z } from 'zod';
import type { LogId } from '../../../shared/model/logs.ts';
import { AppError, errnoOf } from '../../kernel/errors.ts';
import { OPEN_LOG, standingOf, statLog, unreadable, type LogFile } from './log-file.ts';
import type { Texts } from './text-source.ts';

const MOST_BYTES = 64 << 20;
const entriesSchema = z.array(z.record(z.string(), z.unknown()));

export type Entry = Readonly<Record<string, unknown>>;

/** A JSON array of entries, one line each; read again only when the file is another one. */
export function createJsonEntries(id: LogId, log: LogFile, lineOf: (entry: Entry) => string): Texts {
  let known: { stamp: string; lines: readonly string[] } = { stamp: '', lines: [] };
  return {
    standing: () => standingOf(id, log),
    async lines() {
      const stat = statLog(log);
      if (stat === undefined) return (known = { stamp: '', lines: [] }).lines;
      const stamp = `${stat.ino} ${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}`;
      if (stamp !== known.stamp) known = { stamp, lines: (await entriesOf(log, stat.size)).map(lineOf) };
      return known.lines;
    },
  };
}

async function entriesOf({ path, shown }: LogFile, bytes: number): Promise<readonly Entry[]> {
  if (bytes > MOST_BYTES) throw new AppError('source-unreadable', `${shown} is too large (${bytes} bytes)`);
  try {
    return entriesSchema.parse(JSON.parse(await readText(path)));
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw unreadable(shown, error);
  }
}

async function readText(path: string): Promise<string> {
  const file = await open(path, OPEN_LOG);
  try {
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}
