import { expect, test } from 'vitest';
import { systemClock, type Clock } from '../../../../../electron/kernel/clock.ts';
import type { UpdateEntry } from '../../../../../shared/model/updates.ts';
import { LIBRARY, problemCodes, read, rollBack, updateToRelease, useSandboxes, withNewVersions } from './support.ts';

const sandboxOf = useSandboxes();

test('an update_log.json that cannot be written is told; the update stands and can be rolled back', async () => {
  const sandbox = sandboxOf({ workspace: { knowledge: 'a plain file of that name' } });
  const guardian = await withNewVersions(sandbox);
  const result = await guardian.runUpdate(LIBRARY);
  expect(result.status).toBe('COMPLETED');
  expect(read(sandbox.workspace, 'a.txt')).toBe('v2');
  expect(problemCodes(guardian)).toEqual(['log-unwritable']);
  expect((await rollBack(guardian, 'R-0001')).status).toBe('COMPLETED');
  expect(read(sandbox.workspace, 'a.txt')).toBe('v1');
  expect(read(sandbox.workspace, 'knowledge')).toBe('a plain file of that name');
});

test('update_log.json names a release once, even when two processes end at the same time', async () => {
  // Takes the lock as soon as it is free: both write the log at about the same time.
  const eager: Clock = { ...systemClock, sleep: () => new Promise((wake) => setImmediate(wake)) };
  for (let round = 0; round < 3; round += 1) {
    const sandbox = sandboxOf();
    const guardian = await withNewVersions(sandbox);
    const other = await sandbox.guardian(eager);
    const release = await updateToRelease(guardian);
    await Promise.all([rollBack(guardian, release), other.runUpdate(LIBRARY)]);
    const entries = JSON.parse(read(sandbox.workspace, 'knowledge/system/update_log.json')) as UpdateEntry[];
    expect(entries.filter((entry) => entry.release === 'R-0002')).toHaveLength(1);
  }
});
