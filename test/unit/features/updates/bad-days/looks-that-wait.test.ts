import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { systemClock } from '../../../../../electron/kernel/clock.ts';
import { createWorkspaceLock } from '../../../../../electron/kernel/workspace-lock.ts';
import { writeTree } from '../../../../support/tree.ts';
import { createHeldClock, LIBRARY, lookAt, useSandboxes } from './support.ts';

const sandboxOf = useSandboxes();

test('a look at a folder that was emptied does not take Core for empty', async () => {
  const many = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`many/${index}.txt`, String(index)]));
  const sandbox = sandboxOf({ core: { ...many, 'sub/x.txt': 'x' } });
  const guardian = await sandbox.guardian();
  await guardian.runUpdate(LIBRARY);
  rmSync(join(sandbox.core, 'sub/x.txt'));
  const result = await guardian.runUpdate(lookAt('sub'));
  expect([result.status, result.heldSet]).toEqual(['NO_UPDATES', null]);
});

describe('a look at one folder that had to wait does not forget what is held in another', () => {
  const files = { 'sub/a.txt': 'v1', 'other/b.txt': 'v1' };

  test('when a full look in the same process found it', async () => {
    const sandbox = sandboxOf({ core: files });
    const guardian = await sandbox.guardian();
    await guardian.runUpdate(LIBRARY);
    writeTree(sandbox.core, { 'sub/a.txt': 'v2' });
    writeTree(sandbox.workspace, { 'sub/a.txt': 'mine' });
    const [full, partial] = await Promise.all([guardian.runUpdate(LIBRARY), guardian.runUpdate(lookAt('other'))]);
    expect([full.held.length, partial.held.length]).toEqual([1, 1]);
    expect(guardian.snapshot().held.map((one) => one.path)).toEqual(['sub/a.txt']);
  });

  test('when another process found it while this one waited for the lock', async () => {
    const sandbox = sandboxOf({ core: files });
    const clock = createHeldClock();
    const waiting = await sandbox.guardian(clock);
    await waiting.runUpdate(LIBRARY);
    const lock = createWorkspaceLock(join(sandbox.workspace, '.nightguard'), 'terminal', systemClock);
    const giveBack = await lock.acquire('test', { waitMs: 0 });
    const partial = waiting.runUpdate(lookAt('other'));
    await vi.waitFor(() => expect(clock.asleep()).toBe(true), { interval: 5 });
    giveBack();
    writeTree(sandbox.core, { 'sub/a.txt': 'v2' });
    writeTree(sandbox.workspace, { 'sub/a.txt': 'mine' });
    expect((await (await sandbox.guardian()).runUpdate(LIBRARY)).held).toHaveLength(1);
    clock.wake(0);
    expect((await partial).held.map((one) => one.path)).toEqual(['sub/a.txt']);
    expect(waiting.snapshot()).toMatchObject({ overall: 'needs-you', held: [{ path: 'sub/a.txt' }] });
  });
});
