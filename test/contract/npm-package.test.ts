import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runProgram, type RanProgram } from '../support/run-program.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SCRIPT = 'execution/run.py';

interface PackageFile {
  version: string;
  dependencies: Record<string, string>;
  exports: { '.': Record<string, string> };
}

/** What `npm install -g` makes of the tarball, far from the checkout and with nothing but its `dependencies`. */
let folder: string;
let env: NodeJS.ProcessEnv;
const installed = (): string => join(folder, 'global/lib/node_modules/nightguard');
const packageFile = (): PackageFile => JSON.parse(readFileSync(join(installed(), 'package.json'), 'utf8')) as PackageFile;
const at = (cwd: string, program: string, ...words: string[]): Promise<RanProgram> => runProgram(program, words, { cwd, env });
const nightguard = (...words: string[]): Promise<RanProgram> =>
  at(join(folder, 'workspace'), join(folder, 'global/bin/nightguard'), ...words);

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'nightguard-npm-')));
  for (const name of ['workspace', 'core/execution', 'home', 'program/node_modules'])
    mkdirSync(join(folder, name), { recursive: true });
  const PATH = [dirname(process.execPath), join(ROOT, 'node_modules/.bin'), process.env['PATH']].join(delimiter);
  // npm reads its cache and its registry from the home of whoever runs the tests; Nightguard gets one of its own.
  const npm = { cwd: ROOT, env: { ...process.env, PATH } };
  const pack = await runProgram('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], npm);
  const tarball = join(folder, pack.stdout.trim().split('\n').at(-1) ?? '');
  const words = [
    'install',
    '--global',
    '--prefix',
    join(folder, 'global'),
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    tarball,
  ];
  const install = await runProgram('npm', words, npm);
  if (install.code !== 0) throw new Error(install.stderr);
  env = { PATH, HOME: join(folder, 'home') };
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('it brings no sources, no maps, no build and no Electron', () => {
  const files = readdirSync(installed(), { recursive: true }).map(String);
  const own = files.filter((path) => !path.startsWith('node_modules'));
  expect(own.filter((path) => /\.map$|(?<!\.d)\.tsx?$/.test(path))).toEqual([]);
  expect(new Set(own.map((path) => path.split('/')[0]))).toEqual(new Set(['README.md', 'build', 'out', 'package.json']));
  expect(readdirSync(join(installed(), 'build')).toSorted()).toEqual(['bin', 'icons']);
  expect(Object.keys(packageFile().dependencies)).toEqual(['node-notifier']);
  expect(files.filter((path) => /^node_modules\/(electron|zod|ai|vite)(\/|$)/.test(path))).toEqual([]);
});

test('the terminal initialises, updates, tells and takes back', async () => {
  const core = join(folder, 'core', SCRIPT);
  const here = join(folder, 'workspace', SCRIPT);
  expect(await nightguard('--version')).toMatchObject({ code: 0, stdout: `${packageFile().version}\n` });
  expect(await nightguard('init', '.', '--source', join(folder, 'core'))).toMatchObject({ code: 0 });
  // Nobody else writes into this Core: nothing needs to come to rest.
  expect(await nightguard('settings', 'set', 'updates.quietSeconds', '0')).toMatchObject({ code: 0 });
  writeFileSync(core, 'def run():\n    return 1\n');
  // Parsed in a thread, by the WebAssembly that came along.
  expect(await nightguard('update')).toMatchObject({ code: 0, stdout: expect.stringContaining('R-0001') });
  expect(readFileSync(here, 'utf8')).toContain('return 1');
  const status = await nightguard('status', '--json');
  expect(JSON.parse(status.stdout)).toMatchObject({ lastCheck: { result: 'applied' }, trackedFiles: 1 });
  expect(await nightguard('rollback', 'R-0001')).toMatchObject({ code: 0 });
  expect(existsSync(here)).toBe(false);
  expect(await nightguard('no-such-command')).toMatchObject({ code: 64 });
});

test('it is a library too, and names where its types are', async () => {
  for (const file of Object.values(packageFile().exports['.'])) expect(existsSync(join(installed(), file))).toBe(true);
  symlinkSync(installed(), join(folder, 'program/node_modules/nightguard'));
  const program = join(folder, 'program/program.mjs');
  writeFileSync(
    program,
    `import { AutoUpdater, EnvironmentChecker } from 'nightguard';
    const { status } = await new AutoUpdater({ workspace: ${JSON.stringify(join(folder, 'workspace'))} }).runUpdateCycle();
    console.log(status, typeof EnvironmentChecker);`,
  );
  const ran = await at(join(folder, 'program'), process.execPath, program);
  expect(ran).toMatchObject({ code: 0, stdout: expect.stringMatching(/^[A-Z_]+ function\n$/) });
});
