/**
 * Puts `nightguard` into the checkout's own node_modules/.bin, so that `npx nightguard` runs this checkout right after `npm ci`.
 * Without it npx installs the checkout into its cache first, and builds it once more. Windows needs no link: there npx does that.
 */
import { chmodSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
if (process.platform !== 'win32') {
  const link = join(root, 'node_modules/.bin/nightguard');
  rmSync(link, { force: true });
  symlinkSync('../../build/bin/nightguard.mjs', link);
  chmodSync(join(root, 'build/bin/nightguard.mjs'), 0o755);
}
