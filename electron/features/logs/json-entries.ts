import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { LogId, LogStanding } from '../../../shared/model/logs.ts';
import { AppError, errnoOf, messageOf } from '../../kernel/errors.ts';
import type { Texts } from './text-source.ts';

const MOST_BYTES = 64 << 20;
const entriesSchema = z.array(z.record(z.string(), z.unknown()));

export type Entry = Readonly<Record<string, unknown>>;

/** A JSON array of entries, one line each; read again only when the file is another one. */
export function createJsonEntries(id: LogId, path: string, shown: string, lineOf: (entry: Entry) => string): Texts {
  let known: { stamp: string; lines: readonly string[] } = { stamp: '', lines: [] };
  const bare: Omit<LogStanding, 'state' | 'bytes'> = { id, path: shown, detail: '' };
  return {
    standing() {
      const stat = statSync(path, { throwIfNoEntry: false });
      return stat === undefined ? { ...bare, state: 'missing', bytes: null } : { ...bare, state: 'there', bytes: stat.size };
    },
    async lines() {
      const stat = statSync(path, { throwIfNoEntry: false });
      if (stat === undefined) return (known = { stamp: '', lines: [] }).lines;
      const stamp = `${stat.ino} ${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}`;
      if (stamp !== known.stamp) known = { stamp, lines: (await entriesOf(path, shown, stat.size)).map(lineOf) };
      return known.lines;
    },
  };
}

async function entriesOf(path: string, shown: string, bytes: number): Promise<readonly Entry[]> {
  if (bytes > MOST_BYTES) throw new AppError('source-unreadable', `${shown} is too large (${bytes} bytes)`);
  try {
    return entriesSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw new AppError('source-unreadable', `${shown} could not be read: ${messageOf(error)}.`, { cause: error });
  }
}
