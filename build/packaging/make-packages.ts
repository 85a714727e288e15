import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at } from '../runtime/paths.mjs';
import { makeDeb } from './make-deb.ts';
import { makeTarball } from './make-tarball.ts';
import type { OwnPackage } from './plan.ts';
import type { Packing } from './run-builder.ts';

/** Makes what this machine can from the packed folder. Resolves with the paths. @throws Error when a tool fails. */
export async function makePackages(
  packing: Packing,
  wanted: readonly OwnPackage[],
  say: (text: string) => void,
): Promise<string[]> {
  const { electron, out } = packing;
  const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as { version: string };
  const mark = electron.isForTests ? `-TEST-ONLY-electron-${electron.version}` : '';
  const folder = join(out, 'linux-unpacked');
  const made: string[] = [];
  for (const kind of wanted) {
    const file = join(out, `nightguard-${version}-linux-x64${mark}.${kind}`);
    say(`Packing ${kind}, which takes a minute or two`);
    const code = await (kind === 'tar.gz'
      ? makeTarball(folder, file)
      : makeDeb(folder, file, debVersion(version, electron.isForTests), note(electron.isForTests)));
    if (code !== 0) throw new Error(`${kind} could not be made (exit code ${code}).`);
    made.push(file);
  }
  return made;
}

/** «~» sorts before the version itself: the real package replaces one for tests. */
const debVersion = (version: string, isForTests: boolean): string => (isForTests ? `${version}~test` : version);
const note = (isForTests: boolean): string =>
  isForTests ? 'FOR TESTS ONLY: it holds an Electron that nobody has verified.' : '';
