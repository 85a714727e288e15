import { createBreather } from '../../../kernel/breather.ts';
import type { ImportsReader } from './imports-reader.ts';
import { explore, targetsIn, type ImportView } from './import-view.ts';
import type { CheckFinding } from './types.ts';

/**
 * Which of the changed files import a held one, directly or through others, in the state that is intended. Each names the nearest
 * held file on its way.
 */
export async function findDependents(
  changed: readonly string[],
  held: ReadonlySet<string>,
  intended: ImportView,
  reader: ImportsReader,
): Promise<Map<string, CheckFinding>> {
  const waiting = changed.filter((key) => !held.has(key));
  if (held.size === 0 || waiting.length === 0) return new Map();
  const reached = await explore(intended, waiting, reader);
  const breathe = createBreather();
  const importers = new Map<string, string[]>();
  for (const [key, imports] of reached) {
    for (const target of targetsIn(intended, key, imports)) addTo(importers, target, key);
    await breathe();
  }
  const nearest = nearestHeld(importers, held);
  const found = new Map<string, CheckFinding>();
  for (const key of waiting) {
    const on = nearest.get(key);
    if (on !== undefined) found.set(key, { reason: 'depends-on-held', detail: `imports ${on}, which is held` });
  }
  return found;
}

function addTo(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** Walks from all held files at once against the direction of the imports. */
function nearestHeld(importers: ReadonlyMap<string, readonly string[]>, held: ReadonlySet<string>): Map<string, string> {
  const sorted = [...held].sort();
  const nearest = new Map(sorted.map((key) => [key, key]));
  const queue = sorted;
  for (let i = 0; i < queue.length; i += 1) {
    const key = queue[i]!;
    for (const importer of [...(importers.get(key) ?? [])].sort()) {
      if (nearest.has(importer)) continue;
      nearest.set(importer, nearest.get(key)!);
      queue.push(importer);
    }
  }
  return nearest;
}
