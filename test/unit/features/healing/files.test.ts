import { execFileSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { planClean } from '../../../../electron/features/healing/caches/plan-clean.ts';
import { createHealingRoom, nextLook, type HealingRoom } from './healing-room.ts';

let room: HealingRoom | undefined;
afterEach(async () => {
  await room?.dispose();
  room = undefined;
});

const OLD = Date.now() / 1000 - 3 * 86_400;
const age = (path: string): void => utimesSync(join(room?.workspace ?? '', path), OLD, OLD);
const there = (path: string): boolean => existsSync(join(room?.workspace ?? '', path));

test('caches are cleared by age, never an open one, one in git, one behind a link, or what is no cache; the freed bytes are told', async () => {
  room = createHealingRoom(
    {},
    {
      '.tmp/old.cache': 'x'.repeat(1000),
      '.tmp/open.cache': 'x',
      '.tmp/kept.cache': 'x',
      '.tmp/young.cache': 'x',
      '.tmp/old.txt': 'x',
      '.tmp/deep/old.cache': 'x',
      'elsewhere/target.cache': 'x',
    },
  );
  const { workspace } = room;
  symlinkSync(join(workspace, 'elsewhere/target.cache'), join(workspace, '.tmp/link.cache'));
  for (const path of [
    '.tmp/old.cache',
    '.tmp/open.cache',
    '.tmp/kept.cache',
    '.tmp/old.txt',
    '.tmp/deep/old.cache',
    'elsewhere/target.cache',
  ])
    age(path);
  execFileSync('git', ['init', '-q'], { cwd: workspace });
  execFileSync('git', ['add', '-f', '.tmp/kept.cache'], { cwd: workspace });
  const open = openSync(join(workspace, '.tmp/open.cache'), 'r');
  try {
    const dry = await room.open().heal({ dryRun: true });
    expect(dry.treatments).toMatchObject([{ check: 'files.caches', result: 'would', freedBytes: 1000 }]);
    expect(there('.tmp/old.cache')).toBe(true);
    const { treatments } = await room.open().heal();
    expect(treatments).toMatchObject([{ check: 'files.caches', result: 'healed', freedBytes: 1000 }]);
  } finally {
    closeSync(open);
  }
  expect(readdirSync(join(workspace, '.tmp')).sort()).toEqual([
    'deep',
    'kept.cache',
    'link.cache',
    'old.txt',
    'open.cache',
    'young.cache',
  ]);
  expect(there('elsewhere/target.cache')).toBe(true);
  expect(room.acts()).toMatchObject([{ type: 'healing.clear-cache', result: 'done' }]);
});

test('a folder of caches that is a link is not entered', async () => {
  room = createHealingRoom({}, { 'precious/old.cache': 'x' });
  age('precious/old.cache');
  symlinkSync(join(room.workspace, 'precious'), join(room.workspace, '.tmp'));
  await room.open().heal();
  expect(there('precious/old.cache')).toBe(true);
});

test('where git cannot say what it keeps, nothing is removed', async () => {
  room = createHealingRoom({}, { '.tmp/old.cache': 'x', '.git': 'gitdir: /nowhere\n' });
  age('.tmp/old.cache');
  const { treatments } = await room.open().heal();
  expect(treatments).toMatchObject([{ result: 'failed' }]);
  expect(there('.tmp/old.cache')).toBe(true);
});

test('whatever there is: what is young stays, what is too old goes, and no more goes than the quota asks for', () => {
  const HOUR = 3_600_000;
  const now = 1000 * HOUR;
  const file = fc.record({ bytes: fc.integer({ min: 0, max: 100 }), age: fc.integer({ min: 0, max: 100 }) });
  fc.assert(
    fc.property(fc.array(file, { maxLength: 30 }), fc.integer({ min: 1, max: 1000 }), (files, quotaBytes) => {
      const all = files.map(({ bytes, age }, index) => ({ path: String(index), bytes, at: now - age * HOUR }));
      const gone = planClean(all, now, { maxAgeMs: 24 * HOUR, quotaBytes });
      const left = all.filter((one) => !gone.includes(one));
      const sum = (some: typeof all): number => some.reduce((total, { bytes }) => total + bytes, 0);
      expect(gone.every(({ at }) => now - at > HOUR)).toBe(true);
      expect(left.every(({ at }) => now - at <= 24 * HOUR)).toBe(true);
      expect(sum(left) <= quotaBytes || left.every(({ at, bytes }) => bytes === 0 || now - at <= HOUR)).toBe(true);
      for (const [index, one] of gone.entries())
        if (now - one.at <= 24 * HOUR) expect(sum(left) + sum(gone.slice(index))).toBeGreaterThan(quotaBytes);
    }),
  );
});

test('a critical folder that vanishes is created again at the next look; one that was never there is not missed', async () => {
  room = createHealingRoom({}, { 'execution/a.py': '', 'knowledge/x.json': '{}' });
  const healing = room.open();
  healing.attend();
  await nextLook(healing, room.clock);
  expect(there('libs')).toBe(false);
  rmSync(join(room.workspace, 'execution'), { recursive: true });
  await nextLook(healing, room.clock);
  expect(there('execution')).toBe(true);
  expect(room.acts()).toMatchObject([{ type: 'healing.create-folder', target: 'execution', result: 'done' }]);
});

test('broken knowledge JSON is named and never touched; half a write is not an issue', async () => {
  room = createHealingRoom({}, { 'knowledge/good.json': '{}', 'knowledge/한글.json': '{"a": ' });
  const healing = room.open();
  healing.attend();
  await nextLook(healing, room.clock);
  expect(healing.issues()).toEqual([]);
  writeFileSync(join(room.workspace, 'knowledge/한글.json'), '{"a": 1}');
  await nextLook(healing, room.clock);
  expect(healing.report()?.checks.find(({ id }) => id === 'files.knowledge')).toMatchObject({ state: 'passed' });
  writeFileSync(join(room.workspace, 'knowledge/한글.json'), '{"a": ');
  const report = await healing.heal();
  expect(report.checks.find(({ id }) => id === 'files.knowledge')?.details).toContain('knowledge/한글.json');
  expect(readFileSync(join(room.workspace, 'knowledge/한글.json'), 'utf8')).toBe('{"a": ');
});

test('temporary files that a crash left behind are removed after a day, younger ones stay', async () => {
  room = createHealingRoom(
    {},
    {
      'execution/.nightguard-0123456789ab.tmp': 'x',
      '.tmp/.nightguard-ba9876543210.tmp': 'x',
      'execution/.nightguard-aaaaaaaaaaaa.tmp': 'x',
    },
  );
  age('execution/.nightguard-0123456789ab.tmp');
  age('.tmp/.nightguard-ba9876543210.tmp');
  await room.open().heal();
  expect([
    there('execution/.nightguard-0123456789ab.tmp'),
    there('.tmp/.nightguard-ba9876543210.tmp'),
    there('execution/.nightguard-aaaaaaaaaaaa.tmp'),
  ]).toEqual([false, false, true]);
});

test('system_state.json: only self_healing is written, every other key stays, and a broken file is set aside', async () => {
  const others = { agents: { SA: { 이름: '전략' } }, self_healing: { note: 'mine', health: { status: 'OLD' } } };
  room = createHealingRoom({ directories: [] }, { 'knowledge/system_state.json': JSON.stringify(others) });
  const path = join(room.workspace, 'knowledge/system_state.json');
  await room.open().heal();
  const written = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Record<string, unknown>>;
  expect(written['agents']).toEqual(others.agents);
  expect(written['self_healing']).toMatchObject({
    note: 'mine',
    health: {
      status: 'HEALTHY',
      last_check: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/) as string,
      issues: 0,
      auto_fixes: 0,
      uptime_seconds: 0,
    },
    circular_dependencies: { total_cycles_detected: 0, recent_cycles: [], dependency_graph_size: 0 },
    memory_status: { samples: [{ usage_mb: expect.any(Number) as number, increase_mb: 0 }], warnings: [] },
  });
  writeFileSync(path, '{"agents": ');
  await room.open().heal();
  expect(JSON.parse(readFileSync(path, 'utf8'))).toHaveProperty('self_healing');
  const quarantine = join(room.stateFolder, 'quarantine');
  const [file = ''] = readdirSync(quarantine);
  expect(readFileSync(join(quarantine, file), 'utf8')).toBe('{"agents": ');
});

