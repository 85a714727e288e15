/** What Electron needs from a Debian or Ubuntu system. Installed where that can be done without asking; else the command is printed. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const LIBRARIES = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
  // Loaded late: without it Electron says that notifications are not supported.
  'libnotify.so.4': 'libnotify4',
};
const TEST_PROGRAMS = {
  'xvfb-run': 'xvfb',
  xauth: 'xauth',
  'dbus-run-session': 'dbus',
  'notify-send': 'libnotify-bin',
  python3: 'python3',
};
/** Debian parts Python's own installer from Python: the tests build real virtual environments with pip. */
const TEST_MODULES = { venv: 'python3-venv', ensurepip: 'python3-venv', pip: 'python3-pip' };

/** Debian 13 and Ubuntu 24.04 renamed these; apt knows one of the two names. */
const RENAMED = { 'libgtk-3-0': 'libgtk-3-0t64', libasound2: 'libasound2t64' };

/**
 * Makes sure that the libraries are there, and with `tests` the virtual display, the session bus and notify-send too.
 * @throws Error with the exact command when something is missing and cannot be installed from here.
 */
export function ensureSystemPackages({ tests = false } = {}) {
  if (process.platform !== 'linux') return;
  const missing = missingPackages(tests);
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  const sudo = rightToInstall();
  if (sudo === undefined || !hasProgram('apt-get')) {
    throw new Error(
      `These system packages are missing: ${missing.join(', ')}.\nInstall them, then try again:\n\n  sudo ${command}\n`,
    );
  }
  console.error(`Installing system packages: ${missing.join(' ')}`);
  install(sudo, missing);
  const still = missingPackages(tests);
  if (still.length > 0) throw new Error(`Still missing after the installation: ${still.join(', ')}. Try: sudo ${command}`);
}

function missingPackages(tests) {
  const cache = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).stdout ?? '';
  const libraries = Object.entries(LIBRARIES).filter(([library]) => !cache.includes(`${library} `));
  const programs = tests ? Object.entries(TEST_PROGRAMS).filter(([program]) => !hasProgram(program)) : [];
  const modules = tests ? Object.entries(TEST_MODULES).filter(([module]) => !hasModule(module)) : [];
  const clients = tests && !hasSentry() ? [['', 'python3-sentry-sdk']] : [];
  const fonts = tests && !hasNanum() ? [['', 'fonts-nanum']] : [];
  return [...new Set([...libraries, ...programs, ...modules, ...clients, ...fonts].map(([, name]) => name))];
}

/** Without a font Korean is boxes, and pictures of the panel are compared in this one. */
const hasNanum = () => (spawnSync('fc-list', ['NanumGothic', 'family'], { encoding: 'utf8' }).stdout ?? '').trim() !== '';

/** The system's own Python is the one that Debian's packages are for: a real client of the ingest server. */
const hasSentry = () => spawnSync('/usr/bin/python3', ['-I', '-c', 'import sentry_sdk'], { stdio: 'ignore' }).status === 0;

const hasModule = (name) => spawnSync('python3', ['-I', '-c', `import ${name}`], { stdio: 'ignore' }).status === 0;

const hasProgram = (name) => (process.env.PATH ?? '').split(delimiter).some((folder) => isExecutable(join(folder, name)));

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The words to put before apt-get; undefined when a person would have to type a password. */
function rightToInstall() {
  if (process.getuid?.() === 0) return [];
  return hasProgram('sudo') && spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined;
}

function install(sudo, packages) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Standard output belongs to whoever called us: apt's chatter goes to standard error.
  const apt = (...args) => {
    const [command, ...rest] = [...sudo, 'apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=120', ...args];
    return spawnSync(command, rest, { stdio: ['ignore', 2, 2], env: environment }).status === 0;
  };
  if (!apt('update')) console.error('apt-get update failed; trying with what is known.');
  const names = packages.map((name) => (RENAMED[name] !== undefined && isRenamed() ? RENAMED[name] : name));
  if (!apt('install', '-y', '--no-install-recommends', ...names)) {
    throw new Error(`apt-get could not install: ${names.join(' ')}. Its messages are above.`);
  }
}

function isRenamed() {
  if (!existsSync('/etc/os-release')) return false;
  const release = readFileSync('/etc/os-release', 'utf8');
  const id = /^ID="?(\w+)/m.exec(release)?.[1];
  const version = Number.parseFloat(/^VERSION_ID="?([\d.]+)/m.exec(release)?.[1] ?? '0');
  return (id === 'debian' && version >= 13) || (id === 'ubuntu' && version >= 24.04);
}
