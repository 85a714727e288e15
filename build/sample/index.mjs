import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureSample as ensureSampleIn } from '../../electron/sample/make-sample.ts';
import { CACHE, at } from '../runtime/paths.mjs';
import { run } from '../runtime/run.mjs';

/** The sample of this checkout, in .cache/sample. */
export async function ensureSample({ fresh = false } = {}) {
  const folder = join(CACHE, 'sample');
  if (fresh) rmSync(folder, { recursive: true, force: true });
  return ensureSampleIn(folder, lookOnce);
}

async function lookOnce(workspace) {
  const code = await run('node', [at('out', 'main', 'cli.js'), 'update', '--json', '--workspace', workspace], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (code !== 0) throw new Error(`The sample workspace could not be prepared (nightguard update ended with ${code}).`);
}
