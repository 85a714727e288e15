import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { SelfCheck } from '../../../../../shared/model/governance.ts';
import { messageOf } from '../../../../kernel/errors.ts';

const manifestSchema = z.object({ files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)) });

/** Code that lies among the application's own and is not in its manifest would be run like it. */
const CODE = /\.(?:[cm]?js|html|wasm|node)$/;

/**
 * Compares the built application with the manifest that its build wrote. It finds accidents and clumsy hands: whoever can write there can
 * write the manifest as well. Reads in streams, one file after the other. Never throws for the files' sake.
 */
export async function checkBundle(folder: string): Promise<SelfCheck[]> {
  try {
    const { files } = manifestSchema.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
    const faults: SelfCheck[] = [];
    for (const [path, expected] of Object.entries(files)) {
      const found = await hashOf(join(folder, path));
      if (found !== expected) faults.push(say(path, 'violated', found === null ? 'It is gone' : 'It is not what was built'));
    }
    const parts = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))];
    for (const path of await codeBelow(folder, parts)) {
      if (!(path in files)) faults.push(say(path, 'violated', 'It was not built with the application'));
    }
    return faults.length > 0 ? faults : [say('', 'ok', '')];
  } catch (error) {
    return [say('', 'could-not-check', messageOf(error))];
  }
}

async function hashOf(file: string): Promise<string | null> {
  const sum = createHash('sha256');
  try {
    await pipeline(createReadStream(file), sum);
    return sum.digest('hex');
  } catch {
    // Gone or not readable: either way it is not what was built.
    return null;
  }
}

async function codeBelow(folder: string, parts: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const part of parts) {
    for (const entry of await readdir(join(folder, part), { recursive: true, withFileTypes: true })) {
      const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
      if (entry.isFile() && CODE.test(entry.name)) found.push(path);
    }
  }
  return found;
}

const say = (path: string, result: SelfCheck['result'], detail: string): SelfCheck => ({
  check: 'integrity',
  subject: path === '' ? 'application' : `application: ${path}`,
  result,
  detail,
});
