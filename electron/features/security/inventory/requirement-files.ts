import { readFile, readdir, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errnoOf, messageOf } from '../../../kernel/errors.ts';
import { parseRequirementsFile, type ParsedRequirementsFile } from '../../../kernel/python/index.ts';
import { inWorkspace } from './pip-environment.ts';

/** One requirements or constraints file that counts for the workspace. */
export interface RequirementFile {
  /** Relative to the workspace. */
  path: string;
  absolute: string;
  bytes: Uint8Array;
  parsed: Extract<ParsedRequirementsFile, { ok: true }>;
}

export interface RequirementFiles {
  files: RequirementFile[];
  /** What could not be read, for people. */
  problems: string[];
}

const NAME = /^(?:requirements|constraints)[\w.-]*\.(?:txt|in)$/;
const MOST_FILES = 200;

/** Reads the requirement files at the root and everything that they include, each once, inside the workspace only. */
export async function readRequirementFiles(workspace: string): Promise<RequirementFiles> {
  const root = await realpath(workspace);
  const found: RequirementFiles = { files: [], problems: [] };
  const seen = new Set<string>();
  const open = (await readdir(root))
    .filter((name) => NAME.test(name))
    .sort()
    .map((name) => join(root, name));
  for (let path = open.shift(); path !== undefined && seen.size < MOST_FILES; path = open.shift()) {
    const outcome = await readOne(root, path, seen);
    if (outcome === null) continue;
    if (typeof outcome === 'string') {
      found.problems.push(outcome);
      continue;
    }
    found.files.push(outcome);
    for (const line of outcome.parsed.lines) {
      if (line.kind === 'invalid') found.problems.push(`${outcome.path}:${line.line}: ${line.message}`);
      if (line.kind === 'include' || line.kind === 'constraint') open.push(join(dirname(outcome.absolute), line.path));
    }
  }
  return found;
}

/** A sentence when it cannot be read; null when it was read before. */
async function readOne(root: string, path: string, seen: Set<string>): Promise<RequirementFile | string | null> {
  try {
    const absolute = await realpath(path);
    if (seen.has(absolute)) return null;
    seen.add(absolute);
    const relative = inWorkspace(root, absolute);
    if (relative === null) return `${path} lies outside of the workspace and was left alone`;
    const bytes = await readFile(absolute);
    const parsed = parseRequirementsFile(bytes);
    return parsed.ok ? { path: relative, absolute, bytes, parsed } : `${relative}: ${parsed.message}`;
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? `${path} is included, but is not there` : messageOf(error);
  }
}
