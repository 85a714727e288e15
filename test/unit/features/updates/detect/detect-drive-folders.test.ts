import { expect, test } from 'vitest';
import { detectDriveFolders, type ListFolders } from '../../../../../electron/features/updates/detect/index.ts';

const disk =
  (folders: Record<string, string[]>): ListFolders =>
  (path) =>
    folders[path] ?? null;

test('Windows: a virtual disk is known by its shortcut folder, whatever the folder beside it is called', () => {
  const list = disk({
    'G:\\': ['$RECYCLE.BIN', '.shortcut-targets-by-id', '내 드라이브'],
    'G:\\내 드라이브': ['사진', 'Core'],
    'D:\\': ['My Drive'],
    'D:\\My Drive': ['Core'],
  });
  expect(detectDriveFolders('win32', 'C:\\Users\\지민', {}, list)).toEqual([
    { path: 'G:\\내 드라이브', mode: 'stream', coreFolder: 'G:\\내 드라이브\\Core' },
  ]);
});

test('Windows: a mirrored folder below home is known by its name or by what Drive keeps in it', () => {
  const home = 'C:\\Users\\kim';
  const list = disk({
    [home]: ['Documents', 'My Drive (kim@example.com)', 'Wolke'],
    [`${home}\\Documents`]: ['Core'],
    [`${home}\\My Drive (kim@example.com)`]: ['97layerOS'],
    [`${home}\\My Drive (kim@example.com)\\97layerOS`]: ['core'],
    [`${home}\\Wolke`]: ['.tmp.drivedownload', 'Notes'],
  });
  expect(detectDriveFolders('win32', home, {}, list)).toEqual([
    {
      path: `${home}\\My Drive (kim@example.com)`,
      mode: 'mirror',
      coreFolder: `${home}\\My Drive (kim@example.com)\\97layerOS\\core`,
    },
    { path: `${home}\\Wolke`, mode: 'mirror', coreFolder: null },
  ]);
});

test('macOS: accounts below CloudStorage are streams, also when the name comes in NFD', () => {
  const home = '/Users/kim';
  const nfd = '내 드라이브'.normalize('NFD');
  const account = `${home}/Library/CloudStorage/GoogleDrive-kim@example.com`;
  const list = disk({
    [home]: ['Library', nfd],
    [`${home}/${nfd}`]: ['Core'],
    [`${home}/Library`]: ['CloudStorage'],
    [`${home}/Library/CloudStorage`]: ['GoogleDrive-kim@example.com', 'Dropbox'],
    [account]: ['.Trash', 'My Drive', 'Shared drives'],
    [`${account}/My Drive`]: [],
  });
  expect(detectDriveFolders('darwin', home, {}, list)).toEqual([
    { path: `${home}/${nfd}`, mode: 'mirror', coreFolder: `${home}/${nfd}/Core` },
    { path: `${account}/My Drive`, mode: 'stream', coreFolder: null },
    { path: `${account}/Shared drives`, mode: 'stream', coreFolder: null },
  ]);
});

test('Linux: usual names below home and the mounts of GNOME are found', () => {
  const mounts = '/run/user/1000/gvfs';
  const list = disk({
    '/home/kim': ['GoogleDrive', 'work'],
    '/home/kim/GoogleDrive': ['Core'],
    '/home/kim/work': ['Core'],
    [mounts]: ['google-drive:host=example.com,user=kim', 'sftp:host=x'],
  });
  expect(detectDriveFolders('linux', '/home/kim', { XDG_RUNTIME_DIR: '/run/user/1000' }, list)).toEqual([
    { path: '/home/kim/GoogleDrive', mode: 'mirror', coreFolder: '/home/kim/GoogleDrive/Core' },
    { path: `${mounts}/google-drive:host=example.com,user=kim`, mode: 'stream', coreFolder: null },
  ]);
});

test('a machine without Drive offers nothing', () => {
  for (const platform of ['linux', 'darwin', 'win32'] as const)
    expect(detectDriveFolders(platform, '/home/kim', {}, () => null)).toEqual([]);
});
