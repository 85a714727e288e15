import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createApplyContext } from '../../../../support/apply-context.ts';
import { contentsBelow, sha256 } from '../../../../support/tree.ts';
import {
  apply,
  fromCore,
  LIBRARY,
  problemCodes,
  read,
  rollBack,
  rollBackToRelease,
  updateToRelease,
  useSandboxes,
  withNewVersions,
} from './support.ts';

const sandboxOf = useSandboxes();

describe('a verify command that cleans .tmp', () => {
  test('and succeeds costs no old bytes: the release can be rolled back', async () => {
    const sandbox = sandboxOf({ updates: { verify: [{ run: 'rm -rf .tmp' }] } });
    const guardian = await withNewVersions(sandbox);
    const release = await updateToRelease(guardian);
    expect(read(sandbox.workspace, 'a.txt')).toBe('v2');
    expect(contentsBelow(sandbox.workspace).has(sha256('v1'))).toBe(true);
    expect((await rollBack(guardian, release)).status).toBe('COMPLETED');
    expect(read(sandbox.workspace, 'a.txt')).toBe('v1');
  });

  test('and fails does not keep the set from being taken back', async () => {
    const sandbox = sandboxOf({ updates: { verify: [{ run: 'rm -rf .tmp; exit 1' }] } });
    const guardian = await withNewVersions(sandbox);
    const result = await guardian.runUpdate(LIBRARY);
    expect(result).toMatchObject({ status: 'ROLLED_BACK', reason: 'rm -rf .tmp; exit 1 failed: exited with 1' });
    expect(read(sandbox.workspace, 'a.txt')).toBe('v1');
    expect((await guardian.runUpdate(LIBRARY)).status).toBe('HELD');
    expect(problemCodes(guardian)).toEqual(['release-rolled-back']);
  });

  test('and writes on into a replaced file does not make a release that stands look failed, nor cost those bytes', async () => {
    const clean = 'printf late >> .nightguard/staging/R-0001/0.old; rm -rf .tmp';
    const sandbox = sandboxOf({ updates: { verify: [{ run: clean }] } });
    const guardian = await withNewVersions(sandbox);
    expect((await guardian.runUpdate(LIBRARY)).status).toBe('COMPLETED');
    expect(guardian.releases(null, 1).map((release) => release.status)).toEqual(['SUCCESS']);
    expect(contentsBelow(sandbox.workspace).has(sha256('v1late'))).toBe(true);
    expect((await guardian.runUpdate(LIBRARY)).status).toBe('NO_UPDATES');
  });
});

test('a damaged copy is passed over when another one of the same content is intact', async () => {
  const sandbox = sandboxOf();
  const guardian = await withNewVersions(sandbox);
  const undo = await rollBackToRelease(guardian, await updateToRelease(guardian));
  const again = await rollBackToRelease(guardian, undo);
  const copies = guardian.archive('', 0, 9).versions.filter((version) => version.hash === sha256('v1'));
  expect(copies).toHaveLength(2);
  writeFileSync(join(sandbox.workspace, copies[0]?.archivePath ?? ''), 'XX');
  expect((await rollBack(guardian, again)).status).toBe('COMPLETED');
  expect(read(sandbox.workspace, 'a.txt')).toBe('v1');
});

test('a file whose every old copy is gone after a crash is named, and the others of its set are taken back', async () => {
  const sandbox = sandboxOf({ core: { 'a.txt': 'a2', 'b.txt': 'b2' }, workspace: { 'a.txt': 'a1', 'b.txt': 'b1' } });
  const context = createApplyContext(sandbox.workspace, (kind, when) => {
    if ((kind === 'replace' && when === 'after') || kind === 'take-back') throw new Error('as good as dead');
  });
  await apply(context, [fromCore(sandbox, 'a.txt', 'a1'), fromCore(sandbox, 'b.txt', 'b1')]);
  await context.workers.dispose();
  context.database.close();
  rmSync(join(sandbox.workspace, '.tmp'), { recursive: true });
  rmSync(join(sandbox.workspace, '.nightguard/staging/R-0001/0.old'));

  const guardian = await sandbox.guardian();
  await guardian.runUpdate(LIBRARY);
  expect([read(sandbox.workspace, 'a.txt'), read(sandbox.workspace, 'b.txt')]).toEqual(['a2', 'b1']);
  const told = guardian.snapshot().problems.map((problem) => problem.detail);
  expect(told).toEqual([expect.stringMatching(/^R-0001: .*Left as they are now: a\.txt\.$/)]);
  expect(guardian.releases(null, 1)).toMatchObject([{ status: 'FAILED', canRollBack: false }]);
});
