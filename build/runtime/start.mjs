/**
 * `npm start`: the application on a sample workspace, or `npm start -- --workspace DIR` on one of yours. `--fresh` makes the sample anew.
 * Without a display the same guardian runs in the terminal.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureSample } from '../sample/index.mjs';
import { build, isStale } from './build.mjs';
import { ROOT, at } from './paths.mjs';
import { run } from './run.mjs';
import { hasDesktop, withDesktop } from './with-desktop.mjs';

async function start() {
  const { values } = parseArgs({ options: { workspace: { type: 'string' }, fresh: { type: 'boolean', default: false } } });
  if (isStale()) {
    const code = await build();
    if (code !== 0) return code;
  }
  const workspace = values.workspace === undefined ? await sample(values.fresh) : resolve(values.workspace);
  if (!hasDesktop()) {
    console.log(`There is no display: the same guardian runs here in the terminal (nightguard watch). Stop it with Ctrl+C.`);
    return run('node', [at('out', 'main', 'cli.js'), 'watch', '--workspace', workspace]);
  }
  // Root has no Chromium sandbox (containers).
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return withDesktop('electron', [...flags, ROOT, '--workspace', workspace], { always: false });
}

async function sample(fresh) {
  const { workspace, core } = await ensureSample({ fresh });
  console.log(`Sample workspace: ${workspace}\nIts Core folder:  ${core}\nChange a file in Core and watch it arrive.`);
  return workspace;
}

try {
  process.exitCode = await start();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
