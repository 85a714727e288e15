import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { errnoOf, messageOf } from '../../../kernel/errors.ts';

export type TextResult =
  | { state: 'read'; text: string; bytes: Buffer }
  | { state: 'missing' }
  | { state: 'unreadable'; detail: string };

/** Larger files are no documents. */
const MAX_BYTES = 4 << 20;
/** Never waiting for a pipe that was put in a document's place. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Reads a document. Not being able to is a result, never an exception: it must be said, and never counts as fine. */
export async function readText(path: string): Promise<TextResult> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, FLAGS);
    const stat = await handle.stat();
    if (!stat.isFile()) return { state: 'unreadable', detail: 'it is not a file' };
    if (stat.size > MAX_BYTES) return { state: 'unreadable', detail: `it is larger than ${MAX_BYTES} bytes` };
    const bytes = await handle.readFile();
    // The byte order mark is kept: the original does not see a front matter behind one.
    return { state: 'read', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), bytes };
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return { state: 'missing' };
    return { state: 'unreadable', detail: error instanceof TypeError ? 'it is not valid UTF-8' : messageOf(error) };
  } finally {
    await handle?.close();
  }
}
