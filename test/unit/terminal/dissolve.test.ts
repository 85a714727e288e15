import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { oracleVerdicts } from '../../support/audit-oracle/ask-oracle.ts';
import { aaos, LOG } from '../features/governance/guardian/immune-room.ts';
import { blueprint, changed, withFrontMatter } from '../features/governance/support/documents.ts';
import { createCliRoom, ended, type CliRoom, type Ended } from './cli-room.ts';

let room: CliRoom;
beforeEach(() => {
  room = createCliRoom();
  room.configure('  quietSeconds: 0\n');
  for (const [path, text] of Object.entries(aaos)) room.here(path, text);
  room.here('swarm/scout/DNA.md', withFrontMatter(blueprint));
  room.here('swarm/scout/메모.md', '내용\n');
});
afterEach(() => room.dispose());

const command = (...args: string[]): Promise<Ended> => room.run(args);
const here = (path: string): boolean => existsSync(join(room.workspace, path));
const dissolve = (...args: string[]): Promise<Ended> =>
  command('dissolve', 'swarm/scout', '--reason', 'its purpose is done', ...args);
async function hashOf(id: string): Promise<string> {
  const { stdout } = await command('approvals', 'show', id, '--json');
  return (JSON.parse(stdout) as { request: { contentHash: string } }).request.contentHash;
}

test('a dry run tells exactly what would happen, and changes nothing', async () => {
  const before = room.treeHash();
  const text = await dissolve('--dry-run');
  expect(text).toMatchObject({ code: 0, stderr: '' });
  for (const word of [
    'swarm/scout would be archived',
    '메모.md',
    'DNA.md',
    '_archive/97layer-scout/',
    'type: "dissolution-summary"',
    'This was only a look',
  ])
    expect(text.stdout).toContain(word);
  const { stdout } = await dissolve('--dry-run', '--json');
  const told = JSON.parse(stdout) as { entries: { path: string; size: number; sha256: string }[]; contentHash: string };
  expect(told).toMatchObject({ dryRun: true, decision: { effect: 'ask', procedure: 'person' }, obstacle: null });
  expect(told.entries.map(({ path, size }) => [path, size])).toEqual([
    ['DNA.md', expect.any(Number)],
    ['메모.md', 7],
  ]);
  expect(text.stdout).toContain(told.contentHash);
  expect(room.treeHash()).toBe(before);
  expect(here('_archive')).toBe(false);
});

test('without an approval it asks; with it the same command dissolves, once, and the log says so', async () => {
  const asked = await dissolve();
  expect(asked.code).toBe(2);
  expect(asked.stdout).toContain('nightguard approvals show 1');
  expect((await dissolve('--json')).code).toBe(2);
  expect(here('swarm/scout/메모.md')).toBe(true);
  const shown = await command('approvals', 'show', '1');
  for (const word of ['- 메모.md  7 bytes', 'Removed: swarm/scout', '+ # Dissolution Summary'])
    expect(shown.stdout).toContain(word);
  const hash = await hashOf('1');
  expect(await command('approvals', 'approve', '1', '--confirm', hash.slice(0, 8))).toMatchObject({ code: 0, stderr: '' });

  // A real process, as people start it.
  const done = await ended(room.start(['dissolve', 'swarm/scout', '--reason', 'its purpose is done', '--json']));
  expect(done).toMatchObject({ code: 0, stderr: '' });
  const { archivePath } = JSON.parse(done.stdout) as { archivePath: string };
  expect(JSON.parse(done.stdout)).toMatchObject({ outcome: 'dissolved', structure: 'swarm/scout', left: [] });
  expect(here('swarm/scout')).toBe(false);
  expect(room.read(`${archivePath}/메모.md`)).toBe('내용\n');
  expect(room.read(`${archivePath}/DISSOLUTION_SUMMARY.md`)).toContain('source_structure: "97layer-scout"');
  const log = room.read(LOG) ?? '';
  expect(log.match(/type: dissolution-execution/g)).toHaveLength(1);
  expect(log).toMatch(/type: dissolution-execution\ntarget: "swarm\/scout"\nresult: Dissolved\n/);
  expect(log).toContain(`archive: ${archivePath}`);
  expect(oracleVerdicts([Buffer.from(log)])).toMatchObject([{ accepted: true }]);
  expect(await command('audit', 'verify')).toMatchObject({ code: 0 });

  expect((await dissolve()).code).toBe(64);
  room.here('swarm/scout/DNA.md', withFrontMatter(blueprint));
  room.here('swarm/scout/메모.md', '내용\n');
  expect((await dissolve()).stdout).toContain('nightguard approvals show 2');
  // What was dissolved is not brought back by the next update.
  expect((await command('update')).code).not.toBe(70);
}, 60_000);

