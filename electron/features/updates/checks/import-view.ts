import { languageOf, resolveImports, type ImportRef } from '../../../kernel/code/index.ts';
import { createBreather } from '../../../kernel/breather.ts';
import type { ImportsReader } from './imports-reader.ts';

/** One state of the workspace, real or intended: which files there are, and what the changed ones import. */
export interface ImportView {
  exists: (key: string) => boolean;
  /** Imports of files that differ from the workspace; the others are read. */
  changed: ReadonlyMap<string, readonly ImportRef[]>;
}

/** The keys that a file's imports lead to in a view. */
export function targetsIn(view: ImportView, key: string, imports: readonly ImportRef[]): string[] {
  const language = languageOf(key);
  return language === null ? [] : resolveImports(language, imports, key, view.exists);
}

/** Import lists of everything that can be reached from some files in a view: each file is read once, level by level. */
export async function explore(
  view: ImportView,
  from: Iterable<string>,
  reader: ImportsReader,
): Promise<Map<string, readonly ImportRef[]>> {
  const seen = new Map<string, readonly ImportRef[]>();
  let level = [...new Set(from)].sort();
  const breathe = createBreather();
  while (level.length > 0) {
    const read = await reader.ofWorkspace(level.filter((key) => !view.changed.has(key)));
    const next = new Set<string>();
    for (const key of level) {
      const imports = view.changed.get(key) ?? read.get(key) ?? [];
      seen.set(key, imports);
      for (const target of targetsIn(view, key, imports)) next.add(target);
      await breathe();
    }
    level = [...next].filter((key) => !seen.has(key)).sort();
  }
  return seen;
}
