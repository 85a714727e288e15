import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppError, errnoOf } from '../../../kernel/errors.ts';
import { foldName, joinKey, parentKey, toKey } from '../../../kernel/names.ts';
import { within } from '../../../kernel/paths.ts';
import { readFrontMatter, readText, type Locations } from '../constitution/index.ts';
import { surveyStructure, type OnCount, type StructureEntry } from './survey.ts';
import { leadsThroughLink } from './through-links.ts';

/** What a structure is, as it was surveyed. */
export interface StructureFacts {
  /** Relative to the workspace, as it is spelt on disk; '' would be the workspace itself. */
  structure: string;
  data: Readonly<Record<string, unknown>> | null;
  entries: readonly StructureEntry[];
  /** Whether any folder on the way, or the structure itself, is a symbolic link. */
  throughLink: boolean;
  /** The README at the constitution's root, which tells of the immune system's end. `text` is null for others, and when there is none. */
  readme: { path: string; text: string | null };
}

/** Where the constitution is, and what else is never dissolved; keys relative to the workspace. */
export interface Surroundings {
  root: string;
  archive: string;
  immuneSystem: string;
  /** Canon and doctrines. */
  documents: readonly string[];
  /** The logs, and the folder of their closed segments. */
  auditLogs: readonly string[];
  /** What Nightguard itself needs: its state, its settings, its archive. */
  own: readonly string[];
}

/**
 * Surveys a structure for its dissolution; `path` is relative to the workspace, in any Unicode form.
 * @throws AppError `not-found`, `unsafe-path`, `source-unreadable`
 */
export async function readStructureFacts(
  { workspace, keys }: Locations,
  path: string,
  onCount?: OnCount,
): Promise<StructureFacts> {
  within(workspace, path);
  const structure = spellingOnDisk(workspace, path);
  const folder = within(workspace, structure);
  const throughLink = leadsThroughLink(workspace, structure);
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  if (stat === undefined || (!throughLink && !stat.isDirectory()))
    throw new AppError('not-found', `${path} is not a folder of this workspace.`);
  const readmePath = joinKey(keys.root, 'README.md');
  const isImmune = toKey(structure) === keys.immuneSystem;
  const readme = { path: readmePath, text: isImmune ? await readmeOf(workspace, readmePath) : null };
  if (throughLink) return { structure, data: null, entries: [], throughLink, readme };
  const entries = await surveyStructure(folder, onCount);
  return { structure, data: await dataOf(folder), entries, throughLink, readme };
}

/** The front matter of its DNA. A DNA without one is still a DNA: it only has nothing to tell. */
export async function dataOf(folder: string): Promise<Readonly<Record<string, unknown>> | null> {
  for (const name of ['DNA.md', 'DNA_BLUEPRINT.md']) {
    const read = await readText(join(folder, name));
    if (read.state !== 'read') continue;
    const front = readFrontMatter(read.text);
    return front.ok ? front.frontMatter.data : {};
  }
  return null;
}

/** Names as the disk has them: a Korean name is typed in one Unicode form and may be stored in the other. */
function spellingOnDisk(workspace: string, path: string): string {
  let found = '';
  for (const part of path.split('/')) {
    const names = namesIn(join(workspace, found));
    const spelt =
      names.find((name) => name === part) ??
      names.find((name) => toKey(name) === toKey(part)) ??
      // Another case is the same folder only where the disk says so.
      names.find((name) => foldName(name) === foldName(part) && exists(join(workspace, found, part)));
    found = joinKey(found, spelt ?? part);
  }
  return found;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES'].includes(errnoOf(error) ?? '')) return [];
    throw error;
  }
}

const exists = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

async function readmeOf(workspace: string, path: string): Promise<string | null> {
  const file = within(workspace, path);
  if (!exists(file)) return null;
  const read = await readText(file);
  if (read.state === 'read' && !lstatSync(file).isSymbolicLink()) return read.text;
  throw new AppError('source-unreadable', `${path} is no text that could be added to: nothing was dissolved.`);
}

/** What a plan must know of its surroundings. `own` are keys of folders and files that Nightguard itself needs. */
export const surroundingsOf = ({ keys }: Locations, own: readonly string[] = []): Surroundings => ({
  root: keys.root,
  archive: keys.archive,
  immuneSystem: keys.immuneSystem,
  documents: [keys.canon, keys.metaDoctrine, keys.immuneDoctrine],
  auditLogs: [keys.auditLog, keys.metaAuditLog, joinKey(parentKey(keys.auditLog), '_archive')],
  own: ['.nightguard', 'nightguard.yaml', ...own],
});
