import { execFileSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applyRelease, type ReleaseOutcome } from '../../../../../electron/features/updates/apply/applier.ts';
import type { ApplyContext } from '../../../../../electron/features/updates/apply/context.ts';
import type { ReleaseItem } from '../../../../../electron/features/updates/apply/prepare.ts';
import { recoverReleases } from '../../../../../electron/features/updates/apply/recover.ts';
import { createApplyContext, item, type Between } from '../../../../support/apply-context.ts';
import { contentsBelow, readTree, sha256, writeTree } from '../../../../support/tree.ts';

let folder: string;
let workspace: string;
let core: string;
const opened: ApplyContext[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightguard-apply-'));
  workspace = join(folder, 'workspace');
  core = join(folder, 'core');
  mkdirSync(workspace);
  mkdirSync(core);
});
afterEach(async () => {
  for (const context of opened.splice(0)) {
    await context.workers.dispose();
    context.database.close();
  }
  rmSync(folder, { recursive: true, force: true });
});

function open(between?: Between, over?: Partial<ApplyContext>): ApplyContext {
  const context = createApplyContext(workspace, between, over);
  opened.push(context);
  return context;
}

const apply = (context: ApplyContext, items: ReleaseItem[]): Promise<ReleaseOutcome> =>
  applyRelease(context, {
    kind: 'update',
    of: null,
    takesBack: [],
    empties: [],
    trigger: 'library',
    items,
    onProgress: () => undefined,
  });

const fromCore = (path: string, content: string): { from: string; content: string } => {
  writeTree(core, { [path]: content });
  return { from: join(core, path), content };
};
const read = (path: string): string => readFileSync(join(workspace, path), 'utf8');
const stagingIsEmpty = (): boolean => readdirSync(join(workspace, '.nightguard/staging')).length === 0;

describe('a set', () => {
  test('replaces, creates and removes files in one go, with every replaced byte in the archive', async () => {
    writeTree(workspace, { 'a.txt': 'a1', 'gone.txt': 'bye' });
    const outcome = await apply(open(), [
      item('a.txt', 'a1', fromCore('a.txt', 'a2')),
      item('deep/new/b.txt', null, fromCore('b.txt', 'b')),
      item('gone.txt', 'bye', null),
    ]);
    expect(outcome).toEqual({ outcome: 'applied', release: 'R-0001' });
    expect(readTree(workspace)).toEqual({ 'a.txt': '0 a2', 'deep/': '', 'deep/new/': '', 'deep/new/b.txt': '0 b' });
    expect(contentsBelow(join(workspace, '.tmp/archive'))).toEqual(new Set([sha256('a1'), sha256('bye')]));
    expect(stagingIsEmpty()).toBe(true);
  });

  test('is refused when the gate asks or denies, and nothing is begun', async () => {
    writeTree(workspace, { 'a.txt': 'a1' });
    const context = open(undefined, { gate: { judge: () => ({ verdict: 'deny', reason: 'not tonight' }) } });
    const outcome = await apply(context, [item('a.txt', 'a1', fromCore('a.txt', 'a2'))]);
    expect(outcome).toEqual({ outcome: 'refused', judgement: { verdict: 'deny', reason: 'not tonight' } });
    expect(read('a.txt')).toBe('a1');
    const acts = context.database.all<{ result: string; reasons: string }>('SELECT result, reasons FROM acts');
    expect(acts).toEqual([{ result: 'refused', reasons: '["not tonight"]' }]);
  });
});

