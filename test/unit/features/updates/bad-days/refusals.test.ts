import { describe, expect, test } from 'vitest';
import { writeTree } from '../../../../support/tree.ts';
import {
  createHeldClock,
  LIBRARY,
  lookAt,
  read,
  rollBack,
  rollBackToRelease,
  updateToRelease,
  useSandboxes,
  withNewVersions,
} from './support.ts';

const sandboxOf = useSandboxes();

describe('what a person rolled back stays away', () => {
  test('after rolling back, undoing that and rolling back again', async () => {
    const sandbox = sandboxOf();
    const guardian = await withNewVersions(sandbox);
    let release = await updateToRelease(guardian);
    for (const expected of ['v1', 'v2', 'v1']) {
      release = await rollBackToRelease(guardian, release);
      expect(read(sandbox.workspace, 'a.txt')).toBe(expected);
    }
    expect((await guardian.runUpdate(LIBRARY)).release).toBeNull();
    expect(read(sandbox.workspace, 'a.txt')).toBe('v1');
  });

  test('after rolling one file back three times, which goes there and back', async () => {
    const sandbox = sandboxOf();
    const guardian = await withNewVersions(sandbox);
    await guardian.runUpdate(LIBRARY);
    for (const expected of ['v1', 'v2', 'v1']) {
      await guardian.rollback({ kind: 'file', path: 'a.txt' }, { changedSince: 'keep', ...LIBRARY });
      expect(read(sandbox.workspace, 'a.txt')).toBe(expected);
    }
    expect((await guardian.runUpdate(LIBRARY)).release).toBeNull();
    expect(read(sandbox.workspace, 'a.txt')).toBe('v1');
  });

  test('when a later release had touched the file too and was overwritten', async () => {
    const sandbox = sandboxOf();
    const guardian = await withNewVersions(sandbox);
    const release = await updateToRelease(guardian);
    writeTree(sandbox.core, { 'a.txt': 'v3' });
    await updateToRelease(guardian);
    expect((await rollBack(guardian, release, 'overwrite')).status).toBe('COMPLETED');
    expect(read(sandbox.workspace, 'a.txt')).toBe('v1');
    expect((await guardian.runUpdate(LIBRARY)).release).toBeNull();
    expect(read(sandbox.workspace, 'a.txt')).toBe('v1');
  });
});

test('a release is not called rolled back when the rollback itself was gone back on', async () => {
  const sandbox = sandboxOf();
  const clock = createHeldClock();
  const guardian = await withNewVersions(sandbox, ['a.txt'], clock);
  const release = await updateToRelease(guardian);
  clock.wake(60_000);
  const between = clock.now();
  clock.wake(60_000);
  await rollBack(guardian, release);
  expect(guardian.release(release).rolledBackBy).toBe('R-0002');
  await guardian.rollback({ kind: 'time', at: between }, { changedSince: 'keep', ...LIBRARY });
  expect(read(sandbox.workspace, 'a.txt')).toBe('v2');
  expect(guardian.release(release).rolledBackBy).toBeNull();
});

describe('a set that failed its verification', () => {
  test('is not taken with the next look because a person let one file of it through', async () => {
    const sandbox = sandboxOf({ updates: { verify: [{ run: '! grep -q v2 b.txt' }] } });
    const guardian = await withNewVersions(sandbox, ['a.txt', 'b.txt']);
    expect((await guardian.runUpdate(LIBRARY)).status).toBe('ROLLED_BACK');
    const { held } = await guardian.runUpdate(LIBRARY);
    expect(held.map((one) => `${one.path} ${one.reason}`)).toEqual(['a.txt rejected', 'b.txt rejected']);
    const first = held[0];
    if (first === undefined) throw new Error('nothing is held');
    expect((await guardian.decide('a.txt', first, 'take-source', 'panel')).status).toBe('COMPLETED');
    expect(read(sandbox.workspace, 'a.txt')).toBe('v2');
    await guardian.dispose();

    sandbox.settings({ verify: [] });
    const next = await (await sandbox.guardian()).runUpdate(LIBRARY);
    expect([next.status, next.release]).toEqual(['HELD', null]);
    expect(read(sandbox.workspace, 'b.txt')).toBe('v1');
  });

  test('is not tried again by a look at a part of it that waited meanwhile', async () => {
    const sandbox = sandboxOf({ updates: { verify: [{ run: '! grep -rq v2 x y' }] } });
    const guardian = await withNewVersions(sandbox, ['x/a.txt', 'y/b.txt']);
    const [full, partial] = await Promise.all([guardian.runUpdate(LIBRARY), guardian.runUpdate(lookAt('y'))]);
    expect([full.status, partial.status, partial.release]).toEqual(['ROLLED_BACK', 'HELD', null]);
    expect([read(sandbox.workspace, 'x/a.txt'), read(sandbox.workspace, 'y/b.txt')]).toEqual(['v1', 'v1']);
  });
});
