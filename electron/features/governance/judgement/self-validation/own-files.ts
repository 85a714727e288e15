import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf, messageOf } from '../../../../kernel/errors.ts';
import { hashFile, stampOf } from '../../../../kernel/hash.ts';
import { foldName } from '../../../../kernel/names.ts';
import { keyOf, type Locations } from '../../constitution/index.ts';
import type { OwnFile } from './manifest.ts';

/** Logs grow by their nature: the hash chain guards them, not the manifest. */
const isLog = (name: string): boolean => /^(?:meta_)?audit_log.*\.md$/.test(foldName(name));
/** What below the immune system is none of its own files. */
export const isNoOwnFile = (name: string, isFolder: boolean): boolean => (isFolder ? LEFT_OUT.has(name) : isLog(name));

const LEFT_OUT = new Set(['__pycache__', '.git', 'node_modules', '_archive']);

/** The constitution's documents and every file of the immune system but its logs, hashed. Paths are relative to the workspace. */
export function hashOwnFiles(locations: Locations): OwnFile[] {
  const documents = [locations.canon, locations.metaDoctrine, locations.immuneDoctrine];
  const below = filesBelow(locations.immuneSystem);
  const logs = [locations.auditLog, locations.metaAuditLog];
  const paths = [...new Set([...documents, ...below.files])].filter((path) => !logs.includes(path)).sort();
  const unread = below.unread.map(({ path, detail }) => ({ path: keyOf(locations.workspace, path), hash: null, detail }));
  return [...paths.flatMap((path) => hashOne(path, keyOf(locations.workspace, path))), ...unread];
}

function hashOne(file: string, path: string): OwnFile[] {
  try {
    const outcome = hashFile(file, stampOf(lstatSync(file, { bigint: true })));
    if (outcome.state === 'hashed') return [{ path, hash: outcome.digest.toString('hex') }];
    return [
      { path, hash: null, detail: outcome.state === 'changed' ? 'It is being changed, or is not a plain file' : outcome.detail },
    ];
  } catch (error) {
    // A file that is gone is found by its absence from the list.
    return errnoOf(error) === 'ENOENT' ? [] : [{ path, hash: null, detail: messageOf(error) }];
  }
}

interface Below {
  files: string[];
  unread: { path: string; detail: string }[];
}

function filesBelow(folder: string, found: Below = { files: [], unread: [] }): Below {
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (isNoOwnFile(entry.name, entry.isDirectory())) continue;
      if (entry.isDirectory()) filesBelow(path, found);
      else found.files.push(path);
    }
  } catch (error) {
    found.unread.push({ path: folder, detail: messageOf(error) });
  }
  return found;
}
