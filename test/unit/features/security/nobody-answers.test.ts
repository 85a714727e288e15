import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { exitOfSecurity } from '../../../../electron/terminal/exit-codes.ts';
import { advisory } from '../../../support/osv-server/index.ts';
import { usePackageServers } from '../../../support/package-servers.ts';
import { createSecurityRoom, type SecurityRoom } from './security-room.ts';

// «Could not check» is never «fine»: whoever does not answer, answers half, or answers with something else.

vi.setConfig({ testTimeout: 120_000 });

const servers = usePackageServers();
let room: SecurityRoom;
let portal: Server;
let portalUrl: string;
let page: { type: string; body: string };

beforeEach(async () => {
  page = { type: 'text/html', body: '<!doctype html><html><body><a href="/login">Log in to the hotel</a></body></html>' };
  portal = createServer((_request, response) => void response.writeHead(200, { 'Content-Type': page.type }).end(page.body));
  portal.listen(0, '127.0.0.1');
  await once(portal, 'listening');
  portalUrl = `http://127.0.0.1:${(portal.address() as AddressInfo).port}`;
  servers.index.add({ name: 'calm', version: '1.0.0' });
});
afterEach(async () => {
  await room.dispose();
  portal.close();
  portal.closeAllConnections();
});

async function open(settings: Record<string, unknown> = {}): Promise<void> {
  room = createSecurityRoom({ template: servers.template, index: servers.index, osv: servers.osv.url, settings });
  room.write({ 'requirements.txt': 'calm==1.0.0\n' });
  await room.pip('install', '-r', 'requirements.txt');
}

async function expectUnchecked(): Promise<void> {
  const result = await room.security.run({ trigger: 'library', force: true });
  expect(result.status).toBe('COULD_NOT_CHECK');
  expect(result.reason).not.toBe('');
  expect(exitOfSecurity(result)).toBe(1);
  expect(room.security.summary().state).toBe('could-not-check');
  const [problem] = room.security.problems();
  expect(problem).toMatchObject({ code: 'security-unchecked' });
  expect(problem?.detail).not.toBe('');
  // A week that could not be looked at is not over.
  expect((await room.security.shouldUpdate()).should).toBe(true);
}

test('an index that answers with a page to log in is not one without newer releases', async () => {
  await open({ pip: { index: `${portalUrl}/simple` } });
  await expectUnchecked();
});

test('an index that is a folder is not one without newer releases', async () => {
  await open({ pip: { index: '' } });
  vi.stubEnv('PIP_INDEX_URL', 'file:///srv/simple');
  await expectUnchecked();
});

test('when nobody is asked for advisories, nothing is proven', async () => {
  await open({ osv: { enabled: false } });
  await expectUnchecked();
});

test.each([
  ['nothing', 'application/json', ''],
  ['an empty object', 'application/json', '{}'],
  ['a page', 'text/html', '<html></html>'],
  ['too many answers', 'application/json', '{"results":[{},{},{},{},{},{},{},{},{},{}]}'],
  ['null', 'application/json', 'null'],
])('OSV that answers 200 with %s has said nothing', async (_what, type, body) => {
  page = { type, body };
  await open({ osv: { url: portalUrl, timeoutSeconds: 2 } });
  await expectUnchecked();
});

test('OSV whose second page is missing has not spoken of that package to the end', async () => {
  await open({ outdated: 'off' });
  servers.osv.entries = ['A', 'B', 'C'].map((id) => advisory(id, 'PyPI', 'calm', { versions: ['1.0.0'] }));
  servers.osv.pageSize = 2;
  servers.osv.isFaulty = ({ body }) => JSON.stringify(body).includes('page_token');
  servers.osv.fault = 'server-error';

  const result = await room.security.run({ trigger: 'library', force: true });

  expect(result.status).toBe('COULD_NOT_CHECK');
  expect(result.report?.sources).toMatchObject([{ name: 'osv', state: 'partial', unchecked: ['calm'] }, { name: 'osv' }, {}]);
  expect(result.report?.packages.find(({ name }) => name === 'calm')?.checked).toBe(false);
  expect(room.log()[0]).toMatchObject({ vulnerabilities: null });
});

test('a withdrawn advisory is none, and one that says nothing of versions is never cleared by a newer one', async () => {
  servers.index.add({ name: 'calm', version: '1.0.1' });
  await open({ outdated: 'off' });
  // The service knows of versions; the record names a repository only.
  const vague = { package: { ecosystem: 'PyPI', name: 'calm' }, ranges: [{ type: 'GIT', events: [{ introduced: '0' }] }] };
  servers.osv.entries = [
    advisory('GONE', 'PyPI', 'calm', { versions: ['1.0.0'], withdrawn: '2026-01-01T00:00:00Z' }),
    { id: 'VAGUE', affected: [{ ...vague, versions: ['1.0.0'] }], shown: [vague] },
  ];

  const result = await room.security.run({ trigger: 'library', force: true });

  expect(result.upgrades).toEqual([]);
  expect(result.report?.packages.find(({ name }) => name === 'calm')?.advisories.map(({ id }) => id)).toEqual(['VAGUE']);
  expect(result.report?.findings).toMatchObject([{ name: 'calm', code: 'no-fix' }]);
});