describe('somebody else at the same time', () => {
  const items = (): ReleaseItem[] => [
    item('a.txt', 'a1', fromCore('a.txt', 'a2')),
    item('b.txt', 'b1', fromCore('b.txt', 'b2')),
    item('n.txt', null, fromCore('n.txt', 'n')),
  ];
  beforeEach(() => writeTree(workspace, { 'a.txt': 'a1', 'b.txt': 'b1' }));

  test.each([
    [
      'saves over a file before it is replaced',
      (): void => writeFileSync(join(workspace, 'b.txt'), 'mine'),
      { 'a.txt': 'a1', 'b.txt': 'mine' },
    ],
    [
      'replaces a file by another one before it is replaced',
      (): void => {
        writeFileSync(join(workspace, 'b.tmp'), 'mine');
        renameSync(join(workspace, 'b.tmp'), join(workspace, 'b.txt'));
      },
      { 'a.txt': 'a1', 'b.txt': 'mine' },
    ],
    [
      'creates a file where a new one should go',
      (): void => writeFileSync(join(workspace, 'n.txt'), 'mine'),
      { 'a.txt': 'a1', 'b.txt': 'b1', 'n.txt': 'mine' },
    ],
  ])('%s: the set is taken back and theirs stays', async (_, interfere, expected) => {
    const context = open((kind, when) => {
      if (kind === 'replace' && when === 'before') interfere();
    });
    const outcome = await apply(context, items());
    expect(outcome.outcome).toBe('failed');
    expect(readTree(workspace)).toEqual(
      Object.fromEntries(Object.entries(expected).map(([path, content]) => [path, `0 ${content}`])),
    );
    expect(context.releases.list(null, 1)[0]?.status).toBe('FAILED');
    expect(stagingIsEmpty()).toBe(true);
  });

  test('deletes a file before it is replaced: the set is taken back and the file comes back, as nothing stands in its way', async () => {
    const context = open((kind, when) => {
      if (kind === 'replace' && when === 'before') rmSync(join(workspace, 'b.txt'));
    });
    expect((await apply(context, items())).outcome).toBe('failed');
    expect(readTree(workspace)).toEqual({ 'a.txt': '0 a1', 'b.txt': '0 b1' });
  });

  test('writes on into the old file that it had open: those bytes are kept in the archive', async () => {
    const descriptor = openSync(join(workspace, 'a.txt'), 'r+');
    const context = open((kind, when) => {
      if (kind === 'replace' && when === 'after') writeSync(descriptor, 'late!', 0);
    });
    expect((await apply(context, items())).outcome).toBe('applied');
    closeSync(descriptor);
    expect(read('a.txt')).toBe('a2');
    expect(contentsBelow(join(workspace, '.tmp/archive')).has(sha256('late!'))).toBe(true);
    expect(
      context.archive
        .search('a.txt', 0, 10)
        .versions.map((version) => version.hash)
        .sort(),
    ).toEqual([sha256('a1'), sha256('late!')].sort());
  });

  test('changes Core between planning and copying: nothing is replaced', async () => {
    const set = items();
    writeFileSync(join(core, 'b.txt'), 'another b');
    const outcome = await apply(open(), set);
    expect(outcome).toMatchObject({
      outcome: 'failed',
      reason: expect.stringContaining('was changed by someone else') as string,
    });
    expect(readTree(workspace)).toEqual({ 'a.txt': '0 a1', 'b.txt': '0 b1' });
  });

  test('changes a file while the set is verified and found wanting: theirs stays, and is named', async () => {
    const verify: ApplyContext['verify'] = () => {
      writeFileSync(join(workspace, 'b.txt'), 'theirs');
      return Promise.resolve([{ name: 'check', passed: false, durationMs: 1, output: 'boom' }]);
    };
    const outcome = await apply(open(undefined, { verify }), items());
    expect(outcome).toMatchObject({ outcome: 'rolled-back', reason: expect.stringContaining('b.txt') as string });
    expect(readTree(workspace)).toEqual({ 'a.txt': '0 a1', 'b.txt': '0 theirs' });
  });
});

