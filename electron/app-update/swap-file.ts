import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import { copyFile, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fsyncFolder, temporaryBeside } from '../kernel/atomic-file.ts';
import { AppError } from '../kernel/errors.ts';

const EXECUTABLE = 0o755;

/** SHA-512 of a file, in base64: as channel files say it. */
export async function sha512Of(path: string): Promise<string> {
  const sum = createHash('sha512');
  await pipeline(createReadStream(path), sum);
  return sum.digest('base64');
}

/**
 * Puts a copy of a program in a place, when it is the one that is meant: the bytes that were proven are those that are named.
 * What was there before stays whole until then, and is replaced at once.
 * @throws AppError `hash-mismatch`, and nothing is replaced
 */
export async function putProgram(from: string, sha512: string, place: string): Promise<void> {
  mkdirSync(dirname(place), { recursive: true });
  const temporary = temporaryBeside(place);
  try {
    await copyFile(from, temporary);
    const handle = await open(temporary, 'r+');
    try {
      await handle.chmod(EXECUTABLE);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if ((await sha512Of(temporary)) !== sha512)
      throw new AppError('hash-mismatch', `${from} is not the program that was meant: nothing was replaced.`);
    await rename(temporary, place);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await fsyncFolder(dirname(place));
}
