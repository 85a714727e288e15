import { constants } from 'node:fs';
import { copyFile, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fsyncFolder, temporaryBeside } from './atomic-file.ts';
import { errnoOf } from './errors.ts';
import { identityFrom, identityOf, sameContent, sameIdentity, type FileIdentity } from './file-identity.ts';
import type { Known } from './json-array-file.ts';

/** Not done: the file was no longer the one that was looked at, and nothing was changed. */
export type Attempt = { done: true; known: Known | null } | { done: false };

const indented = (entry: object, eol: string): string => `  ${JSON.stringify(entry, null, 2).split('\n').join(`${eol}  `)}`;

/** The text from behind the last element to the closing bracket. */
const ending = (entries: readonly object[], empty: boolean, eol: string): string =>
  `${empty ? '' : ','}${eol}${entries.map((entry) => indented(entry, eol)).join(`,${eol}`)}`;

/** Writes a new file, if there is still none. */
export function create(path: string, entries: readonly object[]): Promise<Attempt> {
  const body = Buffer.from(`[${ending(entries, true, '\n')}`);
  const layout = { insertAt: body.length, closeAt: body.length + 1, empty: false };
  return replace(path, null, { layout, eol: '\n' }, async (temporary) => {
    const handle = await open(temporary, 'wx');
    await handle.writeFile(Buffer.concat([body, Buffer.from('\n]\n')]));
    return handle;
  });
}

/** Copies the file (by the system, not through this process) and writes the new end over the copy's. */
export function extend(path: string, { identity, layout, eol }: Known, entries: readonly object[]): Promise<Attempt> {
  const added = Buffer.from(ending(entries, layout.empty, eol));
  const insertAt = layout.insertAt + added.length;
  const after = { insertAt, closeAt: insertAt + eol.length, empty: false };
  return replace(path, identity, { layout: after, eol }, async (temporary) => {
    await copyFile(path, temporary, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
    const handle = await open(temporary, 'r+');
    // What follows the closing bracket (a newline, as a rule) stays as it is.
    const rest = Buffer.alloc(Number(identity.size) - layout.closeAt);
    const { bytesRead } = await handle.read(rest, 0, rest.length, layout.closeAt);
    await handle.truncate(layout.insertAt);
    await handle.write(Buffer.concat([added, Buffer.from(eol), rest.subarray(0, bytesRead)]), 0, undefined, layout.insertAt);
    return handle;
  });
}

/** Puts a finished temporary in place, unless the file is no longer the one that it was made from. */
async function replace(
  path: string,
  expected: FileIdentity | null,
  shape: Omit<Known, 'identity'>,
  write: (temporary: string) => Promise<FileHandle>,
): Promise<Attempt> {
  const temporary = temporaryBeside(path);
  let renamed = false;
  try {
    const handle = await write(temporary);
    let written: FileIdentity;
    try {
      await handle.sync();
      written = identityFrom(await handle.stat({ bigint: true }));
    } finally {
      await handle.close();
    }
    if (!sameIdentity(expected, await identityOf(path))) return { done: false };
    await rename(temporary, path);
    renamed = true;
    await fsyncFolder(dirname(path));
    // The rename has set the ctime. If anything else differs, somebody wrote since: look again next time.
    const now = await identityOf(path);
    return { done: true, known: now !== null && sameContent(written, now) ? { identity: now, ...shape } : null };
  } catch (error) {
    // Moved away between the look and the copy: look again.
    if (!renamed && expected !== null && errnoOf(error) === 'ENOENT') return { done: false };
    throw error;
  } finally {
    if (!renamed) await rm(temporary, { force: true });
  }
}
