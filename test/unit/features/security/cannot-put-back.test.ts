import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { advisory } from '../../../support/osv-server/index.ts';
import { usePackageServers } from '../../../support/package-servers.ts';
import { createSecurityRoom, type SecurityRoom } from './security-room.ts';

vi.setConfig({ testTimeout: 180_000 });

const servers = usePackageServers();
let room: SecurityRoom;
afterEach(() => room.dispose());

test('an environment that could not be put back, whatever the reason, is the worst there is until it could', async () => {
  const { template, index, osv } = servers;
  for (const version of ['1.0.0', '1.0.1']) index.add({ name: 'leaky', version });
  osv.entries = [advisory('PYSEC-1', 'PyPI', 'leaky', { fixed: '1.0.1', versions: ['1.0.0'] })];
  // The disk that holds the copies is gone just when they are needed.
  const verify = [{ run: 'mv .nightguard/security/snapshot-1/place-0 gone; false', timeoutSeconds: 10 }];
  room = createSecurityRoom({ template, index, osv: osv.url, settings: { outdated: 'off', tests: { verify } } });
  room.write({ 'requirements.txt': 'leaky==1.0.0\n' });
  await room.pip('install', '-r', 'requirements.txt');
  const before = await room.digest();

  await expect(room.security.run({ trigger: 'library', force: true })).rejects.toThrow('ENOENT');
  expect(room.security.problems()[0]).toMatchObject({ code: 'security-failed', severity: 'harm' });

  renameSync(join(room.workspace, 'gone'), join(room.workspace, '.nightguard/security/snapshot-1/place-0'));
  room.settings.tests.verify = [];
  await room.security.run({ trigger: 'library', checkOnly: true });
  expect(room.security.problems().map(({ severity }) => severity)).not.toContain('harm');
  expect(await room.digest()).toBe(before);
  expect(room.read('requirements.txt')).toBe('leaky==1.0.0\n');
});
