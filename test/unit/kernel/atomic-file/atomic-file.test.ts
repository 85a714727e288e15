import { chmod, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fsyncFolder, TEMPORARY_NAME, temporaryBeside, writeFileAtomic } from '../../../../electron/kernel/atomic-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nightguard-atomic-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a reader sees the old bytes or all of the new ones, and no temporary file is left', async () => {
  const path = join(folder, '한글 file.json');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 200_000 }), { minLength: 2, maxLength: 4 }), async (versions) => {
      const allowed = new Set(versions.map((bytes) => Buffer.from(bytes).toString('hex')));
      await writeFileAtomic(path, versions[0]!);
      const writing = { done: false };
      const reader = (async () => {
        const seen = [];
        while (!writing.done) seen.push((await readFile(path)).toString('hex'));
        return seen;
      })();
      for (const bytes of versions) await writeFileAtomic(path, bytes);
      writing.done = true;
      for (const seen of await reader) expect(allowed.has(seen)).toBe(true);
      expect(Buffer.from(await readFile(path))).toEqual(Buffer.from(versions.at(-1)!));
      expect(await readdir(folder)).toEqual(['한글 file.json']);
    }),
    { numRuns: 15 },
  );
});

test('the permission bits of an existing file are kept, whatever the umask', async () => {
  const path = join(folder, 'run.sh');
  await writeFile(path, 'old');
  await chmod(path, 0o777);
  await writeFileAtomic(path, 'new');
  expect((await stat(path)).mode & 0o7777).toBe(0o777);
  await writeFileAtomic(path, 'newer', { mode: 0o600 });
  expect((await stat(path)).mode & 0o7777).toBe(0o600);
});

test('when the file cannot be put in place the error is thrown and the temporary file removed', async () => {
  const path = join(folder, 'taken');
  await writeFileAtomic(join(folder, 'other'), 'x');
  await mkdir(path);
  await expect(writeFileAtomic(path, 'data')).rejects.toThrow();
  expect((await readdir(folder)).sort()).toEqual(['other', 'taken']);
});

test('a folder that is not there is an error, not a success', async () => {
  await expect(writeFileAtomic(join(folder, 'missing', 'file'), 'x')).rejects.toThrow(/ENOENT/);
  await expect(fsyncFolder(join(folder, 'missing'))).rejects.toThrow(/ENOENT/);
});

test('the names of temporary files can be recognised and lie in the same folder', () => {
  const path = temporaryBeside(join(folder, 'a.json'));
  expect(path.startsWith(folder)).toBe(true);
  expect(TEMPORARY_NAME.test(path.slice(folder.length + 1))).toBe(true);
  expect(TEMPORARY_NAME.test('a.tmp')).toBe(false);
});
