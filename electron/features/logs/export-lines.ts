import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { LogPage } from '../../../shared/model/logs.ts';
import { temporaryBeside } from '../../kernel/atomic-file.ts';

const AT_ONCE = 1000;

/** Writes lines as they are shown into a file that a person has chosen: beside it first, so that half of it never has its name. Returns how many. */
export async function exportLines(
  path: string,
  total: number,
  page: (from: number, count: number) => Promise<LogPage>,
): Promise<number> {
  const half = temporaryBeside(path);
  let written = 0;
  const texts = async function* (): AsyncGenerator<string> {
    for (let from = 0; from < total; from += AT_ONCE) {
      const { lines } = await page(from, AT_ONCE);
      written += lines.length;
      yield lines.map(({ text }) => `${text}\n`).join('');
    }
  };
  try {
    await pipeline(Readable.from(texts()), createWriteStream(half, { flags: 'wx', mode: 0o600, flush: true }));
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
  return written;
}
