import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

// All benchmarks, one after the other; each prints its figures beside a peer's of the same run. Nothing here passes or fails.
const here = import.meta.dirname;
const withDesktop = join(here, '../../build/runtime/with-desktop.mjs');

for (const args of [
  [join(here, 'updates.ts')],
  [join(here, 'audit-log.ts')],
  [join(here, 'policy.ts')],
  [join(here, 'environment.ts')],
  ['--expose-gc', join(here, 'healing.ts')],
  [withDesktop, 'node', join(here, 'start.ts')],
  [withDesktop, 'node', join(here, 'panel-open.ts')],
  [join(here, 'size.ts')],
  [withDesktop, 'node', join(here, 'desktop.ts')],
]) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
