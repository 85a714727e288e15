const MACOS_CLOUD = /\/Library\/CloudStorage\/GoogleDrive-[^/]+(?:\/|$)/;
const WINDOWS_DRIVE = /^([A-Za-z]):[\\/]/;
/** Drive's virtual disks have this folder at their root, in every language; real disks do not. */
const VIRTUAL_DISK_MARK = '.shortcut-targets-by-id';

export interface PlaceOfRoot {
  /** Absolute, symbolic links resolved. */
  path: string;
  platform: NodeJS.Platform;
  /** Names at the root of a Windows disk (`G:\`); empty when it cannot be read. */
  listDisk: (disk: string) => readonly string[];
}

/**
 * Whether Drive fetches this folder's files from the cloud when they are read, judged by its place alone.
 * Windows: on a disk whose root holds `.shortcut-targets-by-id`; `My Drive`, `내 드라이브`, … beside it may have any name.
 * macOS: below `~/Library/CloudStorage/GoogleDrive-…`. Mirrored folders lie elsewhere on both; Linux has no Drive client.
 */
export function looksStreamed({ path, platform, listDisk }: PlaceOfRoot): boolean {
  if (platform === 'darwin') return MACOS_CLOUD.test(path);
  const disk = platform === 'win32' ? WINDOWS_DRIVE.exec(path)?.[1] : undefined;
  return disk !== undefined && listDisk(`${disk}:\\`).includes(VIRTUAL_DISK_MARK);
}
