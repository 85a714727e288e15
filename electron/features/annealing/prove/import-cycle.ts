import { existsSync, lstatSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import {
  decodeSource,
  describeCycle,
  importsOf,
  languageOf,
  newCycles,
  resolveImports,
  type ImportGraph,
} from '../../../kernel/code/index.ts';
import { within } from '../../../kernel/paths.ts';

/** Files of a circle are reached over few others; a workspace is not read whole for one edit. */
const MAX_FILES = 2000;

/** A circular import that the new text of a file brings in, for people; null when there is none. */
export async function newImportCycle(workspace: string, file: string, before: string, after: string): Promise<string | null> {
  const language = languageOf(file);
  if (language === null || language === 'json' || language === 'yaml') return null;
  const exists = (key: string): boolean => existsSync(within(workspace, key)) && lstatSync(within(workspace, key)).isFile();
  const targets = async (text: string): Promise<string[]> =>
    resolveImports(language, await importsOf(language, text), file, exists);
  const [old, now] = [await targets(before), await targets(after)];
  if (now.every((key) => old.includes(key))) return null;
  const graph = await reachable(workspace, now, exists);
  const circle = newCycles(new Map([...graph, [file, old]]), new Map([...graph, [file, now]]))[0];
  return circle === undefined ? null : describeCycle(circle);
}

async function reachable(workspace: string, from: readonly string[], exists: (key: string) => boolean): Promise<ImportGraph> {
  const graph = new Map<string, readonly string[]>();
  const waiting = [...from];
  for (let key = waiting.pop(); key !== undefined && graph.size < MAX_FILES; key = waiting.pop()) {
    const language = languageOf(key);
    if (graph.has(key) || language === null) continue;
    const text = decodeSource(language, await readFile(within(workspace, key)));
    const targets = text === null ? [] : resolveImports(language, await importsOf(language, text), key, exists);
    graph.set(key, targets);
    waiting.push(...targets);
  }
  return graph;
}