describe('paths', () => {
  test.each(['../out.txt', '/etc/passwd', 'a/../../out.txt', 'a//b', ''])('%j does not leave the workspace', async (path) => {
    await expect(apply(open(), [item(path, null, fromCore('x.txt', 'x'))])).rejects.toMatchObject({ code: 'unsafe-path' });
    expect(existsSync(join(folder, 'out.txt'))).toBe(false);
  });

  test('nothing is written through a symbolic link, be it the file or a folder above it', async () => {
    mkdirSync(join(folder, 'elsewhere'));
    writeFileSync(join(folder, 'elsewhere/real.txt'), 'real');
    symlinkSync(join(folder, 'elsewhere'), join(workspace, 'link'));
    symlinkSync(join(folder, 'elsewhere/real.txt'), join(workspace, 'file.txt'));
    await expect(apply(open(), [item('link/new.txt', null, fromCore('x.txt', 'x'))])).rejects.toMatchObject({
      code: 'unsafe-path',
    });
    await expect(apply(open(), [item('file.txt', 'real', fromCore('x.txt', 'x'))])).rejects.toMatchObject({
      code: 'unsafe-path',
    });
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual(['real.txt']);
    expect(readFileSync(join(folder, 'elsewhere/real.txt'), 'utf8')).toBe('real');
  });
});

/** Only root may mount; elsewhere the disk cannot be made small. */
const canMount = process.platform === 'linux' && process.getuid?.() === 0 && tryMount();

function tryMount(): boolean {
  const probe = mkdtempSync(join(tmpdir(), 'nightguard-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', probe], { stdio: 'ignore' });
    execFileSync('umount', [probe]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}

describe.runIf(canMount)('a full disk', () => {
  beforeEach(() => execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', workspace]));
  afterEach(() => execFileSync('umount', ['-l', workspace]));

  test('is seen before anything is begun', async () => {
    writeTree(workspace, { 'a.txt': 'a1' });
    const big = 'x'.repeat(6 * 1024 * 1024);
    await expect(apply(open(), [item('a.txt', 'a1', fromCore('a.txt', big))])).rejects.toMatchObject({ code: 'disk-full' });
    expect(read('a.txt')).toBe('a1');
  });

  test('that fills up in the middle takes the set back', async () => {
    writeTree(workspace, { 'a.txt': 'a1', 'b.txt': 'b1' });
    const context = open((kind, when) => {
      if (kind !== 'stage' || when !== 'before') return;
      try {
        writeFileSync(join(workspace, 'filler'), Buffer.alloc(8 * 1024 * 1024));
      } catch {
        // Full: that is the point.
      }
    });
    const content = 'y'.repeat(100_000);
    const outcome = await apply(context, [
      item('a.txt', 'a1', fromCore('a.txt', content)),
      item('b.txt', 'b1', fromCore('b.txt', content)),
    ]);
    expect(outcome).toMatchObject({ outcome: 'unfinished', reason: expect.stringContaining('disk is full') as string });
    expect([read('a.txt'), read('b.txt')]).toEqual(['a1', 'b1']);
    // With the disk full not even the end can be written down: the next act does that first.
    rmSync(join(workspace, 'filler'));
    await recoverReleases(context);
    expect(context.releases.unfinished()).toEqual([]);
    expect([read('a.txt'), read('b.txt')]).toEqual(['a1', 'b1']);
  });
});

describe('a release that was left unfinished', () => {
  test('is taken back when a journal is found and nothing had been replaced', async () => {
    writeTree(workspace, { 'a.txt': 'a1' });
    const context = open((kind, when) => {
      if (kind === 'archive' && when === 'before') throw new Error('pretend that the process died here');
    });
    context.workers.dispose = (): void => undefined;
    await apply(context, [item('a.txt', 'a1', fromCore('a.txt', 'a2'))]);
    expect(await recoverReleases(open())).toEqual([]);
    expect(read('a.txt')).toBe('a1');
  });

  test('that had been put in place completely is verified again and finished', async () => {
    writeTree(workspace, { 'a.txt': 'a1' });
    const first = open();
    await apply(first, [item('a.txt', 'a1', fromCore('a.txt', 'a2'))]);
    first.database.run(`UPDATE releases SET status = 'VERIFYING', finished_at = NULL`);
    const recovered = await recoverReleases(open());
    expect(recovered.map((one) => [one.release, one.result])).toEqual([['R-0001', 'finished']]);
    expect(read('a.txt')).toBe('a2');
  });
});
