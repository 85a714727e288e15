import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { AppError, errnoOf, messageOf } from '../../../kernel/errors.ts';
import { baseName, parentKey } from '../../../kernel/names.ts';

/** The file that remembers, inside Core, that this is the Core that was trusted. */
export const ROOT_MARKER = '.nightguard-core.json';
export const MANIFEST_NAME = 'MANIFEST.json';
export const DRIVE_IGNORE = '.driveignore';

/** Which paths take part in updates. Keys are NFC, relative to Core or workspace alike. */
export interface Participation {
  /** False for a folder below which nothing takes part: it need not be entered. */
  folder: (key: string) => boolean;
  file: (key: string) => boolean;
}

export interface ParticipationRules {
  include: readonly string[];
  exclude: readonly string[];
  /** Contents of the `.driveignore` files that apply. */
  driveIgnore: readonly string[];
}

/** Cheap questions first: they spare almost every name the costlier ones. */
const POINTER_START = /\.g/i;
const NOISE_START = new Set('.~dDiItT');
const POINTER = /\.(?:gdoc|gsheet|gslides|gform|gdraw|gmap|gsite|gscript|gjam)$/i;
const NOISE =
  /^(?:\.tmp\.drive(?:up|down)load|desktop\.ini|icon\r|\.ds_store|thumbs\.db|\._.*|~\$.*|\.nightguard-[0-9a-f]{12}\.tmp)$/is;
const MOST_REMEMBERED = 20_000;
const PLAIN_SUFFIX = /^\*(\.[\w-]+)$/;

/** A Google Docs file or the like: a small pointer, the content is not in the folder. */
export const isPointer = (name: string): boolean => POINTER_START.test(name) && POINTER.test(name);

/** What the systems and Drive put into folders for themselves. */
export const isNoise = (name: string): boolean => NOISE_START.has(name.charAt(0)) && NOISE.test(name);

/** Decides by gitignore rules. Each exclusion list stands alone: a `!pattern` in one does not let in what another keeps out. */
export function createParticipation(rules: ParticipationRules): Participation {
  const included = matcher(rules.include);
  const excluders = [rules.exclude, ...rules.driveIgnore.map((text) => text.split(/\r?\n/))]
    .map(rulesOf)
    .filter((one) => one !== null);
  const cleanFolders = new Map<string, boolean>();
  const folder = (key: string): boolean => {
    let clean = key === '' ? true : cleanFolders.get(key);
    if (clean === undefined) {
      // A watcher asks for years, and some programs never use a name twice.
      if (cleanFolders.size >= MOST_REMEMBERED) cleanFolders.clear();
      clean = folder(parentKey(key)) && !isNoise(baseName(key)) && !excluders.some((one) => one.ignores(`${key}/`));
      cleanFolders.set(key, clean);
    }
    return clean;
  };
  return {
    folder,
    file: (key) =>
      key !== ROOT_MARKER &&
      key !== MANIFEST_NAME &&
      !isNoise(baseName(key)) &&
      included(key) &&
      folder(parentKey(key)) &&
      !excluders.some((one) => one.ignores(key)),
  };
}

/** The common case, a list of `*.suffix`, needs no pattern engine: that halves the time of a walk. */
function matcher(patterns: readonly string[]): (key: string) => boolean {
  const suffixes = patterns.map((pattern) => PLAIN_SUFFIX.exec(pattern)?.[1]);
  if (suffixes.every((suffix) => suffix !== undefined)) {
    const wanted = new Set<string>(suffixes);
    return (key) => {
      const dot = key.lastIndexOf('.');
      return dot >= 0 && wanted.has(key.slice(dot));
    };
  }
  const rules = rulesOf(patterns);
  return (key) => rules?.ignores(key) ?? false;
}

function rulesOf(patterns: readonly string[]): Ignore | null {
  const real = patterns
    .map((pattern) => pattern.normalize('NFC'))
    .filter((pattern) => pattern.trim() !== '' && !pattern.startsWith('#'));
  return real.length === 0 ? null : ignore({ ignorecase: false }).add(real);
}

/**
 * Reads the rules that apply to a workspace and its Core.
 * @throws AppError `source-unreadable` when a .driveignore is there but cannot be read: without it too much would take part.
 */
export function readParticipation(request: {
  workspace: string;
  source: string;
  include: string[];
  exclude: string[];
}): Participation {
  const driveIgnore = [request.workspace, request.source].map(readDriveIgnore).filter((text) => text !== null);
  return createParticipation({ include: request.include, exclude: request.exclude, driveIgnore });
}

function readDriveIgnore(root: string): string | null {
  const path = join(root, DRIVE_IGNORE);
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return null;
    throw new AppError('source-unreadable', `${path} could not be read: ${messageOf(error)}. Nothing was compared.`, {
      cause: error,
    });
  }
}
