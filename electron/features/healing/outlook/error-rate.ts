import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { errnoOf } from '../../../kernel/errors.ts';
import { within } from '../../../kernel/paths.ts';

const PATH = 'knowledge/system/error_tracking.json';
const DAY_MS = 86_400_000;
const MOST_BYTES = 32 * 1024 * 1024;
const trackingSchema = z.object({ error_counts: z.record(z.string(), z.number().nonnegative()) });

/** How many errors a day are being counted now; null where nobody counts, or between two looks. Read only when the file has changed. */
export function createErrorRate(workspace: string): (now: number) => number | null {
  let before: { at: number; counts: ReadonlyMap<string, number> } | null = null;
  let stamp = '';
  return (now) => {
    const next = stampOf(within(workspace, PATH));
    if (next === null) return null;
    const counts = next === stamp && before !== null ? before.counts : countsOf(within(workspace, PATH));
    stamp = next;
    const last = before;
    if (counts !== null) before = { at: now, counts };
    if (last === null || counts === null || now <= last.at) return null;
    // A count that went down was set back after a success.
    const added = [...counts].reduce((sum, [key, count]) => sum + Math.max(0, count - (last.counts.get(key) ?? 0)), 0);
    return (added * DAY_MS) / (now - last.at);
  };
}

function stampOf(path: string): string | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() === true && stat.size <= MOST_BYTES ? `${stat.ino} ${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}` : null;
}

function countsOf(path: string): ReadonlyMap<string, number> | null {
  try {
    const parsed = trackingSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? new Map(Object.entries(parsed.data.error_counts)) : null;
  } catch (error) {
    // Being written, or broken: the check of knowledge files says so.
    if (error instanceof SyntaxError || errnoOf(error) !== undefined) return null;
    throw error;
  }
}
