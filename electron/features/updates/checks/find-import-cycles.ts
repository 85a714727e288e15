import { describeCycle, newCycles, type ImportRef } from '../../../kernel/code/index.ts';
import { createBreather } from '../../../kernel/breather.ts';
import type { ImportsReader } from './imports-reader.ts';
import { explore, targetsIn, type ImportView } from './import-view.ts';
import type { CheckFinding, StagedFile } from './types.ts';

/**
 * Holds changed files that take part in a circular import which is not there today. A new circle always runs through a new import of
 * a changed file: without one nothing is explored.
 */
export async function findImportCycles(
  applied: readonly StagedFile[],
  before: ImportView,
  after: ImportView,
  reader: ImportsReader,
): Promise<Map<string, CheckFinding>> {
  const breathe = createBreather();
  const starts = new Set<string>();
  for (const { key } of applied) {
    const old = new Set(targetsIn(before, key, before.changed.get(key) ?? []));
    for (const target of targetsIn(after, key, after.changed.get(key) ?? [])) if (!old.has(target)) starts.add(target);
    await breathe();
  }
  if (starts.size === 0) return new Map();
  const reached = await explore(after, starts, reader);
  const [graphBefore, graphAfter] = [new Map<string, string[]>(), new Map<string, string[]>()];
  for (const [key, imports] of reached) {
    graphBefore.set(key, targetsIn(before, key, importsBefore(before, key, imports)));
    graphAfter.set(key, targetsIn(after, key, imports));
    await breathe();
  }
  return heldBy(newCycles(graphBefore, graphAfter), new Set(applied.map(({ key }) => key)));
}

/** A file that did not exist imported nothing. */
const importsBefore = (before: ImportView, key: string, reached: readonly ImportRef[]): readonly ImportRef[] =>
  before.changed.get(key) ?? (before.exists(key) ? reached : []);

function heldBy(cycles: readonly string[][], changed: ReadonlySet<string>): Map<string, CheckFinding> {
  const held = new Map<string, CheckFinding>();
  for (const cycle of cycles) {
    for (const key of cycle) {
      if (changed.has(key) && !held.has(key)) held.set(key, { reason: 'import-cycle', detail: describeCycle(cycle) });
    }
  }
  return held;
}