test('health_log.json: entries of others stay, the newest hundred are kept, a quiet hour adds four', async () => {
  const old = Array.from({ length: 99 }, (_, n) => ({ timestamp: '2026-02-15T03:00:00', status: 'HEALTHY', mine: n }));
  room = createHealingRoom({ directories: [] }, { 'knowledge/health_log.json': JSON.stringify(old) });
  const healing = room.open();
  healing.attend();
  for (let look = 0; look < 120; look += 1) await nextLook(healing, room.clock);
  const log = JSON.parse(readFileSync(join(room.workspace, 'knowledge/health_log.json'), 'utf8')) as Record<string, unknown>[];
  expect(log).toHaveLength(100);
  expect(log.filter((entry) => 'mine' in entry)).toHaveLength(96);
  expect(Object.keys(log.at(-1) ?? {})).toEqual(['timestamp', 'status', 'issues_count', 'auto_fixes_count', 'uptime_seconds']);
});

test('files of other tools are never written through links', async () => {
  room = createHealingRoom({ directories: [] }, { 'outside.json': '{}' });
  mkdirSync(join(room.workspace, 'knowledge'));
  symlinkSync(join(room.workspace, 'outside.json'), join(room.workspace, 'knowledge/system_state.json'));
  await room.open().heal();
  expect(readFileSync(join(room.workspace, 'outside.json'), 'utf8')).toBe('{}');
});

