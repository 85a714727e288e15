import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** What the application consists of. Maps are for people who look for faults, and are not shipped. */
const PARTS = ['main', 'preload', 'renderer'];

/** Writes `manifest.json` beside the parts of a build: the SHA-256 of each file, by which the application knows itself. */
export function writeManifest(folder: string): void {
  const files = PARTS.map((part) => join(folder, part))
    .filter((part) => existsSync(part))
    .flatMap((part) => readdirSync(part, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [relative(folder, file).split(sep).join('/'), hash('sha256', readFileSync(file), 'hex')])
    .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1));
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify({ files: Object.fromEntries(files) }, null, 2)}\n`);
}

/** For each part's build: whichever ends last writes what is true of all. */
export const bundleManifest = (folder: string): { name: string; closeBundle: () => void } => ({
  name: 'nightguard-bundle-manifest',
  closeBundle: () => writeManifest(folder),
});
