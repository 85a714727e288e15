import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../../../electron/kernel/hash.ts';
import { plainEntry, renderLog } from '../features/governance/audit-log/audit-room.ts';
import { aaos, LOG } from '../features/governance/guardian/immune-room.ts';
import { blueprint, changed, withFrontMatter } from '../features/governance/support/documents.ts';
import { createCliRoom, type CliRoom } from './cli-room.ts';

let room: CliRoom;
beforeEach(async () => {
  room = createCliRoom();
  room.configure('  quietSeconds: 0\n');
  const skill = { '02_AAOS-Immune_system/SWARM_INQUISITOR_SKILL/SKILL.md': '# Skill\n' };
  for (const [path, text] of Object.entries({ ...aaos, 'README.md': '# Canon\n\n- **v0.0.1**: first\n', ...skill })) {
    room.here(path, text);
    room.inCore(path, text);
  }
  expect((await room.run(['update'])).code).toBe(0);
});
afterEach(() => room.dispose());

const log = (): string => room.read(LOG) ?? '';

test('judge self records what the immune system is, then ends with 0, and with 1 once a file of it was changed', async () => {
  expect(await room.json(['judge', 'self'])).toMatchObject({ code: 0, value: { unlogged: [] } });
  expect(log()).toContain('first adoption');
  room.here('METADoctrine.md', '# Forged\n');
  const { code, stdout } = await room.run(['judge', 'self']);
  expect(code).toBe(1);
  expect(stdout).toContain('METADoctrine.md');
  expect(stdout).toContain(sha256('# Forged\n'));
});

test('judge self ends with 2 where something could not be checked, or nothing is there to check', async () => {
  room.here('README.md', '# Canon without a version\n');
  expect((await room.run(['judge', 'self'])).code).toBe(2);
  rmSync(join(room.workspace, '02_AAOS-Immune_system'), { recursive: true });
  expect((await room.run(['judge', 'self'])).code).toBe(1);
  rmSync(join(room.workspace, '.nightguard'), { recursive: true });
  expect(await room.run(['judge', 'self'])).toMatchObject({
    code: 2,
    stdout: expect.stringContaining('no immune system') as string,
  });
});

test('audit accept takes the hash that was typed, writes it down, and is needed once', async () => {
  await room.run(['judge', 'self']);
  room.here('METADoctrine.md', '# Mine\n');
  const accept = ['audit', 'accept', 'METADoctrine.md', '--reason', 'I edited it.'];
  expect(await room.run(accept)).toMatchObject({ code: 64, stderr: expect.stringContaining(sha256('# Mine\n')) as string });
  expect((await room.run([...accept, '--confirm', '000000'])).code).toBe(1);
  const confirm = sha256('# Mine\n').slice(0, 8);
  expect(await room.json([...accept, '--confirm', confirm])).toMatchObject({
    code: 0,
    value: { accepted: { path: 'METADoctrine.md', change: 'changed' } },
  });
  expect((await room.run(['judge', 'self'])).code).toBe(0);
  expect((await room.run([...accept, '--confirm', confirm])).code).toBe(64);
  expect(log()).toContain('I edited it.');
  expect(room.read('02_AAOS-Immune_system/META_AUDIT_LOG.md')).toContain('target: "METADoctrine.md"');
});

test('audit checkpoint prints a public note by which a rewritten log is found, whatever became of the database', async () => {
  await room.run(['judge', 'self']);
  const made = await room.run(['audit', 'checkpoint']);
  expect(made).toMatchObject({ code: 0, stderr: expect.stringContaining('checkpointFolder') as string });
  const [secret = ''] = readdirSync(join(room.root, '.config/nightguard/secrets'));
  const key = readFileSync(join(room.root, '.config/nightguard/secrets', secret), 'utf8').split('\n')[1] ?? '';
  expect(key.length).toBeGreaterThan(40);
  expect(made.stdout + made.stderr).not.toContain(key);
  const note = join(room.root, 'kept.txt');
  writeFileSync(note, made.stdout);
  expect((await room.run(['audit', 'verify', '--note', note])).code).toBe(0);
  // A note of something else is refused, and blames the note.
  writeFileSync(join(room.root, 'other.txt'), 'no note\n');
  expect((await room.run(['audit', 'verify', '--note', join(room.root, 'other.txt')])).code).toBe(1);
  expect((await room.run(['status'])).stdout).not.toContain('audit log');
  rmSync(join(room.workspace, '.nightguard'), { recursive: true });
  room.here(LOG, renderLog([plainEntry('nothing/happened')]).toString());
  expect((await room.run(['audit', 'verify'])).code).toBe(0);
  expect(await room.json(['audit', 'verify', '--note', note])).toMatchObject({
    code: 1,
    value: { state: 'broken', breaks: [{ rule: 'checkpoint-differs' }] },
  });
  expect((await room.run(['audit', 'verify', '--note', join(room.root, 'nowhere')])).code).toBe(64);
});

