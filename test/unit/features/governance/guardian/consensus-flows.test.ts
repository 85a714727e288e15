import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Guardian, News } from '../../../../../electron/guardian-api.ts';
import { systemClock } from '../../../../../electron/kernel/clock.ts';
import { oracleVerdicts } from '../../../../support/audit-oracle/ask-oracle.ts';
import { immuneBlueprint } from '../support/documents.ts';
import { createImmuneRoom, DNA, LOG, person, reviewTwice, update, type ImmuneRoom } from './immune-room.ts';

const META = '02_AAOS-Immune_system/META_AUDIT_LOG.md';
const HOUR_MS = 3_600_000;
const claude = {
  agent: 'Claude',
  model: 'claude-opus-4-6',
  organization: 'Anthropic',
  verdict: 'approve',
  rationale: 'Sound.',
} as const;
const gpt = { agent: 'GPT', model: 'gpt-5.2', organization: 'OpenAI', verdict: 'approve', rationale: 'Sound.' } as const;
const author = { agent: 'Scribe', model: 'gemini-3-pro', organization: 'Google' };
const next = immuneBlueprint.replace('version: "0.3.1"', 'version: "0.4.0"').replace('max_files: 100', 'max_files: 120');

let room: ImmuneRoom;
let guardian: Guardian;
const clock = { ...systemClock, ahead: 0, now: () => Date.now() + clock.ahead };
beforeEach(async () => {
  clock.ahead = 0;
  room = createImmuneRoom();
  guardian = await room.guardian(clock);
  await update(guardian);
});
afterEach(() => room.dispose());

const desk = (): Guardian['governance']['approvals'] => guardian.governance.approvals;
const hashOf = (id: number): string => desk().show(id).request.contentHash;
const propose = (content = next, kind: 'ordinary' | 'formal_correction' = 'ordinary'): number =>
  desk().propose({
    path: DNA,
    content: Buffer.from(content),
    kind,
    description: 'More files',
    rationale: 'It grew',
    evidence: '',
    author,
  }).request.id;

test('a change of the DNA that arrives from Core enters the procedure by itself, and is written to META_AUDIT_LOG.md', async () => {
  room.inCore(DNA, next);
  await update(guardian);
  await update(guardian);
  expect(desk().show(1).consensus).toMatchObject({ state: 'reviewing', versionChange: 'v0.3.1 → v0.4.0', kind: 'ordinary' });
  const meta = room.read(META) ?? '';
  expect(meta.match(/^type: meta-change$/gm)).toHaveLength(1);
  expect(meta).toContain('version_change: "v0.3.1 → v0.4.0"');
  expect(meta).toContain('approved_by: ""');
});

test('while the audit log is broken nothing is asked, and META_AUDIT_LOG.md does not fill with the same proposal', async () => {
  room.inCore('work/a.py', 'A = 2\n');
  await update(guardian);
  const sound = room.log();
  writeFileSync(join(room.workspace, LOG), sound.toString().replace('outcome: done', 'outcome: fine'));
  room.inCore(DNA, next);
  for (let n = 0; n < 3; n += 1) expect((await update(guardian)).status).toBe('FAILED');
  expect(desk().pending()).toEqual([]);
  writeFileSync(join(room.workspace, LOG), sound);
  expect((await update(guardian)).status).toBe('HELD');
  expect((room.read(META) ?? '').match(/^type: meta-change$/gm)).toHaveLength(1);
  expect(desk().show(desk().pending()[0]?.id ?? 0).consensus?.state).toBe('reviewing');
});

test('a set whose DNA does not go up in version is never a person’s turn', async () => {
  room.inCore(DNA, immuneBlueprint.replace('max_files: 100', 'max_files: 120'));
  await update(guardian);
  reviewTwice(guardian, 1);
  expect(desk().show(1).consensus).toMatchObject({
    state: 'reviewing',
    reasons: [`${DNA}: the version must go up: 0.3.1 → 0.3.1.`],
  });
  expect(() => desk().approve(1, person, hashOf(1))).toThrow(/version must go up/);
  expect((await update(guardian)).status).toBe('HELD');
  expect(room.read(DNA)).toBe(immuneBlueprint);
});

