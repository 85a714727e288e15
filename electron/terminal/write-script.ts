import { readFile } from 'node:fs/promises';
import { writeFileAtomic } from '../kernel/atomic-file.ts';
import { AppError, errnoOf } from '../kernel/errors.ts';

/**
 * Writes an executable script whose second line is `mark`, over an older one of ours and never over another's.
 * Resolves to whether there was one. @throws AppError `denied` with `refusal` when the file is somebody else's
 */
export async function writeScript(file: string, text: string, mark: string, refusal: string): Promise<boolean> {
  const before = await textOf(file);
  if (before !== null && before.split('\n')[1] !== mark) throw new AppError('denied', refusal);
  await writeFileAtomic(file, text, { mode: 0o755 });
  return before !== null;
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}