test('a disk that is really full is found, caches are cleared for it, and that is recorded', async (context) => {
  const small = mkdtempSync(join(tmpdir(), 'nightguard-full-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=40m', 'tmpfs', small], { stdio: 'ignore' });
  } catch {
    rmSync(small, { recursive: true });
    context.skip('mounting a tmpfs is not permitted here');
  }
  try {
    room = createHealingRoom({ directories: [] }, { '.tmp/big.cache': 'x'.repeat(1024 * 1024) }, {}, small);
    age('.tmp/big.cache');
    room.gate({ verdict: 'ask', reason: 'first there must be a reserve' });
    const healing = room.open();
    expect((await healing.heal()).issues.map(({ id }) => id)).not.toContain('host.disk');
    fill(small);
    room.gate({ verdict: 'allow' });
    const report = await healing.heal();
    expect(report.checks.find(({ id }) => id === 'host.disk')).toMatchObject({ state: 'failed', severity: 'CRITICAL' });
    expect(report.treatments).toMatchObject([{ result: 'healed', freedBytes: 1024 * 1024 }]);
    expect(room.acts().at(-1)).toMatchObject({ type: 'healing.clear-cache', result: 'done' });
    expect(there('.tmp/big.cache')).toBe(false);
    await room.dispose();
    room = undefined;
  } finally {
    execFileSync('umount', ['-l', small]);
    rmSync(small, { recursive: true, force: true });
  }
});

/** To the last byte that can be had. */
function fill(folder: string): void {
  for (let size = 1024 * 1024; size >= 1; size = Math.floor(size / 4)) {
    for (let file = 0; ; file += 1) {
      try {
        writeFileSync(join(folder, `fill-${size}-${file}`), Buffer.alloc(size));
      } catch {
        // Full for this size; a failed write leaves what fitted.
        break;
      }
      if (file > 200) break;
    }
  }
}
