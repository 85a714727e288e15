import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeTree } from '../../../../support/tree.ts';
import { LIBRARY, read, updateToRelease, useSandboxes, withNewVersions } from './support.ts';

const sandboxOf = useSandboxes();

test('a file of the set that becomes a folder while it is found wanting stays one, and the others are taken back', async () => {
  const sandbox = sandboxOf({ updates: { verify: [{ run: 'rm a.txt; mkdir a.txt; exit 1' }] } });
  const guardian = await withNewVersions(sandbox, ['a.txt', 'b.txt']);
  const result = await guardian.runUpdate(LIBRARY);
  expect(result).toMatchObject({ status: 'ROLLED_BACK', reason: expect.stringContaining('a.txt') as string });
  expect(statSync(join(sandbox.workspace, 'a.txt')).isDirectory()).toBe(true);
  expect(read(sandbox.workspace, 'b.txt')).toBe('v1');
  expect((await guardian.runUpdate(LIBRARY)).status).toBe('HELD');
});

describe('the preview of a rollback', () => {
  const LOST = { action: 'lost', currentHash: null, detail: 'something that is no file stands in its place: move it away first' };
  const inPlace: [string, (path: string) => void][] = [
    ['a link', (path) => symlinkSync('b.txt', path)],
    ['a folder', (path) => mkdirSync(path)],
    ['a pipe', (path) => execFileSync('mkfifo', [path])],
  ];

  test.each(inPlace)('lists %s that stands in the place of a file with the advice to move it away', async (_, put) => {
    const sandbox = sandboxOf();
    const guardian = await withNewVersions(sandbox, ['a.txt', 'b.txt']);
    const release = await updateToRelease(guardian);
    const path = join(sandbox.workspace, 'a.txt');
    rmSync(path);
    put(path);
    const { files } = await guardian.previewRollback({ kind: 'release', release });
    expect(files).toMatchObject([
      { path: 'a.txt', ...LOST },
      { path: 'b.txt', action: 'put-back' },
    ]);
  });
});

test('a verify command that rewrites a file of the set: the release is taken back, and what it wrote stays and is named', async () => {
  const sandbox = sandboxOf({ updates: { verify: [{ run: 'echo formatted >> a.txt' }] } });
  const guardian = await withNewVersions(sandbox, ['a.txt', 'b.txt']);
  const result = await guardian.runUpdate(LIBRARY);
  expect(result).toMatchObject({ status: 'ROLLED_BACK', reason: expect.stringContaining('a.txt') as string });
  expect([read(sandbox.workspace, 'a.txt'), read(sandbox.workspace, 'b.txt')]).toEqual(['v2formatted\n', 'v1']);
  expect(guardian.releases(null, 1)).toMatchObject([{ status: 'ROLLED_BACK', canRollBack: false, reason: result.reason }]);
  expect(guardian.snapshot().overall).not.toBe('good');
});

test('a file that was gone on both sides is applied when Core has it again', async () => {
  const sandbox = sandboxOf({ core: { 'a.txt': 'v1', 'z.txt': 'z' } });
  const guardian = await sandbox.guardian();
  await guardian.runUpdate(LIBRARY);
  for (const root of [sandbox.core, sandbox.workspace]) {
    rmSync(join(root, 'a.txt'));
    await guardian.runUpdate(LIBRARY);
  }
  writeTree(sandbox.core, { 'a.txt': 'v1' });
  await guardian.runUpdate(LIBRARY);
  expect(read(sandbox.workspace, 'a.txt')).toBe('v1');
});