test('a formal correction from Core takes a person alone when Nightguard proves it, and no claim makes it one', async () => {
  room.inCore(DNA, immuneBlueprint.replace('\n## Overview', '\n\n## Overview'));
  await update(guardian);
  desk().classify(
    1,
    { kind: 'formal_correction', description: 'White space', rationale: 'Layout', evidence: '' },
    'person (terminal)',
  );
  expect(desk().show(1).consensus?.state).toBe('awaiting-person');
  desk().approve(1, person, hashOf(1));
  expect((await update(guardian)).status).toBe('COMPLETED');

  room.inCore(DNA, next);
  await update(guardian);
  desk().classify(2, { kind: 'formal_correction', description: 'Typo', rationale: 'Honest', evidence: '' }, 'person (terminal)');
  expect(() => desk().approve(2, person, hashOf(2))).toThrow(/not proved to be formal/);
});

test('an emergency takes one agent and a person; the consensus is owed, shown, called for until it is paid', async () => {
  const news: News[] = [];
  guardian.onNews((item) => news.push(item));
  room.inCore(DNA, next);
  await update(guardian);
  const emergency = { kind: 'emergency_security_patch', description: 'Leak', rationale: 'It leaks', evidence: '' } as const;
  desk().classify(1, emergency, 'person (terminal)');
  desk().review(1, claude);
  expect(() => desk().approve(1, person, hashOf(1))).toThrow(/Nothing shows the vulnerability/);
  desk().classify(1, { ...emergency, evidence: 'CVE-2026-0001' }, 'person (terminal)');
  desk().approve(1, person, hashOf(1));
  expect((await update(guardian)).status).toBe('COMPLETED');
  expect(room.read(DNA)).toBe(next);
  expect(guardian.snapshot().problems).toMatchObject([{ code: 'consensus-owed', severity: 'warning' }]);

  clock.ahead += 25 * HOUR_MS;
  await guardian.watch();
  await expect.poll(() => news.filter(({ kind }) => kind === 'consensus-owed')).toHaveLength(1);
  const { id } = desk().requestAbout(DNA);
  expect(desk().review(id, gpt)).toMatchObject({ state: 'accepted', consensusOwed: false });
  expect(guardian.snapshot().problems.filter(({ code }) => code === 'consensus-owed')).toEqual([]);
  expect(() => desk().requestAbout(DNA)).toThrow(/No change of/);
});

test('without agents it takes two persons: the first word is kept, the same person again is not a second', async () => {
  room.inCore(DNA, next);
  await update(guardian);
  desk().classify(
    1,
    { kind: 'agents_unavailable', description: 'More', rationale: 'All are down', evidence: '' },
    'person (terminal)',
  );
  expect(desk().approve(1, person, hashOf(1)).state).toBe('pending');
  expect(desk().approve(1, { ...person, name: ' MINA', door: 'window' }, hashOf(1)).state).toBe('pending');
  expect((await update(guardian)).status).toBe('HELD');
  expect(desk().approve(1, { ...person, name: 'jun', door: 'telegram' }, hashOf(1)).state).toBe('approved');
  expect((await update(guardian)).status).toBe('COMPLETED');
  expect(room.read(META)).toContain('approved_by: "MINA, jun"');
});

test('agents are not unavailable when one of them has said no', async () => {
  room.inCore(DNA, next);
  await update(guardian);
  desk().review(1, { ...claude, verdict: 'reject' });
  desk().classify(1, { kind: 'agents_unavailable', description: 'More', rationale: 'Now', evidence: '' }, 'person (terminal)');
  expect(() => desk().approve(1, person, hashOf(1))).toThrow(/not unavailable/);
});

test('two independent rejections end the request, and what was rejected is not applied', async () => {
  room.inCore(DNA, next);
  await update(guardian);
  desk().review(1, { ...claude, verdict: 'reject' });
  expect(desk().review(1, { ...gpt, verdict: 'reject' }).state).toBe('rejected');
  expect(desk().show(1).request).toMatchObject({ state: 'denied', decidedBy: 'consensus' });
  expect((await update(guardian)).status).toBe('FAILED');
  expect(room.read(DNA)).toBe(immuneBlueprint);
});

