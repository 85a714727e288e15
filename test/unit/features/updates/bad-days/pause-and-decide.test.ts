import { rmSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { writeTree } from '../../../../support/tree.ts';
import { createHeldClock, LIBRARY, problemCodes, read, useSandboxes, withNewVersions } from './support.ts';

const sandboxOf = useSandboxes();

test('a pause while a set waits for its quiet time keeps it from being applied until it is over', async () => {
  const sandbox = sandboxOf();
  await (await withNewVersions(sandbox)).dispose();
  sandbox.settings({ quietSeconds: 3600 });
  const clock = createHeldClock();
  const guardian = await sandbox.guardian(clock);
  const firstLook = guardian.watch();
  await vi.waitFor(() => expect(guardian.snapshot().activity?.phase).toBe('waiting'), { timeout: 10_000, interval: 10 });
  guardian.pause(600);
  clock.wake(2 * 3_600_000);
  await firstLook;
  expect(guardian.snapshot().activity).toBeNull();
  expect(read(sandbox.workspace, 'a.txt')).toBe('v1');

  guardian.resume();
  await vi.waitFor(() => expect(read(sandbox.workspace, 'a.txt')).toBe('v2'), { timeout: 10_000 });
});

describe('when: manual', () => {
  test('a decision about one file is no leave for the others', async () => {
    const sandbox = sandboxOf({ core: { 'b.txt': 'v1' }, workspace: { 'b.txt': 'v1' }, updates: { when: 'manual' } });
    const guardian = await withNewVersions(sandbox);
    writeTree(sandbox.workspace, { 'a.txt': 'mine' });
    const item = (await guardian.runUpdate(LIBRARY)).held[0];
    if (item === undefined) throw new Error('nothing is held');
    writeTree(sandbox.core, { 'b.txt': 'v2' });
    guardian.pause(60);
    const result = await guardian.decide('a.txt', item, 'keep-local', 'panel');
    expect(result.release).toBeNull();
    expect([read(sandbox.workspace, 'a.txt'), read(sandbox.workspace, 'b.txt')]).toEqual(['mine', 'v1']);
    expect(guardian.snapshot().pausedUntil).not.toBeNull();
  });

  test('a Core that has vanished is told, and is not called good', async () => {
    const sandbox = sandboxOf();
    await (await withNewVersions(sandbox)).dispose();
    sandbox.settings({ when: 'manual' });
    rmSync(sandbox.core, { recursive: true });
    const guardian = await sandbox.guardian();
    await guardian.watch();
    expect(problemCodes(guardian)).toContain('source-missing');
    expect(guardian.snapshot().overall).toBe('unknown');
  });
});
