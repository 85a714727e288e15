import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stringify } from 'yaml';
import type { Guardian } from '../../../../../electron/guardian-api.ts';
import { sha256 } from '../../../../../electron/kernel/hash.ts';
import { aaos, DNA, person, reviewTwice, update } from './immune-room.ts';
import { createVigilRoom, DAY, problemsOf, until, type VigilRoom } from './vigil-room.ts';

let room: VigilRoom;
beforeEach(() => {
  room = createVigilRoom();
});
afterEach(() => room.dispose());

const META = '02_AAOS-Immune_system/META_AUDIT_LOG.md';
const alarms = (guardian: Guardian): string[] => problemsOf(guardian, 'audit-unlogged').map(({ detail }) => detail);
const accept = (guardian: Guardian, path: string, text: string): unknown =>
  guardian.governance.vigil.acceptChange({ path, confirm: sha256(text).slice(0, 8), reason: 'I wrote it.', decider: person });

test.each([['README.md'], ['METADoctrine.md'], [DNA], ['02_AAOS-Immune_system/new.py']])(
  '%s changed while nothing watched: found at the next start',
  async (path) => {
    await (await room.watching()).dispose();
    room.here(path, '# Forged\n');
    const guardian = await room.watching();
    expect(alarms(guardian)).toEqual([`${path} (${path.endsWith('new.py') ? 'created' : 'changed'})`]);
    expect(problemsOf(guardian, 'audit-unlogged')).toMatchObject([{ severity: 'harm' }]);
    expect(problemsOf(guardian, 'immune-violated')).toEqual([]);
    // Every other door knows it without looking.
    expect(alarms(await room.guardian(room.clock))).toEqual(alarms(guardian));
    expect(guardian.snapshot().overall).toBe('problem');
    expect((await guardian.governance.constitution(false)).unlogged).toMatchObject([
      { path, is: sha256('# Forged\n'), was: path in aaos ? sha256(aaos[path] ?? '') : null },
    ]);
  },
);

test('a file that was removed is found, and logs may grow', async () => {
  await (await room.watching()).dispose();
  room.remove('METADoctrine.md');
  const guardian = await room.watching();
  expect(alarms(guardian)).toEqual(['METADoctrine.md (removed)']);
});

test('a change is heard at once, told once, and not polled for', async () => {
  const guardian = await room.watching();
  await guardian.governance.vigil.checkSelf();
  const timers = room.clock.pending();
  await until(
    room,
    () => {
      room.here('README.md', `# Forged\n`);
      return alarms(guardian).length > 0;
    },
    'heard',
  );
  expect(room.news.filter(({ kind }) => kind === 'unlogged')).toMatchObject([
    { tag: 'unlogged', values: { count: 1, summary: 'README.md (changed)' } },
  ]);
  await until(room, () => room.clock.pending() <= timers, 'no timer is left');
  await guardian.dispose();
  expect(room.clock.pending()).toBe(0);
});

test('a person accepts it by the hash of what is there: in both logs, and the alarm is over for good', async () => {
  await (await room.watching()).dispose();
  room.here('README.md', '# Canon, edited\n');
  const guardian = await room.watching();
  expect(() => accept(guardian, 'README.md', '# Something else\n')).toThrow(/not the beginning of the hash/);
  expect(() => accept(guardian, 'work/a.py', 'A = 1\n')).toThrow(/No unlogged change/);
  expect(alarms(guardian)).toHaveLength(1);
  accept(guardian, 'README.md', '# Canon, edited\n');
  expect(alarms(guardian)).toEqual([]);
  const { entries } = await guardian.governance.auditEntries({
    offset: 0,
    limit: 10,
    text: 'guarded.accept',
    type: null,
    result: null,
  });
  expect(entries).toMatchObject([{ target: 'README.md', result: 'Canonical' }]);
  expect(entries[0]?.reasons).toEqual(expect.arrayContaining(['I wrote it.', `is: sha256:${sha256('# Canon, edited\n')}`]));
  expect(room.read(META)).toContain('approved_by: "mina"');
  await guardian.dispose();
  const again = await room.watching();
  expect([alarms(again), problemsOf(again, 'immune-violated')]).toEqual([[], []]);
});

test('what a terminal accepts is over in the application that watches', async () => {
  await (await room.watching()).dispose();
  room.here('README.md', '# Canon, edited\n');
  const guardian = await room.watching();
  const terminal = await room.guardian(room.clock);
  terminal.governance.vigil.lookForUnlogged();
  accept(terminal, 'README.md', '# Canon, edited\n');
  await until(room, () => alarms(guardian).length === 0, 'the alarm is over');
});

test('an update of the constitution that was agreed on is no alarm', async () => {
  const guardian = await room.watching();
  await update(guardian);
  room.inCore('README.md', '# Canon 2\n');
  expect((await update(guardian)).status).toBe('HELD');
  reviewTwice(guardian, 1);
  const { contentHash } = guardian.governance.approvals.show(1).request;
  guardian.governance.approvals.approve(1, person, contentHash.slice(0, 8));
  await vi.waitFor(async () => {
    room.clock.advance(1000);
    await update(guardian);
    expect(room.read('README.md')).toBe('# Canon 2\n');
  });
  room.clock.advance(DAY);
  await vi.waitFor(() => expect(guardian.governance.auditLog()?.lastVerified('full')?.at).toBe(room.clock.now()), 20_000);
  await guardian.governance.vigil.checkSelf();
  expect([alarms(guardian), problemsOf(guardian, 'immune-violated')]).toEqual([[], []]);
});

