import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runProcess } from '../../../electron/platform/headless/process-runner.ts';
import { createVenvTemplate, pythonOf, startPackageIndex, type PackageIndex } from '../../support/package-index/index.ts';

let folder: string;
let python: string;
let index: PackageIndex;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nightguard-index-'));
  const template = createVenvTemplate();
  template.copyTo(join(folder, 'venv'));
  template.dispose();
  python = pythonOf(join(folder, 'venv'));
  index = await startPackageIndex();
  index.add({ name: 'Some.Thing', version: '1.0', requires: ['helper>=1'] });
  index.add({ name: 'Some.Thing', version: '2.0' });
  index.add({ name: 'helper', version: '1.5' });
  index.yank('some-thing', '2.0');
});
afterAll(async () => {
  await index.dispose();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  index.fault = null;
});

const pip = (...args: string[]) =>
  runProcess(python, ['-I', '-m', 'pip', ...args], { cwd: folder, timeoutMs: 60_000, env: index.environment });

describe('the package index of the tests', () => {
  it('serves what real pip installs, yanked releases left out', async () => {
    const result = await pip('install', '--quiet', 'some_thing');
    expect(result).toMatchObject({ code: 0 });
    const list = await pip('list', '--format', 'json');
    expect(JSON.parse(list.stdout)).toEqual(
      expect.arrayContaining([
        { name: 'Some.Thing', version: '1.0' },
        { name: 'helper', version: '1.5' },
      ]),
    );
    expect((await pip('check')).code).toBe(0);
  });

  it.each(['down', 'lying', 'cut', 'too-many-requests', 'server-error'] as const)(
    'makes real pip fail when it is %s',
    async (fault) => {
      index.fault = fault;
      const result = await pip('install', '--quiet', '--force-reinstall', '--no-deps', 'helper');
      expect(result.code).toBe(1);
    },
  );
});
