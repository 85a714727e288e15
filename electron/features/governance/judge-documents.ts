import { basename, dirname, resolve } from 'node:path';
import type { DocumentJudgement, StructureTree } from '../../../shared/model/governance.ts';
import type { GovernanceSettings } from '../../../shared/model/settings.ts';
import { keyOf, locate, readText } from './constitution/index.ts';
import {
  blocks,
  createReferenceCheck,
  exitCodeOf,
  exitCodeOfScan,
  judgeBlueprint,
  judgePermission,
  scanStructures,
} from './judgement/index.ts';

export interface JudgeContext {
  /** Absolute. */
  workspace: string;
  settings: GovernanceSettings;
  /** Epoch milliseconds. */
  now: number;
  /** Conditional judgements block too. */
  strict: boolean;
}

/** `code`: 0 Canonical, 2 Canonical-Conditional, 1 Non-Canonical; 1 for whatever strict mode stops. */
export interface Judged extends DocumentJudgement {
  blocked: boolean;
  code: 0 | 1 | 2;
}

/**
 * Judges one file, absolute. `place` is where it belongs when that is elsewhere, as for a staged copy: references, and whose document it
 * is, go by the place. What cannot be read is Non-Canonical. @throws AppError `unsafe-path`
 */
export async function judgeDocument(
  kind: 'blueprint' | 'permission',
  path: string,
  place: string,
  { workspace, settings, now, strict }: JudgeContext,
): Promise<Judged> {
  const locations = locate(workspace, settings);
  const read = await readText(path);
  const bootstrap = kind === 'blueprint' && keyOf(workspace, dirname(place)) === locations.keys.immuneSystem;
  if (read.state === 'unreadable') return ended(unread(read.detail, bootstrap), strict);
  const text = read.state === 'read' ? read.text : null;
  const exists = createReferenceCheck(workspace, locations.root, place);
  const context = { now, rules: settings.judgement, exists };
  const judgement =
    kind === 'permission'
      ? judgePermission(text, context).judgement
      : judgeBlueprint(text, { ...context, bootstrap, official: basename(place) === 'DNA.md' });
  return ended(judgement, strict);
}

/** Judges every structure below a folder, absolute. @throws AppError `unsafe-path` */
export async function judgeTree(root: string, context: JudgeContext): Promise<{ tree: StructureTree; code: 0 | 1 | 2 }> {
  const { workspace, settings, now, strict } = context;
  const tree = await scanStructures(resolve(root), { locations: locate(workspace, settings), settings, now });
  const code = exitCodeOfScan(tree);
  return { tree, code: strict && code === 2 ? 1 : code };
}

/** Where structures are looked for by default, absolute. @throws AppError `unsafe-path` */
export const structuresRoot = (workspace: string, settings: GovernanceSettings): string => locate(workspace, settings).root;

const ended = (judgement: DocumentJudgement, strict: boolean): Judged => {
  const blocked = blocks(judgement.verdict, strict);
  return { ...judgement, blocked, code: blocked ? 1 : exitCodeOf(judgement.verdict) };
};

const unread = (detail: string, bootstrap: boolean): DocumentJudgement => ({
  verdict: bootstrap ? 'Canonical-Conditional' : 'Non-Canonical',
  findings: [{ rule: 'constitution', severity: 'error', key: '', line: null, message: `It could not be read: ${detail}` }],
  bootstrap,
});
