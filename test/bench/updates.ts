import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Library from '../../electron/index.ts';
import type { Updates } from '../../electron/features/updates/index.ts';
import type { Guardian } from '../../electron/guardian-api.ts';
import { corpus, write } from './corpus.ts';
import { best, print, shell, timed } from './measure.ts';

// The build is measured, as people run it: from the sources every worker thread would compile TypeScript first.
const built = new URL('../../out/main/index.js', import.meta.url).href;
const { createGuardian } = (await import(built)) as typeof Library;

// The whole update path on 10,000 Python files (about 100 MB), beside the same work by plain means, in one run.
const FILES = 10_000;
const CHANGED = 1000;

const folder = mkdtempSync(join(tmpdir(), 'nightguard-bench-'));
const core = join(folder, 'core');
const workspace = join(folder, 'workspace');
const unsafe = join(folder, 'unsafe');
const files = [...corpus(FILES)];
const settings = `updates:\n  source: ${core}\n  quietSeconds: 0\n  brake: { files: 100000, percent: 100 }\n`;

function setUp(): void {
  write(core, files);
  mkdirSync(workspace);
  cpSync(core, workspace, { recursive: true });
  cpSync(core, unsafe, { recursive: true });
  writeFileSync(join(workspace, 'nightguard.yaml'), settings);
  shell(`cd ${workspace} && git init -q && git add -A && git -c user.name=b -c user.email=b@b commit -qm x`);
  const past = new Date(Date.now() - 60_000);
  for (const { path } of files) utimesSync(join(core, path), past, past);
  shell('sync');
}

function touch(round: number): void {
  for (const { path } of files.slice(0, CHANGED)) appendFileSync(join(core, path), `\nROUND = ${round}\n`);
}

const update = async (guardian: Guardian, expected: number): Promise<string> => {
  const result = await guardian.runUpdate({ trigger: 'library', releaseBrake: 'any' });
  if (result.success_count !== expected) throw new Error(`${expected} expected: ${JSON.stringify({ ...result, entries: [] })}`);
  return result.release ?? '';
};

const cycleOf = (guardian: Guardian, folders: string[]): Promise<unknown> =>
  (guardian as Guardian & Pick<Updates, 'cycle'>).cycle({ trigger: 'library', scope: { kind: 'folders', folders } });

async function firstCycle(): Promise<void> {
  const theirs = await best(3, () =>
    shell(`find ${core} ${workspace} -name '*.py' -type f -print0 | xargs -0 sha256sum > /dev/null`),
  );
  const guardian = await createGuardian({ workspace, door: 'library' });
  const ours = await timed(() => update(guardian, 0));
  print({
    name: 'first full cycle, both trees, nothing to apply',
    ours: ours.ms,
    blockedMs: ours.blockedMs,
    peer: 'find | sha256sum',
    theirs: theirs.ms,
    goal: 0.8,
  });
  await guardian.dispose();
}

async function nothingChanged(guardian: Guardian): Promise<void> {
  const find = await best(5, () =>
    shell(`find ${core} ${workspace} -path ${workspace}/.git -prune -o -type f -printf '%p %s %T@ %i\\n' > /dev/null`),
  );
  const git = await best(5, () => shell(`git -C ${workspace} status --porcelain > /dev/null`));
  // What the running guardian does when its watcher tells of a folder in which, after all, nothing has changed.
  const folders = await best(5, () => cycleOf(guardian, ['pkg0/sub0']));
  print({ name: 'nothing changed, in the running guardian', ours: folders.ms, peer: 'find -printf', theirs: find.ms, goal: 1 });
  const full = await best(5, () => update(guardian, 0));
  print({
    name: 'nothing changed, full look at both trees',
    ours: full.ms,
    blockedMs: full.blockedMs,
    peer: 'find -printf',
    theirs: find.ms,
  });
  print({ name: 'nothing changed, full look at both trees', ours: full.ms, peer: 'git status (one tree)', theirs: git.ms });
}

async function thousandChanged(guardian: Guardian): Promise<void> {
  touch(1);
  const theirs = await timed(() =>
    shell(`python3 ${import.meta.dirname}/unsafe_copy.py ${core} ${unsafe} ${folder}/unsafe-archive`),
  );
  const ours = await timed(() => update(guardian, CHANGED));
  print({
    name: '1,000 changed files applied',
    ours: ours.ms,
    blockedMs: ours.blockedMs,
    peer: 'unsafe Python copy',
    theirs: theirs.ms,
    goal: 2,
  });
  const back = await timed(() =>
    guardian.rollback({ kind: 'release', release: ours.result }, { changedSince: 'keep', trigger: 'library' }),
  );
  if (back.result.status !== 'COMPLETED') throw new Error(back.result.reason ?? back.result.status);
  print({
    name: 'those 1,000 rolled back',
    ours: back.ms,
    blockedMs: back.blockedMs,
    peer: 'unsafe Python copy',
    theirs: theirs.ms,
  });
  await guardian.rollback({ kind: 'release', release: back.result.release ?? '' }, { changedSince: 'keep', trigger: 'library' });
}

/** From the end of writing one file to its being in the workspace, less the quiet time. */
async function latency(): Promise<void> {
  writeFileSync(join(workspace, 'nightguard.yaml'), settings.replace('quietSeconds: 0', 'quietSeconds: 1'));
  const guardian = await createGuardian({ workspace, door: 'library' });
  await guardian.watch();
  const measured: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const applied = new Promise<void>((resolve) => {
      const stop = guardian.onNews((news) => {
        if (news.kind !== 'applied') return;
        stop();
        resolve();
      });
    });
    appendFileSync(join(core, files[5000 + round]?.path ?? ''), `\nLATE = ${round}\n`);
    const began = performance.now();
    await applied;
    measured.push(performance.now() - began - 1000);
  }
  console.log(`change → applied, beyond the quiet time         ${measured.map((value) => value.toFixed(0)).join(', ')} ms`);
  await guardian.dispose();
}

/** Everything new into an empty workspace, for scale. */
async function allNew(): Promise<void> {
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  writeFileSync(join(empty, 'nightguard.yaml'), settings);
  const theirs = await timed(() =>
    shell(`python3 ${import.meta.dirname}/unsafe_copy.py ${core} ${folder}/empty-unsafe ${folder}/empty-archive`),
  );
  const guardian = await createGuardian({ workspace: empty, door: 'library' });
  const ours = await timed(() => update(guardian, FILES));
  print({
    name: '10,000 new files into an empty workspace',
    ours: ours.ms,
    blockedMs: ours.blockedMs,
    peer: 'unsafe Python copy',
    theirs: theirs.ms,
  });
  await guardian.dispose();
}

export async function benchUpdates(): Promise<void> {
  try {
    setUp();
    await firstCycle();
    const guardian = await createGuardian({ workspace, door: 'library' });
    await nothingChanged(guardian);
    await thousandChanged(guardian);
    await guardian.dispose();
    await latency();
    await allNew();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) await benchUpdates();
