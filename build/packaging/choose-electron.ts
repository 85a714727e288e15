import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureElectron, officialReachable } from '../runtime/electron-binary.mjs';
import { at } from '../runtime/paths.mjs';

/** What a package is made of. */
export interface ChosenElectron {
  /** A folder with an unpacked distribution; undefined: electron-builder brings the official one of the pinned version, checked by its sums. */
  folder: string | undefined;
  version: string;
  /** Not the official one: whatever is made of it must not leave this machine. */
  isForTests: boolean;
}

/**
 * The official Electron, or with `forTests` whatever the checkout runs on.
 * @throws Error with a sentence for people when the official one cannot be had.
 */
export async function chooseElectron(forTests: boolean): Promise<ChosenElectron> {
  if (forTests) {
    const folder = (await ensureElectron()) ?? at('node_modules', 'electron', 'dist');
    return { folder, version: readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, ''), isForTests: true };
  }
  if (!(await officialReachable())) throw new Error(UNREACHABLE);
  const { version } = JSON.parse(readFileSync(at('node_modules', 'electron', 'package.json'), 'utf8')) as { version: string };
  return { folder: undefined, version, isForTests: false };
}

const UNREACHABLE = `Nothing was packaged: Electron's official download (github.com/electron/electron) cannot be reached from this machine, and a
package is made of nothing else. ELECTRON_MIRROR names a mirror, HTTPS_PROXY a proxy.
To try the packaging itself: npm run package -- --test-electron. It takes the Electron that this checkout runs on, a third party's
re-upload that nobody has verified. What comes of it is marked, and must not be given to anybody.`;
