import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, at } from './paths.mjs';
import { run } from './run.mjs';

const SOURCES = ['electron', 'shared', 'renderer', 'build/bundle', 'build/manifest', 'electron.vite.config.ts', 'package.json'];
const PRODUCTS = ['out/main/start.js', 'out/main/cli.js', 'out/preload/panel.cjs', 'out/renderer/index.html'];

/** Builds all doors. Resolves with the exit code. */
export const build = () => run('electron-vite', ['build', '--logLevel', 'warn']);

/** True when something that is built is missing, or older than what it is built from. */
export function isStale() {
  const built = Math.min(...PRODUCTS.map((product) => statSync(at(product), { throwIfNoEntry: false })?.mtimeMs ?? 0));
  return SOURCES.some((source) => newest(join(ROOT, source)) > built);
}

function newest(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
