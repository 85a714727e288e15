/** `npm test`: everything. The last line says how many tests passed, failed and were skipped; the exit code is 0 only when all is well. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { CACHE } from './paths.mjs';
import { run } from './run.mjs';
import { addCounts, playwrightCounts, vitestCounts } from './test-counts.mjs';
import { withDesktop } from './with-desktop.mjs';

const REPORTS = join(CACHE, 'reports');
const VITEST = join(REPORTS, 'vitest.json');
/** Each on a desktop of its own: much of their time is spent waiting for windows. */
const PROJECTS = ['panel', 'app'];
const DISPLAYS = { panel: 99, app: 199 };
const playwrightReport = (project) => join(REPORTS, `${project}.json`);

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const steps = [
  { name: 'check', step: () => run('npm', ['run', '--silent', 'check']) },
  { name: 'build', step: build },
  {
    name: 'unit and contract tests',
    step: () => withDesktop('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${VITEST}`]),
  },
  { name: 'end-to-end tests', step: async () => Math.max(...(await Promise.all(PROJECTS.map(endToEnd)))) },
];

const failed = [];
for (const { name, step } of steps) {
  console.log(`\n== ${name}`);
  const code = await step().catch((error) => {
    console.error(error.message);
    return 1;
  });
  // Ended by a person: the rest would only be in the way.
  if (code === 130 || code === 143) process.exit(code);
  if (code !== 0) failed.push(name);
}

const counts = [
  vitestCounts(read(VITEST)),
  ...PROJECTS.map((project) => playwrightCounts(read(playwrightReport(project)))),
].reduce(addCounts);
if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(failed.length > 0 || counts.failed > 0 ? 1 : 0);

/** Two at once would talk at the same time: each line says whose it is. */
function endToEnd(project) {
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport(project) };
  const args = ['test', `--project=${project}`, `--output=test-results/${project}`, '--reporter=list,json'];
  return withDesktop('playwright', args, { env, display: DISPLAYS[project] });
}

/** Undefined when the step did not come far enough to report. */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
