import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../kernel/errors.ts';
import { within } from '../../../kernel/paths.ts';
import { readFrontMatter, readText, type Locations } from '../constitution/index.ts';
import type { StructureFacts, Surroundings } from './plan.ts';
import { surveyStructure } from './survey.ts';

/**
 * Surveys a structure for its dissolution; `structure` is relative to the workspace.
 * @throws AppError `not-found`, `unsafe-path`, `source-unreadable`
 */
export async function readStructureFacts({ workspace }: Locations, structure: string): Promise<StructureFacts> {
  const folder = within(workspace, structure);
  const throughLink = leadsThroughLink(workspace, structure);
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  if (stat === undefined || (!throughLink && !stat.isDirectory()))
    throw new AppError('not-found', `${structure} is not a folder.`);
  if (throughLink) return { structure, data: null, entries: [], throughLink };
  const dna = existsSync(join(folder, 'DNA.md')) ? 'DNA.md' : 'DNA_BLUEPRINT.md';
  const read = await readText(join(folder, dna));
  const front = read.state === 'read' ? readFrontMatter(read.text) : null;
  // A DNA without front matter is still a DNA: it only has nothing to tell.
  const data = read.state === 'read' ? (front?.ok === true ? front.frontMatter.data : {}) : null;
  return { structure, data, entries: surveyStructure(folder), throughLink };
}

function leadsThroughLink(workspace: string, structure: string): boolean {
  let folder = workspace;
  for (const part of structure.split('/')) {
    folder = join(folder, part);
    if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() === true) return true;
  }
  return false;
}

/** What a plan must know of its surroundings. */
export const surroundingsOf = ({ keys }: Locations): Surroundings => ({
  root: keys.root,
  archive: keys.archive,
  immuneSystem: keys.immuneSystem,
  canon: keys.canon,
  auditLogs: [keys.auditLog, keys.metaAuditLog],
});