test('when Core changes again, the votes on what it held are void', async () => {
  room.inCore(DNA, next);
  await update(guardian);
  reviewTwice(guardian, 1);
  room.inCore(DNA, next.replace('0.4.0', '0.5.0'));
  await update(guardian);
  expect(desk().show(1).consensus?.state).toBe('stale');
  expect(desk().show(2).consensus).toMatchObject({ state: 'reviewing', votes: [] });
  expect(() => desk().approve(1, person, hashOf(1))).toThrow(/consensus/);
});

test('a document proposed here is in force when it is approved: reviewed, logged, its old bytes kept', async () => {
  const id = propose();
  expect(desk().show(id).request).toMatchObject({ type: 'governance.amend', procedure: 'meta', actor: 'agent Scribe' });
  expect(desk().show(id).request.diff).toContain('+version: "0.4.0"');
  expect(propose()).toBe(id);
  reviewTwice(guardian, id);
  expect(room.read(DNA)).toBe(immuneBlueprint);
  expect(desk().approve(id, person, hashOf(id))).toMatchObject({ state: 'used' });
  expect(room.read(DNA)).toBe(next);
  const meta = room.read(META) ?? '';
  expect(meta).toContain('version_change: "v0.3.1 → v0.4.0"');
  expect(meta).toContain('approved_by: "mina"');
  expect(meta.match(/^type: meta-change$/gm)).toHaveLength(2);
  expect(room.log().toString()).toContain('act: governance.amend');
  expect(oracleVerdicts([room.log()])).toMatchObject([{ accepted: true }]);
});

test('a proposal dies with its votes when somebody else changes the document', () => {
  const id = propose();
  reviewTwice(guardian, id);
  writeFileSync(join(room.workspace, DNA), `${immuneBlueprint}\nMine.\n`);
  expect(() => desk().approve(id, person, hashOf(id))).toThrow(/has changed since this was proposed/);
  expect(room.read(DNA)).toBe(`${immuneBlueprint}\nMine.\n`);
  expect(() => desk().review(id, claude)).toThrow(/does not wait any more/);
  expect(desk().show(id).consensus?.state).toBe('stale');
  const again = propose();
  expect(again).not.toBe(id);
  expect(desk().show(again).consensus?.votes).toEqual([]);
});

test('an approved proposal that a crash has left is put in force by the next one who looks, once', async () => {
  const id = propose();
  reviewTwice(guardian, id);
  desk().approve(id, person, hashOf(id));
  expect(desk().enactLeft()).toBe(0);
  // As if the process had ended between the leave and the act.
  writeFileSync(join(room.workspace, DNA), immuneBlueprint);
  const state = new DatabaseSync(join(room.workspace, '.nightguard/state.db'));
  state.exec(`UPDATE approval_requests SET state = 'approved', used_at = NULL WHERE id = ${id}`);
  state.close();
  const other = await room.guardian(clock);
  expect(other.governance.approvals.enactLeft()).toBe(1);
  expect(room.read(DNA)).toBe(next);
  expect(desk().enactLeft()).toBe(0);
  expect(desk().pending()).toEqual([]);
});

test('only documents of the constitution are proposed; logs, state and files elsewhere are refused', () => {
  const attempt =
    (path: string): (() => unknown) =>
    () =>
      desk().propose({
        path,
        content: Buffer.from('x\n'),
        kind: 'ordinary',
        description: 'd',
        rationale: 'r',
        evidence: '',
        author,
      });
  expect(attempt('work/a.py')).toThrow(/needs no consensus/);
  expect(attempt('02_AAOS-Immune_system/AUDIT_LOG.md')).toThrow(/audit log/);
  expect(attempt('.nightguard/state.db')).toThrow(/Nightguard's own/);
  expect(attempt('../README.md')).toThrow(/does not stay inside|not clear/);
  expect(desk().pending()).toEqual([]);
});

test('a denied proposal is closed for good, and META_AUDIT_LOG.md says so', () => {
  const id = propose();
  desk().deny(id, person, 'Not now.');
  expect(desk().show(id).consensus?.state).toBe('rejected');
  expect(room.read(META)).toContain('ordinary: rejected');
  expect(() => propose()).toThrow(/Not now/);
});
