import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { TEMPORARY_NAME } from '../../../kernel/atomic-file.ts';

/**
 * Removes what a kill left of our writing `text` into a file of this folder: temporaries that hold the beginning of it, and nothing else.
 * `known` were there before.
 */
export async function sweepUnfinished(folder: string, text: string, known: readonly string[] = []): Promise<void> {
  const whole = Buffer.from(text);
  for (const name of await readdir(folder)) {
    if (!TEMPORARY_NAME.test(name) || known.includes(name)) continue;
    const bytes = await readFile(join(folder, name));
    if (whole.subarray(0, bytes.length).equals(bytes)) await rm(join(folder, name));
  }
}
