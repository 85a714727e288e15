import { constants } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { AppError, errnoOf, messageOf } from '../../../kernel/errors.ts';
import { nameProblem } from '../../../kernel/names.ts';
import { within } from '../../../kernel/paths.ts';

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
/** Longer answers are never given. */
const MOST_ANSWER = 4 << 20;

/** The answer's name: beside the request. `a.MD` keeps its ending, so that its answer is not that of `a.md`. */
export const answerPathOf = (requestPath: string): string => `${requestPath.replace(/\.md$/, '')}${ANSWER}`;

/** Whether a file in the folder of requests is one. */
export const isRequestName = (name: string): boolean =>
  name.toLowerCase().endsWith('.md') && !name.toLowerCase().endsWith(ANSWER) && nameProblem(name) === null;

/** Names of the requests in a folder, in order. A folder that does not exist holds none. Links are not followed. */
export async function listRequestNames(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && isRequestName(entry.name))
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** Reads what was dropped; null when it is gone. What cannot be read is judged as that. Not through links, and never more than a request may have. */
export async function readRequest(name: string, path: string): Promise<RequestFile | null> {
  const empty = { name, path, bytes: new Uint8Array(), text: null };
  try {
    const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    try {
      const stat = await handle.stat();
      if (!stat.isFile()) return { ...empty, detail: 'It is not a file' };
      if (stat.size > MAX_BYTES) return { ...empty, detail: 'It is too large for a request' };
      const bytes = await handle.readFile();
      return { name, path, bytes, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), detail: null };
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    return { ...empty, detail: error instanceof TypeError ? 'It is not valid UTF-8' : messageOf(error) };
  }
}

/** @throws AppError `unsafe-path` when something lies where the answer goes that is not an answer: it may be somebody's work. `mark` is in every answer. */
export async function assertAnswerPlace(path: string, mark: string): Promise<void> {
  try {
    const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    try {
      const stat = await handle.stat();
      if (stat.isFile() && stat.size <= MOST_ANSWER && (await handle.readFile('utf8')).includes(mark)) return;
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return;
    if (errnoOf(error) !== 'ELOOP') throw error;
  }
  throw new AppError('unsafe-path', `${path} is not an answer of Nightguard's: nothing is written over it.`);
}

/** Whether the front matter of a request has its end: a writer that stalls leaves half a file. */
export async function looksWhole(workspace: string, path: string): Promise<boolean> {
  const read = await readRequest(path.slice(path.lastIndexOf('/') + 1), within(workspace, path));
  return read?.text === null || read === null || /^\uFEFF?---\r?\n[\s\S]*?\r?\n---[^\S\n]*(?:\r?\n|$)/.test(read.text);
}
