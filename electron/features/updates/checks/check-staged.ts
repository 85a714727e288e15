import { languageOf, type ImportRef } from '../../../kernel/code/index.ts';
import { findDependents } from './find-dependents.ts';
import { findImportCycles } from './find-import-cycles.ts';
import { findSyntaxFaults } from './find-syntax-faults.ts';
import { createImportsReader, type ImportsReader } from './imports-reader.ts';
import type { ImportView } from './import-view.ts';
import type { Analyse, CheckFinding, CheckReport, CheckRequest, StagedFile } from './types.ts';

/**
 * Looks at a set before anything of it is applied: texts that no longer parse, circular imports that are not there today, and files
 * that import something which is held. Nothing is run.
 */
export async function checkStaged(request: CheckRequest, analyse: Analyse): Promise<CheckReport> {
  const { files } = request;
  const { held, unchecked, imports } = await findSyntaxFaults(files, analyse, request.importsCache);
  const reader = createImportsReader(request, analyse);
  const exists = remembered((key) => request.exists(key));
  const applied = files.filter(({ key }) => !held.has(key));
  if (applied.some(({ key }) => (imports.get(key) ?? []).length > 0)) {
    const before = await viewBefore(applied, imports, exists, reader);
    for (const [key, finding] of await findImportCycles(applied, before, viewAfter(applied, imports, exists), reader))
      held.set(key, finding);
  }
  const known = new Set([...held.keys(), ...(request.held ?? [])]);
  for (const [key, finding] of await dependents(files, known, imports, exists, reader)) held.set(key, finding);
  return { held, unchecked };
}

/**
 * Files of a set that must wait because they import, directly or through others, one of the held files. For holds that are decided
 * after the other checks.
 */
export async function dependentsOfHeld(request: CheckRequest, analyse: Analyse): Promise<Map<string, CheckFinding>> {
  const reader = createImportsReader(request, analyse);
  const texts = request.files.flatMap(({ key, language, newText }) =>
    language === null || newText === null ? [] : [{ key, language, text: newText }],
  );
  const found = await reader.ofTexts(texts);
  const imports = new Map(texts.map(({ key }, index) => [key, found[index] ?? []]));
  return dependents(
    request.files,
    new Set(request.held),
    imports,
    remembered((key) => request.exists(key)),
    reader,
  );
}

function dependents(
  files: readonly StagedFile[],
  held: ReadonlySet<string>,
  imports: ReadonlyMap<string, readonly ImportRef[]>,
  exists: (key: string) => boolean,
  reader: ImportsReader,
): Promise<Map<string, CheckFinding>> {
  const importable = new Set([...held].filter(isImportable));
  const after = viewAfter(files, imports, exists);
  // Held files count as present: a file that is meant to come is what its importers wait for.
  const intended = { ...after, exists: (key: string) => importable.has(key) || after.exists(key) };
  return findDependents(
    files.flatMap(({ key, newText }) => (newText === null ? [] : [key])),
    importable,
    intended,
    reader,
  );
}

const isImportable = (key: string): boolean => !['json', 'yaml', null].includes(languageOf(key));

/** The workspace as it would be with these files applied. */
function viewAfter(
  files: readonly StagedFile[],
  changed: ReadonlyMap<string, readonly ImportRef[]>,
  exists: (key: string) => boolean,
): ImportView {
  const present = new Map(files.map(({ key, newText }) => [key, newText !== null]));
  const taken = new Map([...changed].filter(([key]) => present.get(key) === true));
  return { exists: (key) => present.get(key) ?? exists(key), changed: taken };
}

/** The workspace as it is. Old texts are looked at only where the new one imports anything: else no new circle can run through it. */
async function viewBefore(
  files: readonly StagedFile[],
  imports: ReadonlyMap<string, readonly ImportRef[]>,
  exists: (key: string) => boolean,
  reader: ImportsReader,
): Promise<ImportView> {
  const texts = files.flatMap(({ key, language, oldText }) =>
    language === null || oldText === null || (imports.get(key) ?? []).length === 0 ? [] : [{ key, language, text: oldText }],
  );
  const found = await reader.ofTexts(texts);
  const present = new Map(files.map(({ key, oldText }) => [key, oldText !== null]));
  const changed = new Map<string, readonly ImportRef[]>(files.map(({ key }) => [key, []]));
  for (const [index, { key }] of texts.entries()) changed.set(key, found[index] ?? []);
  return { exists: (key) => present.get(key) ?? exists(key), changed };
}

function remembered(ask: (key: string) => boolean): (key: string) => boolean {
  const answers = new Map<string, boolean>();
  return (key) => {
    let answer = answers.get(key);
    if (answer === undefined) answers.set(key, (answer = ask(key)));
    return answer;
  };
}
