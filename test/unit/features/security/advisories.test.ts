import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Affected } from '../../../../electron/features/security/advisories/advisory.ts';
import { isAffected } from '../../../../electron/features/security/advisories/is-affected.ts';
import { mergeRecords } from '../../../../electron/features/security/advisories/merge.ts';
import { createNpmAudit } from '../../../../electron/features/security/advisories/npm-audit.ts';
import { createOsvFolder } from '../../../../electron/features/security/advisories/osv-folder.ts';
import { createOsvService } from '../../../../electron/features/security/advisories/osv-service.ts';
import { createPipAudit } from '../../../../electron/features/security/advisories/pip-audit.ts';
import { scoreOfVector } from '../../../../electron/features/security/advisories/severity.ts';
import type { InstalledPackage } from '../../../../electron/features/security/inventory/package.ts';
import { npmScheme } from '../../../../electron/features/security/versions/npm-scheme.ts';
import { pipScheme } from '../../../../electron/features/security/versions/pip-scheme.ts';
import { createAsk } from '../../../../electron/features/security/web/ask.ts';
import { systemClock } from '../../../../electron/kernel/clock.ts';
import type { ToolRunner } from '../../../../electron/kernel/ports/tool-runner.ts';
import { advisory, startOsvServer, type OsvServer } from '../../../support/osv-server/index.ts';

const { signal } = new AbortController();
const installed = (name: string, version: string): InstalledPackage => ({
  ecosystem: 'pip',
  name,
  key: pipScheme.nameKey(name),
  version,
  declared: true,
  fromIndex: true,
  demands: [],
});
const events = (...list: Record<string, string>[]): Affected[] => [
  { kind: 'events', events: list.map((one) => ({ kind: Object.keys(one)[0] as 'fixed', version: Object.values(one)[0] ?? '' })) },
];

describe('a range of events', () => {
  test.each([
    [['1.0', '1.9.9'], ['0.9', '2.0'], events({ introduced: '1.0' }, { fixed: '2.0' })],
    [['0.1', '2.0'], ['2.0.1'], events({ introduced: '0' }, { last_affected: '2.0' })],
    [['1.0'], ['1.0.1'], events({ introduced: '1.0' }, { last_affected: '1.0' })],
    [
      ['1.5', '3.1'],
      ['2.0', '2.9', '4.0'],
      events({ introduced: '3.0' }, { fixed: '2.0' }, { introduced: '1.0' }, { fixed: '4.0' }),
    ],
    [['2.0', '2.5'], ['3.0'], events({ introduced: '1.0' }, { fixed: '2.0' }, { introduced: '2.0' }, { fixed: '3.0' })],
    [['1.5'], ['2.0', '9.0'], events({ introduced: '0' }, { limit: '2.0' })],
  ])('affects %j and not %j', (affected, clear, range) => {
    expect(affected.filter((version) => !isAffected(pipScheme, range, version))).toEqual([]);
    expect(clear.filter((version) => isAffected(pipScheme, range, version))).toEqual([]);
  });

  test('that cannot be read affects everything: doubt is never clear', () => {
    expect(isAffected(pipScheme, events({ introduced: '0' }, { fixed: 'the next one' }), '9.0')).toBe(true);
    expect(isAffected(pipScheme, events({ introduced: '0' }, { fixed: '1.0' }), 'not-a-version')).toBe(true);
  });

  test('of semantic versions orders pre-releases as npm does', () => {
    expect(isAffected(npmScheme, events({ introduced: '0' }, { fixed: '1.0.0' }), '1.0.0-rc.1')).toBe(true);
  });
});

test('the score of a vector is that of the specification', () => {
  expect(scoreOfVector('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H')).toBe(9.8);
  expect(scoreOfVector('CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N')).toBe(6.1);
  expect(scoreOfVector('CVSS:3.1/AV:L/AC:H/PR:H/UI:R/S:U/C:N/I:N/A:N')).toBe(0);
  expect(scoreOfVector('CVSS:4.0/AV:N')).toBeNull();
});

test('three names of one vulnerability count once, also when only a third record connects them', () => {
  const record = (id: string, aliases: string[]) => ({
    id,
    aliases,
    summary: id,
    severity: 'low' as const,
    score: null,
    url: null,
    affected: [],
    source: 'osv' as const,
  });
  const merged = mergeRecords([
    record('GHSA-1', []),
    record('PYSEC-1', ['CVE-1']),
    record('OTHER', ['GHSA-1', 'CVE-1']),
    record('PYSEC-2', []),
  ]);
  expect(merged.map(({ id, aliases }) => [id, aliases])).toEqual([
    ['CVE-1', ['GHSA-1', 'OTHER', 'PYSEC-1']],
    ['PYSEC-2', []],
  ]);
});

