// Measures the environment check on 200 requirements beside `pip check` + `pip list` in the same run, and a second check beside the first.
// Prints figures and ratios; asserts nothing about time. Run: node test/bench/environment.ts [requirements]
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runProcess } from '../../electron/platform/headless/process-runner.ts';
import { createEnvironmentRoom } from '../support/environment-room.ts';
import { createVenvTemplate, pythonOf, startPackageIndex } from '../support/package-index/index.ts';
import { shell, timed } from './measure.ts';

const REQUIREMENTS = Number(process.argv[2] ?? 200);
const RUNS = 7;
const SECOND_GOAL_MS = 50;

const index = await startPackageIndex();
const room = createEnvironmentRoom({ programs: index.environment });
const venv = join(room.workspace, '.venv');
const template = createVenvTemplate();
template.copyTo(venv);
template.dispose();
const python = pythonOf(venv);

try {
  await fill();
  for (let run = 0; run < 2; run += 1) pip(); // Compiled files, caches of the disk.
  const ours: number[] = [];
  const second: number[] = [];
  const theirs: number[] = [];
  const blocked: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const full = await timed(() => room.duty.check({ install: false, actor: 'bench' }));
    if (full.result.state !== 'passed')
      throw new Error(JSON.stringify(full.result.checks.filter(({ state }) => state !== 'passed')));
    ours.push(full.ms);
    blocked.push(full.blockedMs);
    second.push((await timed(() => room.duty.check({ install: false, actor: 'bench', reuse: true }))).ms);
    theirs.push((await timed(pip)).ms);
  }
  const [check, again, peer] = [median(ours), median(second), median(theirs)];
  console.log(`${REQUIREMENTS} requirements, ${RUNS} runs each, medians (least to most)`);
  console.log(`full check                ${figures(ours)}  (event loop blocked ≤ ${Math.max(...blocked).toFixed(1)} ms)`);
  console.log(`pip check + pip list      ${figures(theirs)}`);
  console.log(
    `ratio                     ${(check / peer).toFixed(2)}  goal ≤ 1.0  ${check / peer <= 1 ? 'reached' : 'NOT reached'}`,
  );
  console.log(
    `second check, fresh       ${figures(second)}  goal ≤ ${SECOND_GOAL_MS} ms  ${again <= SECOND_GOAL_MS ? 'reached' : 'NOT reached'}`,
  );
} finally {
  await room.dispose();
  await index.dispose();
}

/** Wheels are unpacked by one installation without the index: what is measured is the looking. */
async function fill(): Promise<void> {
  const wheels = Array.from({ length: REQUIREMENTS }, (_, n) =>
    index.add({
      name: `package.Number-${n}`,
      version: `1.${n}.0`,
      requires: [3, 7, 11].filter((step) => n >= step).map((step) => `package-number-${n - step}>=1.0`),
    }),
  );
  const files = wheels.map(({ fileName, bytes }) => {
    const path = join(room.workspace, 'wheels', fileName);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    return path;
  });
  const lines = wheels.map(
    ({ name, version }, n) =>
      `${name}${n % 2 === 0 ? `==${version}` : '>=1.0,<2'}${n % 5 === 0 ? ' ; python_version >= "3.8"' : ''}`,
  );
  writeFileSync(join(room.workspace, 'requirements.txt'), `${lines.join('\n')}\n`);
  const result = await runProcess(python, ['-I', '-m', 'pip', 'install', '--quiet', '--no-deps', '--no-index', ...files], {
    cwd: room.workspace,
    timeoutMs: 600_000,
    env: index.environment,
  });
  if (result.code !== 0) throw new Error(result.stderr);
}

function pip(): void {
  shell(`PIP_DISABLE_PIP_VERSION_CHECK=1 "${python}" -m pip check && PIP_DISABLE_PIP_VERSION_CHECK=1 "${python}" -m pip list`);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function figures(values: readonly number[]): string {
  return `${median(values).toFixed(1)} ms (${Math.min(...values).toFixed(1)} to ${Math.max(...values).toFixed(1)})`;
}
