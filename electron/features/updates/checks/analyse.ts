import { importsOf, inspectSource, type Inspection, type ParseResult } from '../../../kernel/code/index.ts';
import { sha256 } from '../../../kernel/hash.ts';
import type { AnalyseTask, Analysis } from './types.ts';

const NOT_ASKED: ParseResult = { ok: 'unchecked', reason: 'only the imports were asked for' };

/** Parses each text and lists its imports. No state but the parser itself: it runs in any thread. */
export async function analyse(tasks: readonly AnalyseTask[]): Promise<Analysis[]> {
  const results: Analysis[] = [];
  for (const { language, text, importsOnly } of tasks) {
    const inspection: Inspection =
      importsOnly === true
        ? { syntax: NOT_ASKED, imports: await importsOf(language, text) }
        : await inspectSource(language, text);
    results.push({ ...inspection, hash: sha256(text) });
  }
  return results;
}
