import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Guardian } from '../../../../../electron/guardian-api.ts';
import { oracleVerdicts } from '../../../../support/audit-oracle/ask-oracle.ts';
import { createSandbox } from '../../../../support/sandbox.ts';
import { aaos, createImmuneRoom, DNA, LOG, person, reviewTwice, update, type ImmuneRoom } from './immune-room.ts';

let room: ImmuneRoom;
let guardian: Guardian;
beforeEach(async () => {
  room = createImmuneRoom();
  guardian = await room.guardian();
  expect(await update(guardian)).toMatchObject({ status: 'NO_UPDATES' });
});
afterEach(() => room.dispose());

const hashOf = (id: number): string => guardian.governance.approvals.show(id).request.contentHash;

test.each([['README.md'], ['METADoctrine.md'], [DNA], ['02_AAOS-Immune_system/templates/new.md']])(
  '%s that arrives from Core is held, with everything that came with it',
  async (path) => {
    room.inCore('work/a.py', 'A = 2\n');
    if (path.includes('templates')) mkdirSync(`${room.core}/02_AAOS-Immune_system/templates`);
    room.inCore(path, '# Changed\n');
    const before = room.read(path);
    expect(await update(guardian)).toMatchObject({
      status: 'HELD',
      release: null,
      reason: expect.stringContaining('nightguard approvals show 1') as string,
    });
    expect({ guarded: room.read(path), other: room.read('work/a.py') }).toEqual({ guarded: before, other: 'A = 1\n' });
    expect(guardian.snapshot()).toMatchObject({ overall: 'needs-you', problems: [], approvals: [{ procedure: 'meta' }] });
    const { request } = guardian.governance.approvals.show(1);
    expect(request).toMatchObject({
      procedure: 'meta',
      risk: 'high',
      paths: expect.arrayContaining([path, 'work/a.py']) as string[],
    });
  },
);

test('held, reviewed twice, approved by a person: applied once, and the same change asks again', async () => {
  room.inCore('README.md', '# Canon 2\n');
  expect((await update(guardian)).status).toBe('HELD');
  expect((await update(guardian)).status).toBe('HELD');
  expect(guardian.governance.approvals.list(10)).toHaveLength(1);
  expect(() => guardian.governance.approvals.approve(1, person, hashOf(1).slice(0, 8))).toThrow(/consensus/);
  expect((await update(guardian)).status).toBe('HELD');

  reviewTwice(guardian, 1);
  expect(() => guardian.governance.approvals.approve(1, person, '000000')).toThrow(/beginning of the hash/);
  expect(guardian.governance.approvals.approve(1, person, hashOf(1).slice(0, 8))).toMatchObject({ state: 'approved' });
  expect(await update(guardian)).toMatchObject({ status: 'COMPLETED', release: 'R-0001' });
  expect(room.read('README.md')).toBe('# Canon 2\n');
  expect(guardian.governance.approvals.show(1).request.state).toBe('used');
  expect(guardian.snapshot().problems).toEqual([]);
  expect(room.read('02_AAOS-Immune_system/META_AUDIT_LOG.md')).toContain('approved_by: "mina"');

  room.inCore('README.md', '# Canon 3\n');
  expect(await update(guardian)).toMatchObject({ status: 'HELD', reason: expect.stringContaining('show 2') as string });
  expect(room.read('README.md')).toBe('# Canon 2\n');
});

test('an approval is good for exactly what was shown: content that changes afterwards asks anew', async () => {
  room.inCore('README.md', '# Canon 2\n');
  await update(guardian);
  reviewTwice(guardian, 1);
  guardian.governance.approvals.approve(1, person, hashOf(1));
  room.inCore('README.md', '# Canon, but worse\n');
  expect(await update(guardian)).toMatchObject({ status: 'HELD', reason: expect.stringContaining('show 2') as string });
  expect(room.read('README.md')).toBe('# Canon\n');
});

test('the request shows the difference of exactly what is asked for', async () => {
  room.inCore('README.md', '# Canon\n\nA new article.\n');
  await update(guardian);
  const { diff } = guardian.governance.approvals.show(1).request;
  expect(diff).toMatch(/^README\.md: [0-9a-f]{12} → [0-9a-f]{12}\n/);
  expect(diff).toContain('+A new article.');
});

test('what was denied is not applied and not asked again', async () => {
  room.inCore('README.md', '# Canon 2\n');
  await update(guardian);
  guardian.governance.approvals.deny(1, person, 'The Canon stays.');
  expect(await update(guardian)).toMatchObject({
    status: 'FAILED',
    reason: expect.stringContaining('The Canon stays.') as string,
  });
  expect(guardian.governance.approvals.list(10)).toHaveLength(1);
  expect(room.read('README.md')).toBe('# Canon\n');
});

