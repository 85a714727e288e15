import { lstatSync, readdirSync, statSync, type Dirent } from 'node:fs';
import { errnoOf, messageOf } from '../../../kernel/errors.ts';
import { joinKey, nameProblem, toKey } from '../../../kernel/names.ts';
import { assertNotCancelled, type CancelFlag } from './cancel.ts';
import { foundFile, foundObstacle, onDisk, type FoundFile, type Obstacle } from './entries.ts';
import { isNoise, isPointer, type Participation } from './participation.ts';

/** What stands in Core, as far as it was looked at. */
export interface SourceTree {
  files: Map<string, FoundFile>;
  /** Folders that are there, entered or not. */
  folders: Set<string>;
  /** Folders that could not be looked into: nothing is known of what lies below, least of all that it is missing. */
  blocked: Map<string, Obstacle>;
  pointers: number;
}

export interface FolderToWalk {
  key: string;
  path: string;
}

export interface WalkOptions {
  root: string;
  participation: Participation;
  maxFileBytes: number;
  /** Whether to enter a folder that was met on the way. */
  enter: (folder: FolderToWalk) => boolean;
  cancel: CancelFlag;
}

/** Lists the given folders and those below that `enter` lets in. Follows no symbolic link and never throws for a file's sake. */
export function walkSource(starts: readonly FolderToWalk[], options: WalkOptions): SourceTree {
  const tree: SourceTree = { files: new Map(), folders: new Set(), blocked: new Map(), pointers: 0 };
  const entered = new Set<string>();
  const stack = starts.toReversed();
  for (let folder = stack.pop(); folder !== undefined; folder = stack.pop()) {
    assertNotCancelled(options.cancel);
    if (entered.has(folder.path)) continue;
    entered.add(folder.path);
    tree.folders.add(folder.key);
    for (const entry of listing(folder, options, tree)) visit(entry, folder, options, tree, stack);
  }
  return tree;
}

function listing(folder: FolderToWalk, { root }: WalkOptions, tree: SourceTree): Dirent[] {
  try {
    return readdirSync(onDisk(root, folder.path), { withFileTypes: true });
  } catch (error) {
    const reason = errnoOf(error) === 'ENOENT' ? 'unstable' : 'unreadable';
    tree.blocked.set(folder.key, { reason, detail: messageOf(error) });
    return [];
  }
}

function visit(entry: Dirent, parent: FolderToWalk, options: WalkOptions, tree: SourceTree, stack: FolderToWalk[]): void {
  const { name } = entry;
  if (isNoise(name)) return;
  const key = joinKey(parent.key, toKey(name));
  const path = joinKey(parent.path, name);
  if (entry.isDirectory()) visitFolder({ key, path }, name, options, tree, stack);
  else if (isPointer(name)) tree.pointers += 1;
  else if (entry.isSymbolicLink()) visitLink(key, path, options, tree);
  else if (options.participation.file(key))
    addFile(tree, entry.isFile() ? lookAt(key, path, name, options) : notAFile(key, path));
}

function visitFolder(folder: FolderToWalk, name: string, options: WalkOptions, tree: SourceTree, stack: FolderToWalk[]): void {
  if (!options.participation.folder(folder.key)) return;
  tree.folders.add(folder.key);
  const problem = nameProblem(name);
  if (problem !== null) tree.blocked.set(folder.key, { reason: 'unsafe-path', detail: problem });
  else if (options.enter(folder)) stack.push(folder);
}

/** A link to a folder hides whatever was below that name before. */
function visitLink(key: string, path: string, { root, participation }: WalkOptions, tree: SourceTree): void {
  const detail = 'a symbolic link in Core';
  if (participation.file(key)) addFile(tree, foundObstacle(key, path, 'symlink', detail));
  else if (participation.folder(key) && leadsToFolder(onDisk(root, path))) tree.blocked.set(key, { reason: 'symlink', detail });
}

function leadsToFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // A link that leads nowhere, or where we may not look, stands for no folder that could be compared.
    return false;
  }
}

const notAFile = (key: string, path: string): FoundFile =>
  foundObstacle(key, path, 'not-a-file', 'a device, pipe or socket in Core');

function lookAt(key: string, path: string, name: string, { root, maxFileBytes }: WalkOptions): FoundFile {
  const problem = nameProblem(name);
  if (problem !== null) return foundObstacle(key, path, 'unsafe-path', problem);
  try {
    const file = foundFile(key, path, lstatSync(onDisk(root, path), { bigint: true }));
    const size = Number(file.stamp?.size);
    if (size > maxFileBytes) file.obstacle = { reason: 'too-large', detail: `${size} bytes; the limit is ${maxFileBytes}` };
    return file;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return foundObstacle(key, path, 'unstable', 'vanished while Core was being read');
    return foundObstacle(key, path, 'unreadable', messageOf(error));
  }
}

/** Two spellings of one key are two files that cannot both be the source. */
function addFile(tree: SourceTree, file: FoundFile): void {
  const other = tree.files.get(file.key);
  if (other === undefined) tree.files.set(file.key, file);
  else tree.files.set(file.key, foundObstacle(file.key, file.path, 'name-collision', bothSpellings(other.path, file.path)));
}

const bothSpellings = (one: string, other: string): string =>
  `Core has this name twice, in two Unicode forms: ${escaped(one)} and ${escaped(other)}`;

/** Names that look the same must be told apart. */
const escaped = (text: string): string =>
  text.replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
