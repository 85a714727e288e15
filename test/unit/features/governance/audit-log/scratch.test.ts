import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { makeRoom, renderLog, plainEntry } from './audit-room.ts';
const entry = { type: 'auto-enforcement', target: 'x', result: 'Canonical' };
const tryAppend = (room: ReturnType<typeof makeRoom>): string => { try { room.audit.append(entry); return 'appended'; } catch (e) { return String((e as {code?:string}).code) + ' ' + String(e).slice(0, 150); } };
const say = (r: unknown): string => JSON.stringify(r, (k, v: unknown) => k === 'durationMs' ? 0 : v).slice(0, 300);
test('symlink', async () => {
  const room = makeRoom(); room.audit.append(entry); room.audit.append(entry);
  const other = join(room.workspace, 'other.md'); renameSync(room.path, other); symlinkSync(other, room.path);
  console.log('symlink verify', say(await room.audit.verify({ level: 'full' })), tryAppend(room), say(await room.audit.verify({ level: 'quick' })));
});
test('directory', async () => {
  const room = makeRoom(); room.audit.append(entry); rmSync(room.path); mkdirSync(room.path);
  console.log('directory', say(await room.audit.verify({ level: 'full' })), tryAppend(room));
});
test('other log', async () => {
  const room = makeRoom(); room.audit.append(entry); writeFileSync(room.path, renderLog([plainEntry('q'), plainEntry('r')]));
  console.log('other', say(await room.audit.verify({ level: 'full' })), tryAppend(room));
});
test('loop of bridges', async () => {
  const room = makeRoom({ limits: { maxLogKb: 1 << 20, maxEntries: 3 } });
  for (let n = 0; n < 5; n++) room.audit.append(entry);
  const live = readFileSync(room.path);
  const target = /target: "(_archive[^"]+)"/.exec(live.toString())?.[1] ?? '';
  writeFileSync(join(dirname(room.path), target), live);
  const amnesiac = room.amnesiac();
  const t = Date.now();
  console.log('loop', say(await amnesiac.verify({ level: 'full' })), Date.now() - t);
}, 120_000);

test('fifo', async () => {
  const room = makeRoom(); room.audit.append(entry); rmSync(room.path); spawnSync('mkfifo', [room.path]);
  console.log('fifo', say(await room.audit.verify({ level: 'full' })), tryAppend(room));
});
test('symlink of a new db', async () => {
  const room = makeRoom(); room.audit.append(entry); const other = join(room.workspace, 'other.md'); renameSync(room.path, other); symlinkSync(other, room.path);
  console.log('newdb', say(await room.amnesiac().verify({ level: 'full' })));
});
