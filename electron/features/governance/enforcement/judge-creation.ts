import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ignore from 'ignore';
import type { DocumentJudgement } from '../../../../shared/model/governance.ts';
import type { GovernanceSettings } from '../../../../shared/model/settings.ts';
import { keyOf, readText, type Locations } from '../constitution/index.ts';
import { blocks, compileFolders, createReferenceCheck, judgeBlueprint } from '../judgement/index.ts';

export type CreationJudgement = { concerned: false } | { concerned: true; blocked: boolean; judgement: DocumentJudgement };

/** Judges a folder that has just appeared: one that must have a DNA, or has one. `folder` is absolute. */
export async function judgeCreation(
  folder: string,
  locations: Locations,
  settings: GovernanceSettings,
  now: number,
): Promise<CreationJudgement> {
  const key = keyOf(locations.root, folder);
  const inside = key !== '' && key !== '..' && !key.startsWith('../');
  const ignored =
    inside &&
    ignore()
      .add([...settings.ignore])
      .ignores(`${key}/`);
  const file = ['DNA.md', 'DNA_BLUEPRINT.md'].find((name) => existsSync(join(folder, name)));
  const required = inside && compileFolders(settings.structures)(key);
  if (!inside || ignored || (file === undefined && !required)) return { concerned: false };
  const path = join(folder, file ?? 'DNA.md');
  const read = await readText(path);
  const judgement = judgeBlueprint(read.state === 'read' ? read.text : null, {
    now,
    rules: settings.judgement,
    bootstrap: keyOf(locations.workspace, folder) === locations.keys.immuneSystem,
    official: file === 'DNA.md',
    exists: createReferenceCheck(locations.workspace, locations.root, path),
  });
  return { concerned: true, blocked: blocks(judgement.verdict, settings.judgement.strict), judgement };
}
