import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeFileAtomic } from '../../../kernel/atomic-file.ts';
import { errnoOf } from '../../../kernel/errors.ts';
import { localIso, parseLocalIso } from '../../../kernel/local-time.ts';
import { assertRealFolders, within } from '../../../kernel/paths.ts';

/** Relative to the workspace: one ISO timestamp, local time without a zone, as Python writes it. */
const PATH = '.tmp/last_security_update';
/** Half a day less than a week: a run of Sunday at 02:00 ends at 02:04, and the next Sunday's must not find that too early. */
const WEEK_MS = 6.5 * 86_400_000;

export interface ShouldUpdate {
  should: boolean;
  /** One sentence for people. */
  reason: string;
}

/** Whether a week has gone by since the last run, as the file that all tools share says. */
export async function shouldUpdate(workspace: string, now: number): Promise<ShouldUpdate> {
  const last = await lastRun(workspace);
  if (last === null) return { should: true, reason: 'No security update has run here yet.' };
  if (last > now) return { should: true, reason: 'The last run lies in the future: its time is not to be trusted.' };
  const days = Math.floor((now - last) / 86_400_000);
  if (now - last >= WEEK_MS) return { should: true, reason: `The last run was ${days} days ago.` };
  return { should: false, reason: `The last run was ${localIso(last).replace('T', ' ')}, less than a week ago.` };
}

/** Epoch milliseconds; null: never, or the file says nothing that is a time. */
export async function lastRun(workspace: string): Promise<number | null> {
  try {
    const text = (await readFile(within(workspace, PATH), 'utf8')).trim();
    const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(zoned) ? parseLocalIso(text) : zoned;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Notes a run. @throws system errors */
export async function noteRun(workspace: string, at: number): Promise<void> {
  assertRealFolders(workspace, PATH, new Set());
  const file = within(workspace, PATH);
  await mkdir(dirname(file), { recursive: true });
  await writeFileAtomic(file, `${localIso(at)}\n`);
}