test('a refusal says why and is no question; mistakes in the command line are 64', async () => {
  const refused = async (path: string): Promise<unknown> => {
    const { code, stdout } = await command('dissolve', path, '--reason', 'x', '--json');
    return { code, refusal: (JSON.parse(stdout) as { refusal?: string }).refusal };
  };
  expect(await refused('swarm')).toEqual({ code: 1, refusal: 'no-dna' });
  expect(await refused('02_AAOS-Immune_system')).toEqual({ code: 1, refusal: 'immune-system-without-handover' });
  expect(await refused('../x')).toEqual({ code: 64 });
  expect(await refused('.')).toEqual({ code: 64 });
  expect(await refused('nowhere')).toEqual({ code: 64 });
  expect((await command('dissolve', 'swarm/scout')).code).toBe(64);
  expect((await command('dissolve', 'swarm/scout', '--reason', ' ')).code).toBe(64);
  expect((await dissolve('--successor', 'x')).code).toBe(64);
  expect((await command('dissolve', '--list', '--dry-run')).code).toBe(64);
});

test('the list names what is due with its command, and the conditions that only people can judge', async () => {
  room.here('swarm/old/DNA.md', withFrontMatter(changed(blueprint, 'created', '2020-01-01')));
  room.here(
    'swarm/timed/DNA.md',
    withFrontMatter(changed({ ...blueprint, created: '2099-01-01', time_bound: { expires: '2026-01-31' } }, 'name', 'timed')),
  );
  const listed = await command('dissolve', '--list');
  expect(listed.code).toBe(2);
  expect(listed.stdout).toMatch(
    /swarm\/old\n\s+retention\.max_days: \d+ of 30 days {2}2020-01-31\n\s+nightguard dissolve swarm\/old --reason '.+' --dry-run/,
  );
  expect(listed.stdout).toContain('time_bound.expires: 2026-01-31');
  expect(listed.stdout).toContain('AAOS Canon이 폐기되거나 대체될 경우');
  const { structures } = JSON.parse((await command('dissolve', '--list', '--json')).stdout) as {
    structures: { structure: string; due: unknown[] }[];
  };
  expect(structures.find(({ structure }) => structure === '02_AAOS-Immune_system')?.due).toEqual([]);
});

test('settings may deny it altogether', async () => {
  room.configure('governance:\n  acts:\n    dissolution: deny\n');
  const denied = await dissolve('--json');
  expect(denied.code).toBe(1);
  expect(JSON.parse(denied.stdout)).toMatchObject({ outcome: 'refused', verdict: 'deny' });
  expect((await dissolve('--dry-run')).code).toBe(1);
  expect((await command('approvals', 'list')).code).toBe(0);
  expect(here('swarm/scout/DNA.md')).toBe(true);
});

test('in Korean too', async () => {
  const { code, stdout } = await room.run(['dissolve', 'swarm', '--reason', '끝남'], { LANG: 'ko_KR.UTF-8' });
  expect(code).toBe(1);
  expect(stdout).toContain('구조가 아님');
});
