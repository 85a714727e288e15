import { posix, win32 } from 'node:path';
import { toKey } from '../../../kernel/names.ts';

export interface DriveFolder {
  path: string;
  /** `stream`: files are fetched from the cloud when they are read. */
  mode: 'mirror' | 'stream';
  /** The folder called Core in it, or one level below; null when there is none. */
  coreFolder: string | null;
}

/** Names of the folders in a folder; null when it is not there or cannot be read. */
export type ListFolders = (path: string) => readonly string[] | null;

/** Drive's virtual disks have this folder at their root, in every language. */
const VIRTUAL_DISK_MARK = '.shortcut-targets-by-id';
/** Drive keeps what it is moving in these, at the root of what it mirrors. */
const MIRROR_MARKS = ['.tmp.driveupload', '.tmp.drivedownload'];
/** What Drive calls its folder where the marks are missing, with or without the account behind it. */
const DRIVE_NAMES =
  /^(?:google ?drive|my drive|내 드라이브|マイドライブ|我的云端硬盘|我的雲端硬碟|mon drive|meine ablage|mi unidad|meu drive|il mio drive)(?: \(.+\)| - .+)?$/iu;
const DISK_LETTERS = 'DEFGHIJKLMNOPQRSTUVWXYZ'.split('');

/**
 * Folders of Google Drive on this machine, judged by places and names alone. Pure: the disk comes in through `list`.
 * Linux has no client of Google's; there, folders of the usual names (rclone, Insync) and GNOME's mounts are found.
 */
export function detectDriveFolders(
  platform: NodeJS.Platform,
  home: string,
  env: Readonly<Record<string, string | undefined>>,
  list: ListFolders,
): DriveFolder[] {
  const join: Join = (...parts) => (platform === 'win32' ? win32 : posix).join(...parts);
  const folder = (path: string, mode: DriveFolder['mode']): DriveFolder => ({
    path,
    mode,
    coreFolder: findCore(path, list, join),
  });
  const streamed = streamRoots(platform, home, env, list, join);
  const mirrored = (list(home) ?? []).filter((name) => isMirror(name, list(join(home, name)))).map((name) => join(home, name));
  return [...mirrored.map((path) => folder(path, 'mirror')), ...streamed.map((path) => folder(path, 'stream'))];
}

type Join = (...parts: string[]) => string;

function isMirror(name: string, inside: readonly string[] | null): boolean {
  return inside !== null && (DRIVE_NAMES.test(toKey(name)) || inside.some((folder) => MIRROR_MARKS.includes(folder)));
}

function streamRoots(
  platform: NodeJS.Platform,
  home: string,
  env: Readonly<Record<string, string | undefined>>,
  list: ListFolders,
  join: Join,
): string[] {
  if (platform === 'win32') {
    return DISK_LETTERS.map((letter) => `${letter}:\\`).flatMap((disk) => {
      const folders = list(disk) ?? [];
      return folders.includes(VIRTUAL_DISK_MARK) ? visible(folders).map((name) => join(disk, name)) : [];
    });
  }
  if (platform === 'darwin') {
    const clouds = join(home, 'Library', 'CloudStorage');
    const accounts = (list(clouds) ?? []).filter((name) => name.startsWith('GoogleDrive-'));
    return accounts.flatMap((account) => visible(list(join(clouds, account)) ?? []).map((name) => join(clouds, account, name)));
  }
  const mounts = join(env['XDG_RUNTIME_DIR'] ?? '/run/user/0', 'gvfs');
  return (list(mounts) ?? []).filter((name) => name.startsWith('google-drive:')).map((name) => join(mounts, name));
}

/** Names that begin with a dot or `$` are the system's own. */
const visible = (names: readonly string[]): string[] => names.filter((name) => !/^[.$]/.test(name));

function findCore(path: string, list: ListFolders, join: Join): string | null {
  const folders = visible(list(path) ?? []);
  const isCore = (name: string): boolean => name.toLowerCase() === 'core';
  const here = folders.find(isCore);
  if (here !== undefined) return join(path, here);
  for (const name of folders) {
    const below = (list(join(path, name)) ?? []).find(isCore);
    if (below !== undefined) return join(path, name, below);
  }
  return null;
}
