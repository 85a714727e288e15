import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

const MOST_BYTES = 1 << 20;

/** The values of the workspace's `.env`: the same array until the file changes. What cannot be read holds none. */
export function createSecretValues(workspace: string): () => readonly string[] {
  const path = join(workspace, '.env');
  let known: { stamp: string; values: readonly string[] } = { stamp: '', values: [] };
  return () => {
    const stamp = stampOf(path);
    if (stamp !== known.stamp) known = { stamp, values: stamp === '' ? [] : valuesOf(path) };
    return known.values;
  };
}

function stampOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined || !stat.isFile() || stat.size > MOST_BYTES ? '' : `${stat.mtimeMs} ${stat.ctimeMs} ${stat.size}`;
}

function valuesOf(path: string): string[] {
  try {
    return Object.values(parseEnv(readFileSync(path, 'utf8'))).flatMap((value) => (value === undefined ? [] : [value]));
  } catch {
    // Whoever may not read it cannot spill it; what looks like a secret is taken out by its looks all the same.
    return [];
  }
}
