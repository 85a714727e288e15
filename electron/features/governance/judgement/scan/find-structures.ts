import { lstatSync, readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import ignore from 'ignore';
import { messageOf } from '../../../../kernel/errors.ts';
import { createBreather } from '../../../../kernel/breather.ts';
import { joinKey, parentKey } from '../../../../kernel/names.ts';

/** A folder that is a structure, or should be one, and the structures found below it. */
export interface FoundStructure {
  /** Relative to the scanned root, '' for the root. */
  path: string;
  hasDna: boolean;
  hasProposal: boolean;
  children: FoundStructure[];
  /** What lies below it, its structures included; the DNA file itself counts. Links are not followed and count as files. */
  files: number;
  folders: number;
  /** Bytes of its logs: `*.log` and `*LOG*.md`. */
  logBytes: number;
}

export interface FindOptions {
  /** Folders that are not looked into, in gitignore syntax. */
  ignore: readonly string[];
  /** Folders that must have a DNA, in gitignore syntax. */
  required: readonly string[];
}

export interface FoundStructures {
  root: FoundStructure;
  unreadable: { path: string; detail: string }[];
}

/** Deeper trees are loops or attacks. */
const MAX_DEPTH = 64;

/**
 * Walks a tree once, giving way to other work in between, for its structures and what they hold. A folder that cannot be read is reported, not passed over.
 * What `ignore` leaves out is not looked into for structures but still counts against limits, as in the original.
 */
export async function findStructures(root: string, options: FindOptions): Promise<FoundStructures> {
  const breathe = createBreather();
  const unreadable: FoundStructures['unreadable'] = [];
  const skipped = ignore().add([...options.ignore]);
  const mustHave = compileFolders(options.required);

  const visit = async (path: string, above: FoundStructure, depth: number, hidden: boolean): Promise<FoundStructure> => {
    await breathe();
    const entries = list(join(root, path), path, unreadable);
    const names = new Map(entries.map((entry) => [entry.name, entry]));
    const hasDna = !hidden && names.get('DNA.md')?.isFile() === true;
    const hasProposal = !hidden && names.get('DNA_BLUEPRINT.md')?.isFile() === true;
    const expected = !hidden && path !== '' && mustHave(path);
    const own: FoundStructure = { path, hasDna, hasProposal, children: [], files: 0, folders: 0, logBytes: 0 };
    const isStructure = hasDna || hasProposal || expected || path === '';
    const parent = isStructure ? own : above;
    for (const entry of entries) {
      const child = joinKey(path, entry.name);
      if (!entry.isDirectory()) {
        own.files += 1;
        if (isLog(entry.name)) own.logBytes += sizeOf(join(root, child), child, unreadable);
        continue;
      }
      own.folders += 1;
      if (depth >= MAX_DEPTH) {
        unreadable.push({ path: child, detail: 'it lies too deep' });
        continue;
      }
      const below = await visit(child, parent, depth + 1, hidden || skipped.ignores(`${child}/`));
      own.files += below.files;
      own.folders += below.folders;
      own.logBytes += below.logBytes;
    }
    if (isStructure && path !== '') above.children.push(own);
    return own;
  };

  const nowhere: FoundStructure = {
    path: '',
    hasDna: false,
    hasProposal: false,
    children: [],
    files: 0,
    folders: 0,
    logBytes: 0,
  };
  return { root: await visit('', nowhere, 0, false), unreadable };
}

/** Sorted, so that the same tree gives the same report. */
function list(folder: string, path: string, unreadable: FoundStructures['unreadable']): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    unreadable.push({ path, detail: messageOf(error) });
    return [];
  }
}

function sizeOf(file: string, path: string, unreadable: FoundStructures['unreadable']): number {
  try {
    return lstatSync(file).size;
  } catch (error) {
    unreadable.push({ path, detail: messageOf(error) });
    return 0;
  }
}

const isLog = (name: string): boolean => name.endsWith('.log') || (name.includes('LOG') && name.endsWith('.md'));

/** Whether a folder itself fits a pattern, and not only because it lies in one that does. */
export function compileFolders(patterns: readonly string[]): (key: string) => boolean {
  const each = patterns.map((pattern) => ignore().add(pattern));
  const fits = (one: (typeof each)[number], key: string): boolean => key !== '' && one.ignores(`${key}/`);
  return (key) => each.some((one) => fits(one, key) && !fits(one, parentKey(key)));
}
