import { createHash } from 'node:crypto';
import { createTwoFilesPatch } from 'diff';
import type { Patch } from '../../../../shared/model/annealing.ts';
import { parseSource, withTree, type CodeLanguage } from '../../../kernel/code/index.ts';
import type { FailingSource } from '../analyse/failing-source.ts';
import type { Match } from '../analyse/examine.ts';
import type { Edit, EditPlan, FailingCode } from '../rules/index.ts';

export type MadePatch = { patch: Patch; text: string } | { patch: null; none: string | null };

/** What a rule would change in the failing file, as a unified difference. Nothing is written. */
export async function makePatch({ finding, examined }: Match, source: FailingSource | null): Promise<MadePatch> {
  const { edit } = finding;
  if (edit === undefined) return { patch: null, none: null };
  if (source === null || examined.frame?.line === undefined || examined.frame.line === null)
    return { patch: null, none: 'the failing line is not in the workspace' };
  if ('missing' in source) return { patch: null, none: source.missing };
  if (source.stale !== null) return { patch: null, none: source.stale };
  const { language, text, file } = source;
  if ((await parseSource(language, text)).ok !== true) return { patch: null, none: `${file} does not parse as it is` };
  const plan = await withTree(language, text, (tree) => edit(codeOf(tree, text, examined)));
  if ('none' in plan) return { patch: null, none: plan.none };
  return diffOf(file, text, plan, language);
}

function codeOf(tree: FailingCode['tree'], text: string, examined: FailingCode['examined']): FailingCode {
  const row = examined.frame!.line! - 1;
  const line = text.split(/\r\n|\r|\n/)[row] ?? '';
  const indent = examined.language === 'python' ? line.length - line.trimStart().length : 0;
  const { column, endColumn } = examined.frame!;
  // Python's columns count from the code, Node's from the line's start.
  const span = column === null ? null : { from: indent + column - 1, to: endColumn === null ? null : indent + endColumn - 1 };
  return { tree, text, row, span, examined };
}

async function diffOf(
  file: string,
  text: string,
  { edits }: Extract<EditPlan, { edits: unknown }>,
  language: CodeLanguage,
): Promise<MadePatch> {
  const changed = applyEdits(text, edits);
  if (changed === text) return { patch: null, none: 'nothing would change' };
  if ((await parseSource(language, changed)).ok !== true) return { patch: null, none: 'the edit would not parse' };
  const unified = createTwoFilesPatch(`a/${file}`, `b/${file}`, text, changed, undefined, undefined, { context: 3 });
  return { patch: { file, beforeHash: sha256(text), afterHash: sha256(changed), unified }, text: changed };
}

/** From the end to the beginning, so that offsets stay good. */
const applyEdits = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((changed, { from, to, text: by }) => changed.slice(0, from) + by + changed.slice(to), text);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
