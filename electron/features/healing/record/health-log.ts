import { lstatSync, mkdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeFileAtomic } from '../../../kernel/atomic-file.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { errnoOf } from '../../../kernel/errors.ts';
import { localIso } from '../../../kernel/local-time.ts';
import { assertRealFolders, within } from '../../../kernel/paths.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import { quarantineFile } from '../../../kernel/quarantine.ts';

export interface HealthEntry {
  isHealthy: boolean;
  issues: number;
  autoFixes: number;
  uptimeSeconds: number;
}

const PATH = 'knowledge/health_log.json';
/** The newest ones are kept, as its other readers expect. */
const MOST = 100;
/** While nothing changes one entry in this time is enough, so that a hundred tell of a day. Milliseconds. */
const QUIET_MS = 15 * 60_000;

/** knowledge/health_log.json: an entry when the state changes, and one a quarter of an hour otherwise. */
export function createHealthLog({ workspace, clock, log }: { workspace: string; clock: Clock; log: Log }) {
  let last: { at: number; essence: string } | null = null;
  return {
    async note(entry: HealthEntry): Promise<void> {
      const essence = `${entry.isHealthy} ${entry.issues} ${entry.autoFixes}`;
      const now = clock.now();
      if (last !== null && last.essence === essence && now - last.at < QUIET_MS && now >= last.at) return;
      const path = within(workspace, PATH);
      assertRealFolders(workspace, PATH, new Set());
      if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true) {
        log.write('warn', 'knowledge/health_log.json is a symbolic link: nothing is written through it');
        return;
      }
      mkdirSync(within(workspace, 'knowledge'), { recursive: true });
      const before = await read(path, workspace, clock, log);
      const item = {
        timestamp: localIso(now),
        status: entry.isHealthy ? 'HEALTHY' : 'DEGRADED',
        issues_count: entry.issues,
        auto_fixes_count: entry.autoFixes,
        uptime_seconds: entry.uptimeSeconds,
      };
      await writeFileAtomic(path, `${JSON.stringify([...before, item].slice(-MOST), null, 2)}\n`);
      last = { at: now, essence };
    },
  };
}

/** Entries of others stay, whatever they hold. */
async function read(path: string, workspace: string, clock: Clock, log: Log): Promise<unknown[]> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
    const parsed = z.array(z.unknown()).safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    if (errnoOf(error) !== undefined && !(error instanceof TypeError)) throw error;
  }
  const quarantined = await quarantineFile(workspace, path, clock);
  log.write('warn', 'knowledge/health_log.json was unreadable and is kept in the quarantine', { quarantined });
  return [];
}
