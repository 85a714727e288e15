import { execFile } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { transformWithOxc } from 'vite';

/**
 * `npm run check:shell`: Electronegativity over the built application. Every finding is explained in explained-findings.json, or fails.
 * The tool (405 packages, none newer than its last release) is fetched for the run and is no dependency of ours.
 */
const TOOL = '@doyensec/electronegativity@1.10.3';
/** It was written for this one; on today's it crashes where GitHub cannot be reached. */
const ITS_NODE = 'node@20.20.2';
const ROOT = join(import.meta.dirname, '../..');
const SCANNED = join(ROOT, '.cache/electronegativity');
/** Its parser stops at newer syntax, and a file that it could not read would look like one without findings. */
const ITS_LANGUAGE = 'es2020';
/** It asks GitHub for Electron's releases. */
const NOT_HERE = 'AvailableSecurityFixesGlobalCheck';

/** Not its CSV, which writes over its own first lines when there is much to write. */
const REPORT = 'findings.sarif';
/** Where it says that something is missing everywhere. */
const OF_ALL = 'file:///';

/** SARIF 2.1.0, as far as it is read here. */
interface Result {
  ruleId: string;
  locations: { physicalLocation: { artifactLocation: { uri: string } } }[];
}

interface Explained {
  finding: string;
  why: string;
}

rmSync(SCANNED, { recursive: true, force: true });
for (const file of globSync('out/{main,preload,renderer}/**/*.{js,cjs,html}', { cwd: ROOT })) await lower(file);
const { stdout, stderr } = await scan();
const unread = `${stdout}\n${stderr}`.split('\n').filter((line) => line.startsWith('Error parsing'));
const { runs } = JSON.parse(readFileSync(join(SCANNED, REPORT), 'utf8')) as { runs: { results: Result[] }[] };
const found = counted(runs.flatMap(({ results }) => results.map(findingOf)));
const explained = JSON.parse(readFileSync(join(import.meta.dirname, 'explained-findings.json'), 'utf8')) as Explained[];
const known = explained.map(({ finding }) => finding);
const failures = [
  ...unread,
  ...found.filter((finding) => !known.includes(finding)).map((finding) => `Not explained: ${finding}`),
  ...known.filter((finding) => !found.includes(finding)).map((finding) => `Explained, but not found any more: ${finding}`),
];
console.log(`${TOOL}: ${found.length} kinds of findings, ${found.filter((finding) => known.includes(finding)).length} explained`);
for (const failure of failures) console.error(failure);
process.exitCode = failures.length === 0 ? 0 : 1;

async function lower(file: string): Promise<void> {
  const target = join(SCANNED, 'app', file.replace(/\.cjs$/, '.js'));
  mkdirSync(dirname(target), { recursive: true });
  if (file.endsWith('.html')) return cpSync(join(ROOT, file), target);
  const { code } = await transformWithOxc(readFileSync(join(ROOT, file), 'utf8'), file, { target: ITS_LANGUAGE, lang: 'js' });
  writeFileSync(target, code);
}

function scan(): Promise<{ stdout: string; stderr: string }> {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/electron/package.json'), 'utf8')) as { version: string };
  const options = [
    '--input',
    'app',
    '--relative',
    '--output',
    REPORT,
    '--electron-version',
    version,
    '--exclude-checks',
    NOT_HERE,
  ];
  return promisify(execFile)('npx', ['--yes', `--package=${ITS_NODE}`, `--package=${TOOL}`, 'electronegativity', ...options], {
    cwd: SCANNED,
    maxBuffer: 64 * 1024 * 1024,
  });
}

/** Which check, and in which file: names of chunks without their hashes, and no lines, which move with every build. */
function findingOf({ ruleId, locations }: Result): string {
  const file = locations[0]?.physicalLocation.artifactLocation.uri ?? OF_ALL;
  return `${ruleId} ${file === OF_ALL ? 'N/A' : file.replace(/-[\w-]{8}(?=\.js$)/, '')}`;
}

/** How often each was found: one more window that it asks about is one more to explain. */
function counted(findings: readonly string[]): string[] {
  const groups = Map.groupBy(findings, (finding) => finding);
  return [...groups].map(([finding, all]) => `${finding} ×${all.length}`);
}
