import { BreakList } from '../broken.ts';
import { nameOf } from '../context.ts';
import { walkFileSync } from '../chain/walk-file.ts';
import { GENESIS } from '../format/canonical.ts';
import type { Break } from '../types.ts';

/** `quirks`: entries that only the original writer's own reading explains. `hash`: of the last entry, `GENESIS` when there is none. */
export interface FileVerdict {
  intact: boolean;
  entries: number;
  quirks: number;
  hash: string;
  breaks: readonly Break[];
  count: number;
}

/**
 * Verifies any log by its format alone, as the original does, and by the stricter rules: for files that this workspace's database does not
 * know. A tail that was cut off cannot be seen this way. @throws a system error when the file cannot be read
 */
export function verifyFile(path: string): FileVerdict {
  const breaks = new BreakList();
  const place = { segment: 1, file: nameOf(path), full: GENESIS, formatOnly: true };
  const { entries, quirks, hash } = walkFileSync(path, { ...place, onEntry: () => undefined, onBreak: breaks.add });
  return { intact: breaks.count === 0, entries, quirks, hash, breaks: breaks.list, count: breaks.count };
}
