import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readWatchdogNotes, WATCHDOG_FILE, type WatchdogNote } from '../../features/healing/index.ts';
import { writeFileAtomic } from '../../kernel/atomic-file.ts';

const MOST = 20;

/** Leaves word for the next guardian, which shows it to people. */
export async function noteRestart(stateFolder: string, note: WatchdogNote): Promise<void> {
  mkdirSync(stateFolder, { recursive: true });
  const path = join(stateFolder, WATCHDOG_FILE);
  await writeFileAtomic(path, `${JSON.stringify([...readWatchdogNotes(path), note].slice(-MOST), null, 2)}\n`);
}
