/** Who imports whom, by key. A key that is only pointed at needs no entry of its own. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/**
 * Circular imports of `after` that are not in `before`: for each new import inside a circle the shortest circle that runs through it,
 * unless one that was found already does. Each begins with its smallest key and is listed without repeating it. Deterministic.
 */
export function newCycles(before: ImportGraph, after: ImportGraph): string[][] {
  const cycles: string[][] = [];
  const covered = new Set<string>();
  const component = new Map<string, number>();
  for (const [number, keys] of strongComponents(after).entries()) for (const key of keys) component.set(key, number);
  for (const from of [...after.keys()].sort()) {
    const old = new Set(before.get(from));
    for (const to of [...new Set(after.get(from))].sort()) {
      if (old.has(to) || component.get(from) !== component.get(to) || covered.has(edge(from, to))) continue;
      const cycle = shortestPath(after, to, from, component);
      if (cycle === undefined) continue;
      for (const [index, key] of cycle.entries()) covered.add(edge(key, cycle[(index + 1) % cycle.length]!));
      cycles.push(smallestFirst(cycle));
    }
  }
  return cycles.sort((a, b) => compare(a.join('\n'), b.join('\n')));
}

/** A circle for people: `a.py → b.py → a.py`. */
export const describeCycle = (cycle: readonly string[]): string => [...cycle, cycle[0]].join(' → ');

const edge = (from: string, to: string): string => `${from}\n${to}`;
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function smallestFirst(cycle: readonly string[]): string[] {
  let least = 0;
  for (const [index, key] of cycle.entries()) if (key < cycle[least]!) least = index;
  return [...cycle.slice(least), ...cycle.slice(0, least)];
}

/** From `start` to `goal`, both included, inside their component; neighbours in the order of their names. */
function shortestPath(
  graph: ImportGraph,
  start: string,
  goal: string,
  component: ReadonlyMap<string, number>,
): string[] | undefined {
  const cameFrom = new Map<string, string | null>([[start, null]]);
  const waiting = [start];
  for (let i = 0; i < waiting.length; i += 1) {
    const key = waiting[i]!;
    if (key === goal) return pathTo(key, cameFrom);
    for (const next of [...(graph.get(key) ?? [])].sort()) {
      if (cameFrom.has(next) || component.get(next) !== component.get(goal)) continue;
      cameFrom.set(next, key);
      waiting.push(next);
    }
  }
  return undefined;
}

function pathTo(goal: string, cameFrom: ReadonlyMap<string, string | null>): string[] {
  const path: string[] = [];
  for (let key: string | null = goal; key !== null; key = cameFrom.get(key) ?? null) path.unshift(key);
  return path;
}

/** Tarjan's strongly connected components, without recursion: import chains can be thousands deep. */
function strongComponents(graph: ImportGraph): string[][] {
  const components: string[][] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const visit = (key: string): { key: string; next: number } => {
    index.set(key, index.size);
    low.set(key, index.get(key)!);
    stack.push(key);
    onStack.add(key);
    return { key, next: 0 };
  };
  const lower = (key: string, to: number): void => void low.set(key, Math.min(low.get(key)!, to));

  for (const root of graph.keys()) {
    if (index.has(root)) continue;
    const path = [visit(root)];
    while (path.length > 0) {
      const frame = path.at(-1)!;
      const target = graph.get(frame.key)?.[frame.next];
      frame.next += 1;
      if (target !== undefined) {
        if (!index.has(target)) path.push(visit(target));
        else if (onStack.has(target)) lower(frame.key, index.get(target)!);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) lower(parent.key, low.get(frame.key)!);
      if (low.get(frame.key) === index.get(frame.key)) components.push(takeComponent(stack, onStack, frame.key));
    }
  }
  return components;
}

function takeComponent(stack: string[], onStack: Set<string>, root: string): string[] {
  const keys = stack.splice(stack.lastIndexOf(root));
  for (const key of keys) onStack.delete(key);
  return keys;
}
