import { foldName } from '../../../kernel/names.ts';
import type { FoundFile, Obstacle } from './entries.ts';

/** `report (2).md` → `report.md`. */
const NUMBERED = /^(.*) \([1-9]\d{0,3}\)(\.[^./]+)?$/s;

/** The name that Drive put a number on, or null. */
export function plainNameOf(key: string): string | null {
  const match = NUMBERED.exec(key);
  const stem = match?.[1];
  if (stem === undefined || stem === '' || stem.endsWith('/')) return null;
  return `${stem}${match?.[2] ?? ''}`;
}

/** Names of Core that some file system takes for one: none of them can be told from the others there. */
export function caseCollisions(files: ReadonlyMap<string, FoundFile>): Map<string, Obstacle> {
  const first = new Map<string, string>();
  const obstacles = new Map<string, Obstacle>();
  for (const key of files.keys()) {
    const folded = foldName(key);
    const other = first.get(folded);
    if (other === undefined) {
      first.set(folded, key);
      continue;
    }
    obstacles.set(key, { reason: 'name-collision', detail: `Core also has ${other}` });
    if (!obstacles.has(other)) obstacles.set(other, { reason: 'name-collision', detail: `Core also has ${key}` });
  }
  return obstacles;
}

/**
 * Drive's `name (1).ext` beside `name.ext`: two people's versions of one file. The numbered one is never a file of its own before a
 * person says so; the plain one is doubtful too when the two differ. `isSettled`: both sides have agreed on this content.
 */
export function duplicateNames(
  files: ReadonlyMap<string, FoundFile>,
  isSettled: (file: FoundFile) => boolean,
): Map<string, Obstacle> {
  const obstacles = new Map<string, Obstacle>();
  for (const [key, file] of files) {
    const plain = key.includes(' (') ? plainNameOf(key) : null;
    const original = plain === null ? undefined : files.get(plain);
    if (plain === null || original === undefined || isSettled(file)) continue;
    obstacles.set(key, { reason: 'duplicate-name', detail: `Core also has ${plain}` });
    const same = file.hash !== null && file.hash === original.hash;
    if (!same) obstacles.set(plain, { reason: 'duplicate-name', detail: `Core also has ${key}` });
  }
  return obstacles;
}
