import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createGuardian } from '../../../../../electron/guardian.ts';
import type { Guardian } from '../../../../../electron/guardian-api.ts';
import { writeTree } from '../../../../support/tree.ts';
import { problemCodes, read } from './support.ts';

/** Only root may mount; elsewhere the disk cannot be made small. */
const canMount = process.platform === 'linux' && process.getuid?.() === 0 && tryMount();

function tryMount(): boolean {
  const probe = mkdtempSync(join(tmpdir(), 'nightguard-mount-'));
  try {
    mount(probe, '64k');
    execFileSync('umount', [probe]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}

function mount(folder: string, size: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' });
}

/** Takes what is left, in the smallest pieces that the file system knows. */
function fill(path: string): void {
  const page = Buffer.alloc(4096);
  try {
    for (;;) writeFileSync(path, page, { flag: 'a' });
  } catch {
    // Full: that is the point.
  }
}

describe.runIf(canMount)('a disk that fills up while Core is watched', () => {
  let folder: string;
  let core: string;
  let workspace: string;
  let guardian: Guardian | undefined;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'nightguard-full-'));
    core = join(folder, 'Core');
    workspace = join(folder, 'workspace');
    mkdirSync(workspace);
    mount(workspace, '3m');
    writeTree(core, { 'a.txt': 'v1' });
    writeTree(workspace, { 'a.txt': 'v1', 'nightguard.yaml': stringify({ updates: { source: core, quietSeconds: 0 } }) });
  });
  afterEach(async () => {
    await guardian?.dispose();
    guardian = undefined;
    execFileSync('umount', ['-l', workspace]);
    rmSync(folder, { recursive: true, force: true });
  });

  test('is told as harm; with room again the next change is applied', async () => {
    const watching = await createGuardian({ workspace, door: 'library' });
    guardian = watching;
    await watching.watch();
    fill(join(workspace, 'filler'));
    writeTree(core, { 'a.txt': 'v2' });
    await vi.waitFor(() => expect(problemCodes(watching)).toContain('disk-full'), { timeout: 15_000 });
    expect(watching.snapshot().overall).toBe('problem');
    expect(read(workspace, 'a.txt')).toBe('v1');

    rmSync(join(workspace, 'filler'));
    writeTree(core, { 'a.txt': 'v3' });
    await vi.waitFor(() => expect(read(workspace, 'a.txt')).toBe('v3'), { timeout: 15_000 });
    await vi.waitFor(() => expect(watching.snapshot().overall).toBe('good'), { timeout: 15_000 });
  });
});
