import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomic } from '../../../../kernel/atomic-file.ts';
import { errnoOf, messageOf } from '../../../../kernel/errors.ts';
import type { CheckpointBody } from './checkpoint-body.ts';
import { parseVerifierKey, type NoteVerifier } from './signed-note.ts';

/** `problem`: why the checkpoint could not be put there. */
export interface Placed {
  path: string | null;
  problem: string | null;
}

const FILE = /^checkpoint-\d+-([\w.-]+)\.txt$/;

/** One file a checkpoint, and the public key beside them. */
export async function place(folder: string | null, body: CheckpointBody, note: string, key: string): Promise<Placed> {
  if (folder === null) return { path: null, problem: null };
  const path = join(folder, `checkpoint-${String(body.entries).padStart(9, '0')}-${body.origin}.txt`);
  try {
    await makeFolder(folder);
    await writeFileAtomic(path, note);
    await writeFileAtomic(join(folder, `${body.origin}.vkey`), `${key}\n`);
    return { path, problem: null };
  } catch (error) {
    return { path: null, problem: messageOf(error) };
  }
}

/** The folder itself, never the way to it: a Drive that is not there must not be replaced by a folder that looks like it. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
  }
}

/** The newest are enough: each vouches for everything before it. */
const MOST_NOTES = 100;

/** Public keys that lie beside the notes, of keys whose name begins so. */
export async function verifiersIn(folder: string | null, prefix: string): Promise<NoteVerifier[]> {
  if (folder === null) return [];
  const names = (await namesIn(folder)).filter((file) => file.startsWith(prefix) && file.endsWith('.vkey'));
  const found: NoteVerifier[] = [];
  for (const file of names) {
    const verifier = parseVerifierKey(await readFile(join(folder, file), 'utf8'));
    if (verifier !== null) found.push(verifier);
  }
  return found;
}

/** Another workspace may keep its checkpoints in the same folder: those bear another name. */
export async function notesIn(folder: string | null, prefix: string): Promise<{ name: string; note: string }[]> {
  if (folder === null) return [];
  const found: { name: string; note: string }[] = [];
  const names = (await namesIn(folder)).filter((file) => FILE.exec(file)?.[1]?.startsWith(prefix) === true);
  for (const file of names.slice(-MOST_NOTES)) {
    found.push({ name: file, note: await readFile(join(folder, file), 'utf8') });
  }
  return found;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).toSorted();
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}