test('audit acknowledge ends what an interrupted act still says', async () => {
  await room.run(['judge', 'self']);
  const database = new DatabaseSync(join(room.workspace, '.nightguard/state.db'));
  database.exec(
    `INSERT INTO acts (number, at, type, target, actor, paths, result) VALUES (77, 1, 'archive.prune', 'x', 'nightguard', '[]', 'failed');
     INSERT INTO interrupted_acts (act, found_at) VALUES (77, 1);`,
  );
  database.close();
  expect((await room.run(['status'])).stdout).toContain('77: archive.prune x');
  expect((await room.run(['audit', 'acknowledge', '77', '--reason', 'power cut'])).code).toBe(0);
  expect((await room.run(['status'])).stdout).not.toContain('77: archive.prune x');
  expect((await room.run(['audit', 'acknowledge', '77', '--reason', 'again'])).code).toBe(64);
});

test('judge --record writes the verdict in the words of the format, and nothing to a log that does not verify', async () => {
  room.here('scout/DNA_BLUEPRINT.md', withFrontMatter(changed(blueprint, 'scope', undefined)));
  const judged = await room.json(['judge', 'blueprint', 'scout/DNA_BLUEPRINT.md', '--record']);
  expect(log()).toMatch(/type: blueprint-judgment\ntarget: "scout\/DNA_BLUEPRINT\.md"/);
  expect(judged).toMatchObject({ value: { entry: expect.any(Number) as number } });
  const plain = log();
  expect((await room.run(['judge', 'blueprint', 'scout/DNA_BLUEPRINT.md'])).code).toBe(judged.code);
  expect(log()).toBe(plain);
  const broken = plain.replace('scout/DNA_BLUEPRINT.md', 'scout/DNA_BLUEPRINT.mx');
  room.here(LOG, broken);
  expect(await room.run(['judge', 'blueprint', 'scout/DNA_BLUEPRINT.md', '--record'])).toMatchObject({ code: 1, stdout: '' });
  expect(log()).toBe(broken);
});

test('preflight ends with 0, 2 while only a person is waited for, and 1 for anything else', async () => {
  expect((await room.run(['preflight'])).code).toBe(0);
  expect(await room.json(['preflight'])).toMatchObject({ code: 0, value: { code: 0 } });
  expect((await room.run(['preflight', '--markdown'])).stdout).toContain('- [x] The audit log verifies');
  room.inCore('README.md', '# Canon\n\n- **v0.0.2**: second\n');
  expect((await room.run(['update'])).code).toBe(2);
  expect((await room.run(['preflight'])).code).toBe(2);
  room.here('scout/DNA.md', 'no front matter\n');
  const { code, stdout } = await room.run(['preflight'], { LANG: 'ko_KR.UTF-8' });
  expect(code).toBe(1);
  expect(stdout).toContain('시작하지 말 것');
});

test('hook wrapper writes a script for one agent, and touches nobody else’s', async () => {
  const file = join(room.root, 'run agent.sh');
  const fake = join(room.root, "it's nightguard");
  writeFileSync(fake, '#!/bin/sh\nexit 0\n');
  chmodSync(fake, 0o755);
  const wrapper = ['hook', 'wrapper', '--command', fake, '--output', file, '--', 'printf', '%s|', "it's"];
  expect((await room.run(wrapper)).code).toBe(0);
  expect(spawnSync(file, ['a b'], { encoding: 'utf8' })).toMatchObject({ status: 0, stdout: "it's|a b|" });
  expect((await room.run(wrapper)).code).toBe(0);
  writeFileSync(file, '#!/bin/sh\necho mine\n');
  expect((await room.run(wrapper)).code).toBe(1);
  expect(readFileSync(file, 'utf8')).toBe('#!/bin/sh\necho mine\n');
  expect((await room.run(['hook', 'wrapper'])).stdout).toMatch(/^#!\/bin\/sh\n# nightguard agent wrapper/);
  expect(existsSync(join(room.workspace, 'wrapper'))).toBe(false);
});
