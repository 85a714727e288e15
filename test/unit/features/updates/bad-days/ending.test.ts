import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { recoverReleases } from '../../../../../electron/features/updates/apply/recover.ts';
import { createApplyContext } from '../../../../support/apply-context.ts';
import { sha256 } from '../../../../support/tree.ts';
import type { Sandbox } from '../../../../support/sandbox.ts';
import { apply, fromCore, LIBRARY, read, useSandboxes, withNewVersions } from './support.ts';

const sandboxOf = useSandboxes();

describe('ending Nightguard while a verify command runs', () => {
  // Far longer than any test may take: whoever waits for it fails. The second time it is quick.
  const slow = { verify: [{ run: 'test -e seen && exit 0; touch seen; sleep 600' }] };
  const untilCommandRuns = ({ workspace }: Sandbox): Promise<void> =>
    vi.waitFor(() => expect(existsSync(join(workspace, 'seen'))).toBe(true), { timeout: 10_000, interval: 10 });

  test('waits for the act, which says that it was cut short, and the next start finishes the release', async () => {
    const sandbox = sandboxOf({ updates: { verify: [] } });
    const first = await withNewVersions(sandbox);
    await first.dispose();
    sandbox.settings(slow);
    const guardian = await sandbox.guardian();
    let ended = false;
    const running = guardian.runUpdate(LIBRARY).finally(() => {
      ended = true;
    });
    const outcome = expect(running).rejects.toMatchObject({ code: 'cancelled' });
    await untilCommandRuns(sandbox);
    await guardian.dispose();
    expect(ended).toBe(true);
    await outcome;

    const next = await sandbox.guardian();
    expect((await next.runUpdate(LIBRARY)).status).toBe('NO_UPDATES');
    expect(next.releases(null, 9).map(({ id, status, reason }) => [id, status, reason])).toEqual([['R-0001', 'SUCCESS', null]]);
    expect(read(sandbox.workspace, 'a.txt')).toBe('v2');
  });

  test('does not hang when the watcher began the act', async () => {
    const sandbox = sandboxOf({ updates: { verify: [] } });
    await (await withNewVersions(sandbox)).dispose();
    sandbox.settings(slow);
    const guardian = await sandbox.guardian();
    const watching = guardian.watch();
    await untilCommandRuns(sandbox);
    await guardian.dispose();
    await watching;

    const next = await sandbox.guardian();
    expect((await next.runUpdate(LIBRARY)).status).toBe('NO_UPDATES');
    expect(next.releases(null, 9).map((release) => release.status)).toEqual(['SUCCESS']);
  });
});

test('a process that dies right after keeping the rejected bytes leaves no archived copy that nobody knows of', async () => {
  const sandbox = sandboxOf({ core: { 'a.txt': 'a2' }, workspace: { 'a.txt': 'a1' } });
  const verdict = { name: 'contents', passed: false, durationMs: 1, output: 'not as applied: a.txt' };
  const verify = (): Promise<[typeof verdict]> => Promise.resolve([verdict]);
  const dying = createApplyContext(
    sandbox.workspace,
    (kind, when) => {
      if (kind === 'take-back' && when === 'after') throw new Error('as good as dead');
    },
    { verify },
  );
  await apply(dying, [fromCore(sandbox, 'a.txt', 'a1')]);
  await dying.workers.dispose();
  dying.database.close();

  const again = createApplyContext(sandbox.workspace, undefined, { verify });
  await recoverReleases(again);
  const known = [...again.archive.all()];
  await again.workers.dispose();
  again.database.close();
  expect(read(sandbox.workspace, 'a.txt')).toBe('a1');
  expect(known.map((row) => row.hash).sort()).toEqual([sha256('a1'), sha256('a2')].sort());
  expect(known.map((row) => row.archive_path).sort()).toEqual(
    readdirSync(join(sandbox.workspace, '.tmp/archive'))
      .map((name) => `.tmp/archive/${name}`)
      .sort(),
  );
});
