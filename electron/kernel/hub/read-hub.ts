import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { errnoOf } from '../errors.ts';
import { parseLocalIso } from '../local-time.ts';
import { assertRealFolders, within } from '../paths.ts';

const HUB = 'knowledge/agent_hub';
const MOST_BYTES = 256 * 1024;
const MOST_READ = 500;

const messageSchema = z.looseObject({
  id: z.string().min(1).max(200),
  timestamp: z.union([z.string().max(64), z.number()]).optional(),
  from: z.string().max(200),
  to: z.string().max(200),
  type: z.enum(['request', 'response', 'broadcast', 'query', 'vote', 'decision', 'status']),
  data: z.record(z.string(), z.unknown()),
});

/** A message that lies in the hub's folder, whoever put it there. Nothing of it is trusted. */
export interface ReceivedMessage {
  id: string;
  /** When it says it was sent; when its file was written, where it does not say. Epoch milliseconds. */
  at: number;
  from: string;
  to: string;
  type: z.infer<typeof messageSchema>['type'];
  data: Record<string, unknown>;
}

interface Written {
  name: string;
  at: number;
}

/** Messages whose files were written after a time, oldest first; at most the newest 500. What is no message is passed over. */
export function readHub(workspace: string, since: number): ReceivedMessage[] {
  return filesSince(workspace, since)
    .slice(-MOST_READ)
    .flatMap(({ name, at }) => {
      const message = readMessage(join(within(workspace, HUB), name), at);
      return message === null ? [] : [message];
    });
}

function filesSince(workspace: string, since: number): Written[] {
  try {
    assertRealFolders(workspace, `${HUB}/x`, new Set());
    const folder = within(workspace, HUB);
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
      .flatMap((name) => {
        const stat = lstatSync(join(folder, name), { throwIfNoEntry: false });
        return stat?.isFile() === true && stat.size <= MOST_BYTES && stat.mtimeMs > since ? [{ name, at: stat.mtimeMs }] : [];
      })
      .sort((one, other) => one.at - other.at || one.name.localeCompare(other.name));
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}

function readMessage(path: string, writtenAt: number): ReceivedMessage | null {
  try {
    const { id, timestamp, from, to, type, data } = messageSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    const said = typeof timestamp === 'string' ? (parseLocalIso(timestamp) ?? Date.parse(timestamp)) : NaN;
    return { id, at: Math.round(Number.isNaN(said) ? writtenAt : said), from, to, type, data };
  } catch {
    // Half written, or another tool's own file: it is no message, or not yet.
    return null;
  }
}
