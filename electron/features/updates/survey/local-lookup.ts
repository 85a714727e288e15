import { lstatSync, readdirSync, type Dirent } from 'node:fs';
import { errnoOf, messageOf } from '../../../kernel/errors.ts';
import { baseName, foldName, joinKey, parentKey, toKey } from '../../../kernel/names.ts';
import { foundFile, foundObstacle, onDisk, type FoundFile, type Obstacle } from './entries.ts';

/** Finds the workspace's file of a key; null when there is none. */
export type LocalLookup = (key: string) => FoundFile | null;

type Folder =
  | { state: 'listed'; path: string; entries: Entries }
  | { state: 'absent' }
  | { state: 'blocked'; obstacle: Obstacle };

/** By key; a list only where two spellings of one key are here. */
type Entries = Map<string, Dirent | Dirent[]>;

type Match = { state: 'found'; entry: Dirent } | { state: 'absent' } | { state: 'blocked'; obstacle: Obstacle };

/** Looks names up in a workspace, listing each folder concerned once and no other. Follows no symbolic link. */
export function createLocalLookup(workspace: string): LocalLookup {
  const folders = new Map<string, Folder>();
  const folderOf = (key: string): Folder => {
    let folder = folders.get(key);
    if (folder === undefined) {
      folder = key === '' ? list(workspace, '') : enter(workspace, folderOf(parentKey(key)), baseName(key));
      folders.set(key, folder);
    }
    return folder;
  };
  return (key) => {
    const folder = folderOf(parentKey(key));
    const name = baseName(key);
    if (folder.state === 'absent') return null;
    if (folder.state === 'blocked') return foundObstacle(key, key, folder.obstacle.reason, folder.obstacle.detail);
    const match = find(folder.entries, name);
    if (match.state === 'absent') return null;
    if (match.state === 'blocked')
      return foundObstacle(key, joinKey(folder.path, name), match.obstacle.reason, match.obstacle.detail);
    return lookAt(workspace, key, joinKey(folder.path, match.entry.name), match.entry);
  };
}

function lookAt(workspace: string, key: string, path: string, entry: Dirent): FoundFile | null {
  if (entry.isSymbolicLink()) return foundObstacle(key, path, 'symlink', `${path} is a symbolic link here`);
  if (!entry.isFile()) return foundObstacle(key, path, 'not-a-file', `${path} is not a file here`);
  try {
    return foundFile(key, path, lstatSync(onDisk(workspace, path), { bigint: true }));
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return foundObstacle(key, path, 'unstable', `${path} vanished here while it was being read`);
    return foundObstacle(key, path, 'unreadable', messageOf(error));
  }
}

function enter(workspace: string, parent: Folder, name: string): Folder {
  if (parent.state !== 'listed') return parent;
  const match = find(parent.entries, name);
  if (match.state !== 'found') return match;
  const path = joinKey(parent.path, match.entry.name);
  if (match.entry.isSymbolicLink()) return blockedBy('symlink', `the folder ${path} is a symbolic link here`);
  return match.entry.isDirectory() ? list(workspace, path) : blockedBy('not-a-file', `${path} is not a folder here`);
}

function list(workspace: string, path: string): Folder {
  try {
    const entries: Entries = new Map();
    for (const entry of readdirSync(onDisk(workspace, path), { withFileTypes: true })) {
      const key = toKey(entry.name);
      const known = entries.get(key);
      entries.set(key, known === undefined ? entry : [entry].concat(known));
    }
    return { state: 'listed', path, entries };
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? { state: 'absent' } : blockedBy('unreadable', messageOf(error));
  }
}

/** By NFC, whatever the spelling on disk; a name that differs only by case is in the way. */
function find(entries: Entries, name: string): Match {
  const entry = entries.get(name);
  if (Array.isArray(entry)) return blockedBy('name-collision', `${name} is here twice, in two Unicode forms`);
  if (entry !== undefined) return { state: 'found', entry };
  const folded = foldName(name);
  for (const key of entries.keys()) {
    if (foldName(key) === folded) return blockedBy('name-collision', `here it is spelt ${key}`);
  }
  return { state: 'absent' };
}

const blockedBy = (reason: Obstacle['reason'], detail: string): { state: 'blocked'; obstacle: Obstacle } => ({
  state: 'blocked',
  obstacle: { reason, detail },
});
