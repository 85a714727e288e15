import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a folder holds: relative path → content and executable bits; folders end in a slash. */
export type Tree = Record<string, string>;

/** What Nightguard itself keeps in a workspace, and what therefore is no part of a comparison. */
const OWN = /^(\.nightguard|\.tmp|knowledge\/system\/update_log\.json|knowledge\/?$|knowledge\/system\/?$|nightguard\.yaml)/;

/** Reads a folder into a value that can be compared. */
export function readTree(root: string, skip: RegExp = OWN): Tree {
  const tree: Tree = {};
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const relative = path.slice(root.length + 1);
    if (skip.test(relative)) continue;
    if (entry.isDirectory()) tree[`${relative}/`] = '';
    else if (entry.isFile()) tree[relative] = `${(lstatSync(path).mode & 0o111).toString(8)} ${readFileSync(path, 'latin1')}`;
    else tree[relative] = `special ${lstatSync(path).mode}`;
  }
  return tree;
}

/** SHA-256 of every regular file below a folder but for those that `skip` matches. */
export function contentsBelow(root: string, skip?: RegExp): Set<string> {
  const found = new Set<string>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && skip?.test(path.slice(root.length + 1)) !== true) found.add(sha256(readFileSync(path)));
  }
  return found;
}

/** Contents of people's and agents' own files: what must never get lost. */
export const workContents = (workspace: string): Set<string> => contentsBelow(workspace, OWN);

export const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Writes files with their folders. */
export function writeTree(root: string, files: Record<string, string>): void {
  for (const [path, content] of Object.entries(files)) {
    const target = join(root, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}
