import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { decodeSource, languageOf, MAX_PARSED_LENGTH, type CodeLanguage } from '../../../kernel/code/index.ts';
import { errnoOf } from '../../../kernel/errors.ts';
import { within } from '../../../kernel/paths.ts';
import type { StagedFile } from '../checks/types.ts';
import { createImportsCache } from '../ledger/imports-cache.ts';
import type { Hold } from '../ledger/holds.ts';
import type { Decision } from '../ledger/refusals.ts';
import type { Plan, PlannedChange } from '../plan/plan.ts';
import type { CycleContext } from './context.ts';

/** Holds what does not parse, what would make imports go in circles, and what imports something that is held. */
export async function checkContents(
  context: CycleContext,
  source: string,
  plan: Plan,
): Promise<{ changes: PlannedChange[]; holds: Hold[] }> {
  if (plan.changes.length === 0) return { changes: [], holds: plan.holds };
  const decisions = context.refusals.decisions().filter((one) => one.decision === 'take-source');
  const isOverruled = (change: PlannedChange): boolean => decisions.some((one) => isAbout(one, change));
  const importsCache = createImportsCache(context.database);
  const { held } = await context.checker.checkStaged({
    files: await readStaged(plan.changes, source, context.workspace, isOverruled),
    held: plan.holds.filter((hold) => hold.sourceHash !== hold.localHash).map((hold) => hold.key),
    readWorkspace: (key) => readText(within(context.workspace, key), languageOf(key), null),
    exists: (key) => lstatSync(within(context.workspace, key), { throwIfNoEntry: false })?.isFile() === true,
    importsCache,
  });
  importsCache.flush();
  const faults = plan.changes.flatMap((change): Hold[] => {
    const fault = held.get(change.key);
    if (fault === undefined) return [];
    const { key, path, source: core, local } = change;
    return [{ key, path, ...fault, sourceHash: core?.hash ?? null, localHash: local?.hash ?? null }];
  });
  const faulty = new Set(faults.map((hold) => hold.key));
  return { changes: plan.changes.filter((change) => !faulty.has(change.key)), holds: [...plan.holds, ...faults] };
}

const isAbout = (decision: Decision, { key, source, local }: PlannedChange): boolean =>
  decision.key === key && decision.sourceHash === (source?.hash ?? null) && decision.localHash === (local?.hash ?? null);

/** How many files are read at once. */
const PARALLEL = 16;

async function readStaged(
  changes: readonly PlannedChange[],
  source: string,
  workspace: string,
  isOverruled: (change: PlannedChange) => boolean,
): Promise<StagedFile[]> {
  const files: StagedFile[] = [];
  for (let start = 0; start < changes.length; start += PARALLEL) {
    const part = changes.slice(start, start + PARALLEL);
    files.push(...(await Promise.all(part.map((change) => toStaged(change, source, workspace, isOverruled(change))))));
  }
  return files;
}

/** What a person lets through is not judged again. Nor is a text that cannot be read as one: `language` null says so. */
async function toStaged(
  { key, source: core, local }: PlannedChange,
  source: string,
  workspace: string,
  overruled: boolean,
): Promise<StagedFile> {
  if (core === null) return { key, language: null, newText: null, oldText: null };
  const language = overruled ? null : languageOf(key);
  const newText = await readText(within(source, core.path), language, core);
  if (newText === null) return { key, language: null, newText: '', oldText: null };
  const oldText = local === null ? null : await readText(within(workspace, local.path), language, local);
  return { key, language, newText, oldText };
}

/**
 * Null for what is not there, no text, too large to parse, or not the content that was planned with: such a file is not
 * checked, and applying it fails on its hash.
 */
async function readText(
  path: string,
  language: CodeLanguage | null,
  expected: { hash: string; size: number } | null,
): Promise<string | null> {
  if (language === null || (expected !== null && expected.size > MAX_PARSED_LENGTH)) return null;
  try {
    const bytes = await readFile(path);
    if (expected !== null && createHash('sha256').update(bytes).digest('hex') !== expected.hash) return null;
    return decodeSource(language, bytes);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return null;
  }
}
