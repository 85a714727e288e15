import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { ApplyContext } from '../../../../../electron/features/updates/apply/context.ts';
import { createApplyContext, type Between } from '../../../../support/apply-context.ts';
import type { Sandbox } from '../../../../support/sandbox.ts';
import { apply, fromCore, LIBRARY, problemCodes, read, useSandboxes, withNewVersions } from './support.ts';

const sandboxOf = useSandboxes();

describe('a folder of Nightguard’s that is a link to elsewhere', () => {
  const linked = (name: string): { sandbox: Sandbox; elsewhere: string } => {
    const sandbox = sandboxOf();
    const elsewhere = join(sandbox.folder, 'elsewhere');
    mkdirSync(elsewhere);
    symlinkSync(elsewhere, join(sandbox.workspace, name));
    return { sandbox, elsewhere };
  };

  test('knowledge: the update stands, the log is not written outside the workspace, and it says so', async () => {
    const { sandbox, elsewhere } = linked('knowledge');
    const guardian = await withNewVersions(sandbox);
    expect((await guardian.runUpdate(LIBRARY)).status).toBe('COMPLETED');
    expect(readdirSync(elsewhere)).toEqual([]);
    expect(problemCodes(guardian)).toEqual(['log-unwritable']);
  });

  test('.tmp: archived copies do not leave the workspace, so nothing is replaced', async () => {
    const { sandbox, elsewhere } = linked('.tmp');
    const guardian = await withNewVersions(sandbox);
    const result = await guardian.runUpdate(LIBRARY);
    expect(result).toMatchObject({ status: 'FAILED', reason: expect.stringContaining('.tmp') as string });
    expect(readdirSync(elsewhere)).toEqual([]);
    expect(read(sandbox.workspace, 'a.txt')).toBe('v1');
  });
});

describe('somebody who is quicker by a moment', () => {
  const opened: ApplyContext[] = [];
  afterEach(async () => {
    for (const context of opened.splice(0)) {
      await context.workers.dispose();
      context.database.close();
    }
  });
  const open = (sandbox: Sandbox, between: Between): ApplyContext => {
    const context = createApplyContext(sandbox.workspace, between);
    opened.push(context);
    return context;
  };

  test('and puts a file at the very archive name keeps it', async () => {
    const sandbox = sandboxOf({ core: { 'a.txt': 'v2' }, workspace: { 'a.txt': 'v1' } });
    let theirs = '';
    const context = open(sandbox, (kind, when) => {
      if (kind !== 'archive' || when !== 'before') return;
      const row = context.database.get<{ archive_path: string }>('SELECT archive_path FROM archive');
      theirs = join(sandbox.workspace, row?.archive_path ?? '');
      writeFileSync(theirs, 'another tool archived its only copy here');
    });
    const outcome = await apply(context, [fromCore(sandbox, 'a.txt', 'v1')]);
    expect(outcome.outcome).toBe('failed');
    expect(readFileSync(theirs, 'utf8')).toBe('another tool archived its only copy here');
    expect(read(sandbox.workspace, 'a.txt')).toBe('v1');
  });

  test('and puts the very same new file there keeps it', async () => {
    const sandbox = sandboxOf({ core: { 'n.txt': 'new' } });
    const context = open(sandbox, (kind, when) => {
      if (kind === 'replace' && when === 'before') writeFileSync(join(sandbox.workspace, 'n.txt'), 'new');
    });
    const outcome = await apply(context, [fromCore(sandbox, 'n.txt', null)]);
    expect(outcome.outcome).toBe('failed');
    expect(read(sandbox.workspace, 'n.txt')).toBe('new');
  });

  test('and swaps a folder for a link does not get anything outside the workspace', async () => {
    const sandbox = sandboxOf({ core: { 'd/n.txt': 'new' }, workspace: { 'd/other.txt': 'x' } });
    const outside = join(sandbox.folder, 'outside');
    mkdirSync(outside);
    const context = open(sandbox, (kind, when) => {
      if (kind !== 'replace' || when !== 'before') return;
      renameSync(join(sandbox.workspace, 'd'), join(sandbox.workspace, 'd.was'));
      symlinkSync(outside, join(sandbox.workspace, 'd'));
    });
    const outcome = await apply(context, [fromCore(sandbox, 'd/n.txt', null)]);
    expect(outcome.outcome).toBe('failed');
    expect(readdirSync(outside)).toEqual([]);
    expect(existsSync(join(sandbox.workspace, 'd.was/n.txt'))).toBe(false);
    expect(read(sandbox.workspace, 'd.was/other.txt')).toBe('x');
  });
});
