import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { locate } from '../../../../../electron/features/governance/constitution/index.ts';
import {
  exitCodeOfPreflight,
  judgeCreation,
  mayBegin,
  preflight,
  renderAgentWrapper,
  renderPreCommitHook,
  renderPreflight,
} from '../../../../../electron/features/governance/enforcement/index.ts';
import { blueprint, immuneBlueprint, withFrontMatter } from '../support/documents.ts';
import { createRoom, type Room } from '../support/room.ts';

let room: Room;
beforeEach(() => {
  room = createRoom({ structures: ['swarm/*'] });
});
afterEach(() => room.dispose());

const path = (...parts: string[]): string => join(room.workspace, ...parts);
const script = (name: string, text: string): string => {
  writeFileSync(path(name), text);
  chmodSync(path(name), 0o755);
  return path(name);
};
/** Stands in for the command: answers by what the judged file holds, and keeps what it was asked. */
const judge = (): string =>
  script(
    "it's nightguard",
    `#!/bin/sh\necho "$@" >>'${path('asked')}'\n[ "$2" = scan ] && exit "$(cat '${path('code')}')"\ncase "$(cat "$3")" in *good*) exit 0;; *fair*) exit 2;; *) exit 1;; esac\n`,
  );
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], {
    cwd: room.workspace,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
const commits = (strict: boolean, command = judge()): boolean => {
  script('.git/hooks/pre-commit', renderPreCommitHook({ command, strict }));
  return (
    spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', 'commit', '-m', 'x'], { cwd: room.workspace }).status === 0
  );
};

test.each([
  ['good', false, true],
  ['fair', false, true],
  ['fair', true, false],
  ['bad', false, false],
])('the hook judges what is staged: %s, strict %s, commits: %s', (content, strict, goes) => {
  git('init', '-q');
  room.write({ 'swarm/a b/한글/DNA.md': content, 'swarm/c/MY-PERMISSION-1.md': 'good', 'other.md': 'bad' });
  git('add', '.');
  // What lies in the folder is not what is committed.
  room.write({ 'swarm/a b/한글/DNA.md': 'good' });
  expect(commits(strict)).toBe(goes);
  expect(readFileSync(path('asked'), 'utf8')).toMatch(/^judge blueprint \S+\/DNA\.md --as swarm\/a b\/한글\/DNA\.md/);
});

test.each([['0:swarm'], ['-x'], ['--as'], ['new\nline'], [`"a" 'b' $(touch pwned) ;c`]])(
  'the hook judges what is staged in a folder called %j, and no other file',
  (name) => {
    git('init', '-q');
    room.write({ 'swarm/DNA.md': 'good' });
    room.write({ [`${name}/DNA.md`]: 'bad' });
    git('add', '.');
    expect(commits(false)).toBe(false);
    room.write({ [`${name}/DNA.md`]: 'good' });
    git('add', '.');
    expect(commits(false)).toBe(true);
    expect(existsSync(path('pwned'))).toBe(false);
  },
);

test('the hook judges the bytes that are staged, whatever git makes of them for people', () => {
  git('init', '-q');
  room.write({ '.gitattributes': '*.md diff=nice\n', 'swarm/DNA.md': 'bad' });
  git('config', 'diff.nice.textconv', 'echo good #');
  git('add', '.');
  expect(commits(false)).toBe(false);
});

test('a commit that concerns no DNA is not held, and one that cannot be judged is', () => {
  git('init', '-q');
  room.write({ 'other.md': 'bad' });
  git('add', 'other.md');
  expect(commits(true)).toBe(true);
  expect(existsSync(path('asked'))).toBe(false);
  room.write({ 'other.md': 'changed' });
  git('add', 'other.md');
  expect(commits(false, '/nowhere/nightguard')).toBe(false);
});

test.each([
  [0, true, 0], [2, false, 0], [2, true, 2], [1, false, 1], [70, false, 1],
])('the wrapper runs the agent when the scan says %s (strict %s): it ends with %s', (code, strict, expected) => {
  room.write({ code: String(code) });
  const wrapper = script('wrapper', renderAgentWrapper({ command: judge(), workspace: room.workspace, strict }));
  const { status, stdout } = spawnSync(wrapper, ['printf', '%s|', 'a b', "it's"], { encoding: 'utf8' });
  expect([status, stdout]).toEqual([expected, expected === 0 ? "a b|it's|" : '']);
}); // prettier-ignore

test('a new folder that must have a DNA is judged at once, others only when they have one', async () => {
  room.write({
    'swarm/new/x': '',
    'swarm/good/DNA_BLUEPRINT.md': withFrontMatter(blueprint),
    'libs/x': '',
    '02_AAOS-Immune_system/DNA.md': immuneBlueprint.replace('name:', 'nam:'),
  });
  const locations = locate(room.workspace, room.settings);
  const judged = (folder: string) => judgeCreation(path(folder), locations, room.settings, room.clock.at);
  expect(await judged('swarm/new')).toMatchObject({ concerned: true, blocked: true, judgement: { verdict: 'Non-Canonical' } });
  expect(await judged('swarm/good')).toMatchObject({ concerned: true, blocked: false });
  expect(await judged('libs')).toEqual({ concerned: false });
  expect(await judged('02_AAOS-Immune_system')).toMatchObject({
    concerned: true,
    blocked: false,
    judgement: { bootstrap: true },
  });
});

test('the preflight checklist answers what can be seen, and what could not be checked holds the agent back', () => {
  const tree = {
    root: {
      path: '',
      name: '',
      result: 'Container' as const,
      file: null,
      version: null,
      proposal: false,
      bootstrap: false,
      findings: [],
      limits: [],
      children: [],
    },
    scannedAt: 0,
    counts: { Canonical: 1, 'Canonical-Conditional': 1, 'Non-Canonical': 0, Container: 1 },
    unreadable: [],
  };
  const facts = { tree, self: [], auditLog: 'intact' as const, unlogged: [], pendingApprovals: 0, strict: false };
  expect(mayBegin(preflight(facts))).toBe(true);
  expect(mayBegin(preflight({ ...facts, strict: true }))).toBe(false);
  expect(mayBegin(preflight({ ...facts, auditLog: 'unchecked' }))).toBe(false);
  expect(mayBegin(preflight({ ...facts, auditLog: 'none' }))).toBe(true);
  expect(exitCodeOfPreflight(preflight({ ...facts, pendingApprovals: 1 }))).toBe(2);
  expect(exitCodeOfPreflight(preflight({ ...facts, pendingApprovals: 1, auditLog: 'broken' }))).toBe(1);
  expect(
    mayBegin(preflight({ ...facts, self: [{ check: 'integrity', subject: 'x', result: 'could-not-check', detail: '' }] })),
  ).toBe(false);
  expect(renderPreflight(preflight({ ...facts, auditLog: 'unchecked' }))).toContain(
    '- [ ] The audit log verifies — **no** (could not check)',
  );
});
