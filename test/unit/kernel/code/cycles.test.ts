import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeCycle, newCycles, type ImportGraph } from '../../../../electron/kernel/code/index.ts';

const KEYS = ['a', 'b', 'c', 'd', 'e'];
const graph = fc
  .array(fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom(...KEYS)), { maxLength: 9 })
  .map((edges) => new Map(KEYS.map((key) => [key, edges.filter(([from]) => from === key).map(([, to]) => to)])));

/** Every simple circle, by walking all paths; each begins with its smallest key. */
function allCycles(imports: ImportGraph): string[][] {
  const found: string[][] = [];
  const walk = (path: string[]): void => {
    for (const next of new Set(imports.get(path.at(-1)!))) {
      if (next === path[0]) found.push(path);
      else if (next > path[0]! && !path.includes(next)) walk([...path, next]);
    }
  };
  for (const key of imports.keys()) walk([key]);
  return found;
}

const edgesOf = (cycle: readonly string[]): string[] => cycle.map((key, index) => `${key}→${cycle[(index + 1) % cycle.length]}`);

test('agrees with trying all paths: only new circles, one for each new import in a circle, the shortest there is', () => {
  fc.assert(
    fc.property(graph, graph, (before, after) => {
      const old = new Set(allCycles(before).map((cycle) => cycle.join()));
      const fresh = allCycles(after).filter((cycle) => !old.has(cycle.join()));
      const found = newCycles(before, after);
      expect(new Set(found.map((cycle) => cycle.join())).size).toBe(found.length);
      for (const cycle of found) expect(fresh.map((other) => other.join())).toContain(cycle.join());
      const isNew = (edge: string): boolean => !before.get(edge[0]!)?.includes(edge[2]!);
      const covered = new Set(found.flatMap(edgesOf));
      for (const edge of fresh.flatMap(edgesOf).filter(isNew)) expect(covered).toContain(edge);
      for (const cycle of found) {
        const shortest = edgesOf(cycle)
          .filter(isNew)
          .map((edge) => Math.min(...fresh.filter((other) => edgesOf(other).includes(edge)).map((other) => other.length)));
        expect(shortest).toContain(cycle.length);
      }
      expect(newCycles(before, new Map([...after].toReversed()))).toEqual(found);
    }),
    { numRuns: 500 },
  );
});

test('a ring of 5,000 files is found without running out of stack', () => {
  const size = 5000;
  const name = (n: number): string => `m${String(n % size).padStart(4, '0')}`;
  const before = new Map(Array.from({ length: size }, (_, n) => [name(n), n === size - 1 ? [] : [name(n + 1)]]));
  const after = new Map([...before, [name(size - 1), [name(0)]]]);
  const [cycle, ...others] = newCycles(before, after);
  expect([cycle?.length, others.length, cycle?.[0]]).toEqual([size, 0, 'm0000']);
  expect(describeCycle(['a.py', 'b.py'])).toBe('a.py → b.py → a.py');
});
