import { isAscii } from '../../shared/model/fold-name.ts';

/** Names of files as identities: one file has one key, however a disk, Drive or a person spells it. */

export { foldName } from '../../shared/model/fold-name.ts';

/** The identity of a relative path: Unicode NFC. Expects POSIX separators. */
export const toKey = (path: string): string => (isAscii(path) ? path : path.normalize('NFC'));

/** The key of the folder that holds `key`; '' is the root. */
export function parentKey(key: string): string {
  const slash = key.lastIndexOf('/');
  return slash < 0 ? '' : key.slice(0, slash);
}

/** The last segment of a key or POSIX path. */
export const baseName = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

/** Joins two POSIX relative paths; either may be '' for the root. */
export const joinKey = (folder: string, name: string): string =>
  folder === '' ? name : name === '' ? folder : `${folder}/${name}`;

/** Whether `key` is `folder` itself or lies below it; '' holds everything. */
export const isInside = (key: string, folder: string): boolean => folder === '' || key === folder || key.startsWith(`${folder}/`);

/** Why a name of one path segment must not be written, for people; null when it is a fit name on this platform. */
export function nameProblem(name: string, platform: NodeJS.Platform = process.platform): string | null {
  if (ORDINARY.test(name)) return platform === 'win32' ? windowsProblem(name) : null;
  if (CONTROLS.test(name)) return 'the name holds control characters';
  if (REORDERING.test(name)) return 'the name holds invisible characters that change the order of letters';
  if (name.includes('\\')) return 'the name holds a backslash, which separates folders on Windows';
  if (name.includes('\uFFFD') || !name.isWellFormed()) return 'the name is not valid Unicode';
  if (name === '' || name === '.' || name === '..' || name.includes('/')) return 'it is not the name of a file';
  return platform === 'win32' ? windowsProblem(name) : null;
}

function windowsProblem(name: string): string | null {
  if (/[<>:"|?*]/.test(name)) return 'the name holds characters that Windows does not allow';
  if (/[. ]$/.test(name)) return 'the name ends in a dot or space, which Windows drops';
  if (/^(con|prn|aux|nul|conin\$|conout\$|com[1-9¹²³]|lpt[1-9¹²³])(\.|$)/i.test(name))
    return 'the name belongs to a device on Windows';
  return null;
}

/** Almost all names are: spares them the costlier questions. */
const ORDINARY = /^[\w-][\w. -]*$/;
const CONTROLS = /\p{Cc}|\p{Zl}|\p{Zp}/u;
const REORDERING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