describe('the OSV service', () => {
  let osv: OsvServer;
  beforeEach(async () => {
    osv = await startOsvServer();
    osv.entries = ['a', 'b', 'c'].map((id) => advisory(`PYSEC-${id}`, 'PyPI', 'leaky', { fixed: '2.0', versions: ['1.0'] }));
  });
  afterEach(() => osv.dispose());
  const service = () => createOsvService({ scheme: pipScheme, url: osv.url, timeoutMs: 500, ask: createAsk(systemClock) });
  const asked = [installed('leaky', '1.0'), installed('calm', '1.0')];

  test('is asked page by page, and each record once', async () => {
    osv.pageSize = 2;
    const { status, records } = await service().ask(asked, signal);
    expect(status).toMatchObject({ state: 'checked', unchecked: [] });
    expect(records.get('leaky')?.map(({ id }) => id)).toEqual(['PYSEC-a', 'PYSEC-b', 'PYSEC-c']);
    expect(osv.requests.filter(({ path }) => path === '/v1/querybatch')).toHaveLength(2);
  });

  test('is asked a thousand packages at a time', async () => {
    const many = Array.from({ length: 2001 }, (_, n) => installed(`p${n}`, '1.0'));
    const { status } = await service().ask(many, signal);
    expect(status.state).toBe('checked');
    expect(osv.requests.map(({ body }) => (body as { queries: unknown[] }).queries.length)).toEqual([1000, 1000, 1]);
  });

  test.each(['too-many-requests', 'server-error'] as const)('is asked again after %s', async (fault) => {
    Object.assign(osv, { fault, faults: 1 });
    expect((await service().ask(asked, signal)).status.state).toBe('checked');
  });

  test.each(['down', 'server-error', 'too-many-requests', 'hangs', 'garbage', 'short'] as const)(
    'that is %s says «could not check» of every package',
    async (fault) => {
      osv.fault = fault;
      const { status, records } = await service().ask(asked, signal);
      expect(status).toMatchObject({ state: 'could-not-check', unchecked: ['calm', 'leaky'] });
      expect(status.reason).not.toBe('');
      expect(records.size).toBe(0);
    },
  );

  test('that gives no details still says that there is a vulnerability, and of what it could not say more', async () => {
    osv.fault = 'no-details';
    const { status, records } = await service().ask(asked, signal);
    expect(status).toMatchObject({ state: 'partial', unchecked: ['leaky'] });
    expect(records.get('leaky')).toHaveLength(3);
  });

  test('leaves out what was withdrawn', async () => {
    osv.entries = [advisory('PYSEC-a', 'PyPI', 'leaky', { versions: ['1.0'], withdrawn: '2026-01-01T00:00:00Z' })];
    expect((await service().ask(asked, signal)).records.size).toBe(0);
  });
});

describe('a folder of OSV files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'nightguard-osv-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const ask = () => createOsvFolder({ scheme: pipScheme, folder }).ask([installed('Le.aky', '1.0')], signal);

  test('answers without the network, whatever the spelling of the name', async () => {
    writeFileSync(
      join(folder, 'one.json'),
      JSON.stringify(advisory('PYSEC-1', 'PyPI', 'le_aky', { fixed: '2.0', versions: [] })),
    );
    const { status, records } = await ask();
    expect(status.state).toBe('checked');
    expect(records.get('le-aky')?.[0]?.id).toBe('PYSEC-1');
  });

  test('that is empty, gone, or holds a file that cannot be read is «could not check»', async () => {
    expect((await ask()).status.state).toBe('could-not-check');
    writeFileSync(join(folder, 'one.json'), JSON.stringify(advisory('PYSEC-1', 'PyPI', 'other', { versions: [] })));
    writeFileSync(join(folder, 'two.json'), '{');
    expect((await ask()).status).toMatchObject({ state: 'could-not-check', unchecked: ['Le.aky'] });
    rmSync(folder, { recursive: true });
    expect((await ask()).status.state).toBe('could-not-check');
  });
});

const saying = (stdout: string, ok: boolean): ToolRunner => ({
  run: () => Promise.resolve({ ok, code: ok ? 0 : 1, stdout, stderr: '', ending: ok ? '' : 'exited with 1', durationMs: 1 }),
  end: () => Promise.resolve(),
});

describe('pip-audit', () => {
  const source = (stdout: string) =>
    createPipAudit({ scheme: pipScheme, tools: saying(stdout, false), command: ['pip-audit'], python: '/bin/python' });
  const list = [{ name: 'leaky', version: '1.0', vulns: [{ id: 'PYSEC-1', fix_versions: ['1.1'], aliases: ['CVE-1'] }] }];

  test.each([
    ['an object', { dependencies: list, fixes: [] }],
    ['a bare array', list],
  ])('is read as %s', async (_, report) => {
    const { status, records } = await source(JSON.stringify(report)).ask([installed('leaky', '1.0')], signal);
    expect(status.state).toBe('checked');
    expect(records.get('leaky')?.[0]).toMatchObject({ id: 'PYSEC-1', aliases: ['CVE-1'] });
  });

  test('that skips a package has not checked it, and one that fails has checked nothing', async () => {
    const skipped = [{ name: 'leaky', skip_reason: 'not on PyPI' }];
    expect((await source(JSON.stringify(skipped)).ask([installed('leaky', '1.0')], signal)).status.unchecked).toEqual(['leaky']);
    expect((await source('ERROR: no').ask([installed('leaky', '1.0')], signal)).status.state).toBe('could-not-check');
  });
});

test('npm audit without a report version is «could not check», not an empty report', async () => {
  const refused = createNpmAudit({
    tools: saying(JSON.stringify({ message: 'request failed', error: {} }), false),
    cwd: '/',
    registry: null,
  });
  expect((await refused.ask([installed('a', '1.0.0')], signal)).status).toMatchObject({
    state: 'could-not-check',
    reason: 'request failed',
  });
});
