import { importsOf, inspectChange, inspectSource } from '../../../kernel/code/index.ts';
import { sha256 } from '../../../kernel/hash.ts';
import type { AnalyseTask, Analysis } from './types.ts';

/** Parses each text and lists its imports. No state but the parser itself: it runs in any thread. */
export async function analyse(tasks: readonly AnalyseTask[]): Promise<Analysis[]> {
  const results: Analysis[] = [];
  for (const task of tasks) results.push(await analyseOne(task));
  return results;
}

async function analyseOne({ language, text, importsOnly, oldText }: AnalyseTask): Promise<Analysis> {
  const hash = sha256(text);
  if (importsOnly === true) {
    return {
      syntax: { ok: 'unchecked', reason: 'only the imports were asked for' },
      imports: await importsOf(language, text),
      hash,
    };
  }
  if (oldText === undefined) return { ...(await inspectSource(language, text)), hash };
  const { oldImports, ...inspection } = await inspectChange(language, text, oldText);
  return { ...inspection, hash, ...(oldImports === null ? {} : { old: { hash: sha256(oldText), imports: oldImports } }) };
}
