import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CACHE, at } from '../runtime/paths.mjs';
import { run } from '../runtime/run.mjs';
import { BASELINE, CORE_UPDATES, LOCAL_EDITS, SETTINGS } from './files.mjs';

/** The sample in .cache/sample, made when it is not there. It is kept between starts, with all that was done in it. */
export async function ensureSample({ fresh = false } = {}) {
  const folder = join(CACHE, 'sample');
  if (fresh) rmSync(folder, { recursive: true, force: true });
  if (!existsSync(folder)) await makeSample(folder);
  return { workspace: join(folder, '97layerOS'), core: join(folder, 'Core') };
}

/**
 * Makes a workspace and its Core: first alike, and looked at once, so that Nightguard knows what they had in common; then with updates
 * waiting in Core. Made beside its place and renamed, so that a start that was interrupted leaves no half of it.
 */
async function makeSample(folder) {
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  const [workspace, core] = [join(draft, '97layerOS'), join(draft, 'Core')];
  writeFiles(workspace, { ...BASELINE, 'nightguard.yaml': SETTINGS });
  writeFiles(core, BASELINE);
  const code = await run('node', [at('out', 'main', 'cli.js'), 'update', '--json', '--workspace', workspace], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (code !== 0) throw new Error(`The sample workspace could not be prepared (nightguard update ended with ${code}).`);
  writeFiles(core, CORE_UPDATES);
  writeFiles(workspace, LOCAL_EDITS);
  renameSync(draft, folder);
}

function writeFiles(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
