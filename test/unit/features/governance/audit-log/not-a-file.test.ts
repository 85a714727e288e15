import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { createMetaLog } from '../../../../../electron/features/governance/audit-log/index.ts';
import { readLogLimits } from '../../../../../electron/features/governance/log-limits.ts';
import { makeRoom } from './audit-room.ts';

const entry = { type: 'auto-enforcement', target: 'x', result: 'Canonical' };
const pipe = (path: string): void => {
  rmSync(path, { force: true });
  spawnSync('mkfifo', [path]);
};

it.each([
  ['a link to the very same log', (path: string, aside: string) => (renameSync(path, aside), symlinkSync(aside, path))],
  ['a folder', (path: string) => (rmSync(path), mkdirSync(path))],
  ['a pipe', pipe],
])('%s in the log’s place is not whole, is not written through, and nobody waits for it', async (_what, exchange) => {
  const room = makeRoom();
  room.audit.append(entry);
  const aside = join(room.workspace, 'aside.md');
  exchange(room.path, aside);
  for (const audit of [room.audit, room.amnesiac()]) {
    expect(await audit.verify({ level: 'full' })).toMatchObject({
      state: 'unchecked',
      reason: expect.stringContaining('no plain file') as string,
    });
    expect(() => audit.append(entry)).toThrow(/no plain file/);
  }
});

it('a closed segment that says that it continues itself is refused at once', async () => {
  const room = makeRoom({ limits: { maxLogKb: 1 << 20, maxEntries: 3 } });
  for (let n = 0; n < 5; n += 1) room.audit.append(entry);
  const live = readFileSync(room.path);
  const [, closed = ''] = /target: "(_archive[^"]+)"/.exec(live.toString()) ?? [];
  writeFileSync(join(dirname(room.path), closed), live);
  const started = performance.now();
  expect(await room.amnesiac().verify({ level: 'full' })).toMatchObject({
    state: 'broken',
    breaks: [{ rule: 'segment-changed' }],
  });
  expect(performance.now() - started).toBeLessThan(2000);
});

it('a pipe in the place of META_AUDIT_LOG.md or of the DNA that sets the limits keeps nobody waiting', () => {
  const room = makeRoom();
  mkdirSync(dirname(room.path), { recursive: true });
  const meta = join(dirname(room.path), 'META_AUDIT_LOG.md');
  pipe(meta);
  pipe(join(dirname(room.path), 'DNA.md'));
  expect(() => createMetaLog({ path: meta, clock: room.clock }).read()).toThrow(/no plain file/);
  expect(readLogLimits({ immuneSystem: dirname(room.path) }).maxEntries).toBeGreaterThan(0);
});
