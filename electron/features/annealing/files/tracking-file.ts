import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { sweepTemporaries, writeFileAtomic } from '../../../kernel/atomic-file.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import { errnoOf, messageOf } from '../../../kernel/errors.ts';
import { createFact } from '../../../kernel/facts.ts';
import { identityOf, sameIdentity } from '../../../kernel/file-identity.ts';
import { assertRealFolders, within } from '../../../kernel/paths.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import { quarantineFile } from '../../../kernel/quarantine.ts';
import type { ErrorLedger } from '../ledger/error-ledger.ts';
import { HISTORY_LENGTH } from '../ledger/history.ts';

/** Relative to the workspace; read and written by 97layerOS's own engine too. */
const TRACKING_PATH = 'knowledge/system/error_tracking.json';

/** The picture of the counts that other tools read and, beside us, write. */
export interface TrackingFile {
  /** Takes over what others wrote since the last time, then writes what is known. @throws whatever the disk throws */
  sync(): Promise<{ quarantined: string | null }>;
}

export interface TrackingPorts {
  workspace: string;
  database: Database;
  ledger: Pick<ErrorLedger, 'counts' | 'history'>;
  clock: Clock;
  log: Log;
}

const contentSchema = z.looseObject({
  error_counts: z.record(z.string(), z.number()).optional(),
  error_history: z.array(z.record(z.string(), z.unknown())).optional(),
});
type Content = z.infer<typeof contentSchema>;

/** Somebody else may write the file between our look and our write. */
const ATTEMPTS = 5;

export function createTrackingFile({ workspace, database, ledger, clock, log }: TrackingPorts): TrackingFile {
  const path = within(workspace, TRACKING_PATH);
  // What the file said when we last left it: a difference is somebody else's.
  const left = createFact(database, 'error-tracking.counts', z.record(z.string(), z.number()));
  const leftItems = createFact(database, 'error-tracking.items', z.array(z.string()));

  const adopt = (content: Content): void =>
    database.transaction(() => {
      const before = left.get() ?? {};
      const now = content.error_counts ?? {};
      for (const [key, count] of Object.entries(now)) {
        const more = Math.trunc(count) - (before[key] ?? 0);
        if (more > 0) ledger.counts.adopt(key, more);
      }
      // What we counted there and is gone was reset by somebody who saw it succeed.
      if (content.error_counts !== undefined) for (const key of Object.keys(before)) if (!(key in now)) ledger.counts.forget(key);
      const known = new Set([...(leftItems.get() ?? []), ...ledger.history.items().map(identityOfItem)]);
      for (const item of (content.error_history ?? []).slice(-HISTORY_LENGTH)) {
        if (!known.has(identityOfItem(item))) ledger.history.add(item);
      }
      left.set(now);
    });

  const write = async (existing: Content | null): Promise<void> => {
    const counts = ledger.counts.all();
    const items = [...ledger.history.items()].sort((a, b) => compare(timeOf(a), timeOf(b))).slice(-HISTORY_LENGTH);
    const content = { ...existing, error_counts: counts, error_history: items };
    if (existing !== null && JSON.stringify(content) === JSON.stringify(existing)) return;
    await mkdir(dirname(path), { recursive: true });
    await writeFileAtomic(path, `${JSON.stringify(content, null, 2)}\n`);
    database.transaction(() => {
      left.set(counts);
      leftItems.set(items.map(identityOfItem));
    });
  };

  return {
    async sync() {
      assertRealFolders(workspace, TRACKING_PATH, new Set());
      let quarantined: string | null = null;
      await sweepTemporaries(dirname(path));
      for (let attempt = 1; ; attempt += 1) {
        const seen = await identityOf(path);
        const read = await readContent(path);
        if (read.state === 'unreadable') {
          quarantined = await quarantineFile(workspace, path, clock);
          log.write('warn', 'error_tracking.json was unreadable and is kept in the quarantine', {
            quarantined,
            reason: read.reason,
          });
          continue;
        }
        if (read.state === 'ok') adopt(read.content);
        if (attempt < ATTEMPTS && !sameIdentity(seen, await identityOf(path))) continue;
        const version = database.dataVersion();
        await write(read.state === 'ok' ? read.content : null);
        // Another process of ours has counted meanwhile: its numbers belong there too.
        if (attempt >= ATTEMPTS || database.dataVersion() === version) return { quarantined };
      }
    },
  };
}

type Read = { state: 'ok'; content: Content } | { state: 'missing' } | { state: 'unreadable'; reason: string };

async function readContent(path: string): Promise<Read> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
    const parsed = contentSchema.safeParse(JSON.parse(text));
    return parsed.success ? { state: 'ok', content: parsed.data } : { state: 'unreadable', reason: 'of another shape' };
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return { state: 'missing' };
    // A file that may not be read is not broken: it stays where it is.
    if (errnoOf(error) !== undefined && !(error instanceof TypeError)) throw error;
    return { state: 'unreadable', reason: messageOf(error) };
  }
}

const identityOfItem = (item: Record<string, unknown>): string => JSON.stringify(item);
const timeOf = (item: Record<string, unknown>): string => (typeof item['timestamp'] === 'string' ? item['timestamp'] : '');
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