test('an edit by hand that was agreed on beforehand is written down and is no alarm', async () => {
  const first = await room.watching();
  const text = '# Canon, by hand\n\n- **v0.0.9**: by hand\n';
  const { request } = first.governance.approvals.propose({
    path: 'README.md',
    content: Buffer.from(text),
    kind: 'ordinary',
    description: 'By hand.',
    rationale: 'It must be said.',
    evidence: '',
    author: { agent: 'Scribe', model: 'scribe-1', organization: 'Scribes' },
  });
  reviewTwice(first, request.id);
  await first.dispose();
  // The person's word is given, and the person's own hand is quicker than Nightguard's.
  room.sql("UPDATE consensus_cases SET outcome = 'accepted', closed_at = 2");
  room.here('README.md', text);
  room.here('METADoctrine.md', text);
  const guardian = await room.watching();
  // Agreed for one file is not agreed for another.
  expect(alarms(guardian)).toEqual(['METADoctrine.md (changed)']);
  expect(room.log().toString()).toContain('act: guarded.agreed');
  await guardian.dispose();
  room.here('README.md', '# Something else again\n');
  expect(alarms(await room.watching())).toEqual(['METADoctrine.md (changed), README.md (changed)']);
});

test('what was agreed on as one of a set is agreed on when a person carries it out alone', async () => {
  const text = '# Canon 2\n';
  await (await room.watching()).dispose();
  room.inCore('README.md', text);
  room.inCore('METADoctrine.md', '# META 2\n');
  const first = await room.guardian(room.clock);
  await update(first);
  await first.dispose();
  room.here('README.md', text);
  expect(alarms(await room.watching())).toEqual(['README.md (changed)']);
  room.sql("UPDATE consensus_cases SET outcome = 'accepted', closed_at = 2");
  room.here('METADoctrine.md', '# META 2\n');
  const guardian = await room.watching();
  expect(alarms(guardian)).toEqual([]);
  await guardian.dispose();
  room.here('METADoctrine.md', '# META 3\n');
  expect(alarms(await room.watching())).toEqual(['METADoctrine.md (changed)']);
});

test('a guarded file that is forged while its own agreed update is being verified is told of, and the update is not done', async () => {
  const run = 'printf "# Forged\\n" > README.md';
  const settings = { updates: { source: room.core, quietSeconds: 0, verify: [{ run }] } };
  room.here('nightguard.yaml', stringify(settings));
  await (await room.watching()).dispose();
  room.inCore('README.md', '# Canon 2\n');
  const guardian = await room.guardian(room.clock);
  await update(guardian);
  reviewTwice(guardian, 1);
  guardian.governance.approvals.approve(1, person, guardian.governance.approvals.show(1).request.contentHash);
  expect(await update(guardian)).toMatchObject({ status: 'ROLLED_BACK' });
  expect(room.read('README.md')).toBe('# Forged\n');
  guardian.governance.vigil.lookForUnlogged();
  expect(alarms(guardian)).toEqual(['README.md (changed)']);
});

test('a refused release that names a forged file does not make it right', async () => {
  const guardian = await room.watching();
  await update(guardian);
  rmSync(join(room.workspace, 'README.md'));
  room.here('README.md', '# Forged\n');
  room.inCore('README.md', '# Canon 2\n');
  await update(guardian);
  expect(guardian.governance.vigil.lookForUnlogged()).toMatchObject([{ path: 'README.md', is: sha256('# Forged\n') }]);
});

test('a guarded path of the settings is guarded too; the settings themselves are written down when they change', async () => {
  room.here('keys/list.txt', 'one\n');
  room.governance({ guardedPaths: ['keys/', '*.secret'] });
  await (await room.watching()).dispose();
  room.here('keys/list.txt', 'two\n');
  room.here('keys/more.txt', 'three\n');
  room.governance({ guardedPaths: ['keys/', '*.secret'], scanHours: 12 });
  const guardian = await room.watching();
  expect(alarms(guardian)).toEqual(['keys/list.txt (changed), keys/more.txt (created)']);
  expect(room.log().toString()).toContain('settings were changed outside of Nightguard');
});

test('an immune system that is removed without a word is the loudest change of all', async () => {
  await (await room.watching()).dispose();
  room.remove('02_AAOS-Immune_system');
  const guardian = await room.guardian(room.clock);
  await guardian.watch();
  await vi.waitFor(() => expect(alarms(guardian)).toHaveLength(1), 20_000);
  const found = guardian.governance.vigil.lookForUnlogged();
  expect(found).toMatchObject([{ path: '02_AAOS-Immune_system', change: 'removed', is: null }]);
  await vi.waitFor(() => expect(problemsOf(guardian, 'immune-violated')).toMatchObject([{ severity: 'harm' }]), 20_000);
});

test('without an immune system nothing is guarded, watched or written', async () => {
  for (const path of Object.keys(aaos)) room.remove(path);
  room.remove('02_AAOS-Immune_system');
  const guardian = await room.guardian(room.clock);
  await guardian.watch();
  room.here('README.md', '# Mine\n');
  room.clock.advance(DAY);
  expect(guardian.governance.vigil.lookForUnlogged()).toEqual([]);
  expect(guardian.governance.auditStatus().state).toBe('none');
});

test('an immune system that somebody puts there while Nightguard watches is heard from the next round on', async () => {
  for (const path of Object.keys(aaos)) room.remove(path);
  room.remove('02_AAOS-Immune_system');
  const guardian = await room.guardian(room.clock);
  await guardian.watch();
  for (const [path, text] of Object.entries(aaos)) room.here(path, text);
  room.clock.advance(DAY);
  await vi.waitFor(async () => expect((await guardian.governance.constitution(false)).self).not.toEqual([]), 20_000);
  await until(
    room,
    () => {
      room.here('README.md', '# Forged\n');
      return alarms(guardian).length > 0;
    },
    'heard',
  );
  expect(alarms(guardian)).toEqual(['README.md (changed)']);
});
