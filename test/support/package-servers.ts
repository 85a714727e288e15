import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { startOsvServer, type OsvServer } from './osv-server/index.ts';
import { createVenvTemplate, startPackageIndex, type PackageIndex, type VenvTemplate } from './package-index/index.ts';

export interface PackageServers {
  /** One for all tests of a file. */
  template: VenvTemplate;
  /** A new one for each test; pip asks it and nothing else. */
  index: PackageIndex;
  osv: OsvServer;
}

/** A virtual environment to copy, an index and an OSV service for the tests of a file; they end after what the tests themselves end. */
export function usePackageServers(): PackageServers {
  const servers = {} as PackageServers;
  beforeAll(() => {
    servers.template = createVenvTemplate();
  }, 120_000);
  afterAll(() => servers.template.dispose());
  beforeEach(async () => {
    servers.index = await startPackageIndex();
    servers.osv = await startOsvServer();
    for (const [name, value] of Object.entries(servers.index.environment)) vi.stubEnv(name, value);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await servers.index.dispose();
    await servers.osv.dispose();
  });
  return servers;
}