test('the log after an update and a rollback verifies by the independent verifier, and names both', async () => {
  room.inCore('work/a.py', 'A = "새 값"\n');
  expect(await update(guardian)).toMatchObject({ status: 'COMPLETED' });
  const rollback = await guardian.rollback({ kind: 'release', release: 'R-0001' }, { changedSince: 'keep', trigger: 'terminal' });
  expect(rollback.status).toBe('COMPLETED');
  expect(room.read('work/a.py')).toBe('A = 1\n');
  const [verdict] = oracleVerdicts([room.log()]);
  expect(verdict).toMatchObject({ accepted: true, errors: [] });
  const text = room.log().toString();
  expect(text).toContain('act: update.apply');
  expect(text).toContain('act: rollback.apply');
  expect(await guardian.governance.auditLog()?.verify({ level: 'full' })).toMatchObject({ state: 'intact' });
});

test('a broken log halts updates with a clear error, is shown, and lets them through once it is mended', async () => {
  room.inCore('work/a.py', 'A = 2\n');
  await update(guardian);
  const sound = room.log();
  writeFileSync(`${room.workspace}/${LOG}`, sound.toString().replace('outcome: done', 'outcome: fine'));
  room.inCore('work/a.py', 'A = 3\n');
  expect(await update(guardian)).toMatchObject({
    status: 'FAILED',
    reason: expect.stringMatching(/audit log is broken.*entry \d+ at byte \d+/s) as string,
  });
  expect(room.read('work/a.py')).toBe('A = 2\n');
  await expect
    .poll(() => guardian.snapshot().problems.find(({ code }) => code === 'audit-broken'))
    .toMatchObject({ severity: 'harm', detail: expect.stringMatching(/AUDIT_LOG\.md, entry \d+/) as string });
  expect(guardian.snapshot().overall).toBe('problem');

  writeFileSync(`${room.workspace}/${LOG}`, sound);
  expect(await update(guardian)).toMatchObject({ status: 'COMPLETED' });
  await expect.poll(() => guardian.snapshot().problems).toEqual([]);
});

test('a look at the whole log that found it broken is not taken back by a quick look', async () => {
  room.inCore('work/a.py', 'A = 2\n');
  await update(guardian);
  const log = guardian.governance.auditLog();
  const sound = room.log();
  // Another entry's byte, with the size and the end as they were: only a full look sees it once the end is trusted again.
  writeFileSync(`${room.workspace}/${LOG}`, sound.toString().replace('outcome: done', 'outcome: fine'));
  expect(await log?.verify({ level: 'full' })).toMatchObject({ state: 'broken' });
  writeFileSync(`${room.workspace}/${LOG}`, sound);
  expect(await log?.verify({ level: 'quick' })).toMatchObject({ state: 'intact' });
  expect(guardian.snapshot().overall).toBe('problem');
  expect(await log?.verify({ level: 'full' })).toMatchObject({ state: 'intact' });
  expect(guardian.snapshot().problems).toEqual([]);
});

test('a watching guardian applies at once what another process approved', async () => {
  const other = await room.guardian();
  await guardian.watch();
  room.inCore('README.md', '# Canon 2\n');
  await expect.poll(() => other.governance.approvals.pending().length, { timeout: 10_000 }).toBe(1);
  reviewTwice(other, 1);
  other.governance.approvals.approve(1, person, hashOf(1));
  await expect.poll(() => room.read('README.md'), { timeout: 10_000 }).toBe('# Canon 2\n');
  await expect.poll(() => guardian.governance.approvals.show(1).request.state).toBe('used');
}, 30_000);

test('a set that cannot begin uses no approval up', async () => {
  room.inCore('README.md', '# Canon 2\n');
  await update(guardian);
  reviewTwice(guardian, 1);
  guardian.governance.approvals.approve(1, person, hashOf(1));
  const log = room.log();
  writeFileSync(`${room.workspace}/${LOG}`, log.toString().replace('approval 1', 'approval 7'));
  expect((await update(guardian)).status).toBe('FAILED');
  expect(guardian.governance.approvals.show(1).request.state).toBe('approved');
  writeFileSync(`${room.workspace}/${LOG}`, log);
  expect((await update(guardian)).status).toBe('COMPLETED');
});

test('a plain workspace whose settings name a log keeps one there', async () => {
  const plain = createSandbox({ core: { 'a.py': 'A = 1\n' }, workspace: {} });
  try {
    appendFileSync(`${plain.workspace}/nightguard.yaml`, 'governance:\n  documents:\n    auditLog: logs/AUDIT_LOG.md\n');
    const own = await plain.guardian();
    expect(await update(own)).toMatchObject({ status: 'COMPLETED' });
    expect(oracleVerdicts([readFileSync(`${plain.workspace}/logs/AUDIT_LOG.md`)])).toMatchObject([{ accepted: true }]);
  } finally {
    await plain.dispose();
  }
});

test('a workspace without an immune system has no audit log and asks nobody about its README', async () => {
  const plain = createSandbox({ core: { 'README.md': '# 2\n' }, workspace: {} });
  try {
    const own = await plain.guardian();
    expect(await update(own)).toMatchObject({ status: 'COMPLETED' });
    expect(own.governance.auditLog()).toBeNull();
    expect(own.governance.approvals.list(10)).toEqual([]);
  } finally {
    await plain.dispose();
  }
});

test('the fixture is whole', () => {
  for (const [path, text] of Object.entries(aaos)) expect(room.read(path)).toBe(text);
});
