import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf, messageOf } from '../../../kernel/errors.ts';
import { nameProblem } from '../../../kernel/names.ts';

/** A request that an agent dropped; `text` is null when it could not be read, and `detail` says why. */
export interface RequestFile {
  name: string;
  path: string;
  bytes: Uint8Array;
  text: string | null;
  detail: string | null;
}

const ANSWER = '.answer.md';
const MAX_BYTES = 256 * 1024;
const MOST_FILES = 1000;

/** The answer's name: beside the request. */
export const answerPathOf = (requestPath: string): string => requestPath.replace(/\.md$/i, ANSWER);

/** Requests in a folder, oldest name first. A folder that does not exist holds none. Links are not followed. */
export async function listRequestFiles(folder: string): Promise<RequestFile[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
  const wanted = names.filter(
    (name) => name.toLowerCase().endsWith('.md') && !name.toLowerCase().endsWith(ANSWER) && nameProblem(name) === null,
  );
  const files: RequestFile[] = [];
  for (const name of wanted.sort().slice(0, MOST_FILES)) {
    const path = join(folder, name);
    if ((await lstat(path)).isFile()) files.push(await readRequest(name, path));
  }
  return files;
}

async function readRequest(name: string, path: string): Promise<RequestFile> {
  const empty = { name, path, bytes: new Uint8Array(), text: null };
  try {
    const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    try {
      if ((await handle.stat()).size > MAX_BYTES) return { ...empty, detail: 'It is too large for a request' };
      const bytes = await handle.readFile();
      return { name, path, bytes, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), detail: null };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { ...empty, detail: error instanceof TypeError ? 'It is not valid UTF-8' : messageOf(error) };
  }
}
