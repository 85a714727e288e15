import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomic } from '../../../../kernel/atomic-file.ts';
import { errnoOf, messageOf } from '../../../../kernel/errors.ts';
import type { CheckpointBody } from './checkpoint-body.ts';

/** `problem`: why the checkpoint could not be put there. */
export interface Placed {
  path: string | null;
  problem: string | null;
}

const FILE = /^checkpoint-\d+-[\w.-]+\.txt$/;

/** One file a checkpoint, and the public key beside them. */
export async function place(folder: string | null, body: CheckpointBody, note: string, key: string): Promise<Placed> {
  if (folder === null) return { path: null, problem: null };
  const path = join(folder, `checkpoint-${String(body.entries).padStart(9, '0')}-${body.origin}.txt`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFileAtomic(path, note);
    await writeFileAtomic(join(folder, `${body.origin}.vkey`), `${key}\n`);
    return { path, problem: null };
  } catch (error) {
    return { path: null, problem: messageOf(error) };
  }
}

/** Another workspace may keep its checkpoints in the same folder: those bear another name. */
export async function notesIn(folder: string | null, name: string): Promise<{ name: string; note: string }[]> {
  if (folder === null) return [];
  const found: { name: string; note: string }[] = [];
  for (const file of (await namesIn(folder)).filter((file) => FILE.test(file) && file.includes(name))) {
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
