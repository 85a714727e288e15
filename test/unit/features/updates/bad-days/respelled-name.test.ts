import { readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rollBack, updateToRelease, useSandboxes, withNewVersions } from './support.ts';

const sandboxOf = useSandboxes();

test('a file whose name was respelled here (NFC to NFD) does not get a twin when its release is rolled back', async () => {
  const name = '가이드.txt'.normalize('NFC');
  const sandbox = sandboxOf();
  const guardian = await withNewVersions(sandbox, [name]);
  const release = await updateToRelease(guardian);
  renameSync(join(sandbox.workspace, name), join(sandbox.workspace, name.normalize('NFD')));
  await rollBack(guardian, release, 'overwrite');
  expect(readdirSync(sandbox.workspace).filter((one) => one.endsWith('.txt'))).toHaveLength(1);
});
