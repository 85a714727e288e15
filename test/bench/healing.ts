import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { spawn, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createImportGraph } from '../../electron/features/healing/graph/import-graph.ts';
import { createSurveyor } from '../../electron/features/healing/graph/survey-workspace.ts';
import { healingMigrations, openHealing } from '../../electron/features/healing/index.ts';
import { createActRecord } from '../../electron/kernel/act-record.ts';
import { openDatabase, type Database } from '../../electron/kernel/database.ts';
import { silentLog } from '../../electron/kernel/ports/log.ts';
import { kernelMigrations } from '../../electron/kernel/schema.ts';
import { processKeeper } from '../../electron/platform/headless/process-keeper.ts';
import { createSystemVitals } from '../../electron/platform/headless/system-vitals.ts';
import { defaultSettings, settingsSchema } from '../../shared/model/settings.ts';
import { createManualClock, type ManualClock } from '../unit/features/updates/watch/manual-clock.ts';
import { corpus, write } from './corpus.ts';
import { print, shell, timed } from './measure.ts';

/** Figures of the monitor: what a cycle costs, whether its memory grows, and import circles of 5,000 files beside Python's ast.parse. */
const FILES = Number(process.env['BENCH_FILES'] ?? 5000);
const DAY_LOOKS = 2880;
const DAYS = Number(process.env['BENCH_DAYS'] ?? 2);
const INTERVAL_MS = 30_000;

const room = mkdtempSync(join(tmpdir(), 'nightguard-bench-healing-'));
const openState = (name: string): Database =>
  openDatabase(join(room, name, 'state.db'), [...kernelMigrations, ...healingMigrations]);

async function monitor(): Promise<void> {
  const workspace = join(room, 'workspace');
  write(workspace, corpus(500));
  for (const folder of ['knowledge/agent_hub', 'execution', 'libs', 'directives', '.nightguard'])
    mkdirSync(join(workspace, folder), { recursive: true });
  const children = Array.from({ length: 10 }, (_, n) =>
    spawn('sleep', ['600', `${n}`].slice(0, 1), { stdio: 'ignore', argv0: `watched-${n}-x` }),
  );
  const processes = children.map((_, n) => ({ name: `p${n}`, match: `watched-${n}-x` }));
  try {
    await delay(200);
    await measureLooks(workspace, processes, children);
  } finally {
    for (const child of children) child.kill('SIGKILL');
  }
}

async function measureLooks(workspace: string, processes: object[], children: readonly ChildProcess[]): Promise<void> {
  const database = openDatabase(join(workspace, '.nightguard/state.db'), [...kernelMigrations, ...healingMigrations]);
  const clock = createManualClock(Date.now());
  const settings = settingsSchema.parse({ healing: { processes } }).healing;
  const healing = openHealing({
    workspace,
    stateFolder: join(workspace, '.nightguard'),
    door: 'bench',
    database,
    clock,
    log: silentLog,
    settings: () => settings,
    audit: createActRecord(database, clock),
    gate: { judge: () => ({ verdict: 'allow' }) },
    vitals: createSystemVitals(),
    keeper: processKeeper,
    timings: () => [],
    onChange: () => void healing.health(),
  });
  healing.attend();
  await look(healing, clock);
  const { checks = [], processes: found = [] } = healing.report() ?? {};
  const running = found.filter(({ state }) => state === 'running').length;
  console.log(`monitor: ${checks.length} checks, ${running} of ${children.length} processes watched`);
  for (let n = 0; n < 100; n += 1) await look(healing, clock);
  for (let day = 1; day <= DAYS; day += 1) await measureDay(day, healing, clock);
  await healing.dispose();
  database.close();
}

/** Memory must not grow from day to day; on the first the allocators settle. */
async function measureDay(day: number, healing: ReturnType<typeof openHealing>, clock: ManualClock): Promise<void> {
  global.gc?.();
  const [before, cpu, began] = [process.memoryUsage(), process.cpuUsage(), performance.now()];
  for (let n = 0; n < DAY_LOOKS; n += 1) await look(healing, clock);
  const used = process.cpuUsage(cpu);
  const perLook = (used.user + used.system) / 1000 / DAY_LOOKS;
  console.log(
    `a look: ${perLook.toFixed(2)} ms of CPU, ${((performance.now() - began) / DAY_LOOKS).toFixed(2)} ms of time; ` +
      `every 30 s that is ${((perLook / INTERVAL_MS) * 100).toFixed(3)} % of a core  goal ≤ 0.5 %`,
  );
  global.gc?.();
  const after = process.memoryUsage();
  const grown = (name: 'heapUsed' | 'rss'): string => `${((after[name] - before[name]) / 1024 / 1024).toFixed(1)} MB`;
  console.log(
    `24 simulated hours, day ${day}: heap ${grown('heapUsed')}, resident ${grown('rss')} more` +
      (global.gc === undefined ? ' (run with --expose-gc for a heap that was collected)' : ''),
  );
}

async function look(healing: ReturnType<typeof openHealing>, clock: ManualClock): Promise<void> {
  const before = healing.report()?.at ?? 0;
  clock.advance(INTERVAL_MS);
  while ((healing.report()?.at ?? 0) === before || clock.pending() < 2) await new Promise((resolve) => setImmediate(resolve));
}

async function circles(): Promise<void> {
  const workspace = join(room, 'code');
  write(workspace, corpus(FILES));
  // Stamps must be older than what counts as just written.
  await delay(2500);
  const database = openState('circles');
  const survey = createSurveyor(workspace, () => defaultSettings().healing.ignore);
  const graph = createImportGraph(workspace, database, () => Date.now());
  const run = async () => graph.update((await survey()).code);
  const parse = `import ast,glob,time
files=glob.glob(${JSON.stringify(`${workspace}/**/*.py`)},recursive=True)
texts=[open(f).read() for f in files]
t=time.perf_counter()
for text in texts: ast.parse(text)
print((time.perf_counter()-t)*1000)`;
  const cold = await timed(run);
  const theirs = Number(shell(`python3 -c '${parse.replaceAll("'", '"')}'`));
  print({
    name: `import circles of ${cold.result.size} files, cold`,
    ours: cold.ms,
    blockedMs: cold.blockedMs,
    peer: 'ast.parse',
    theirs,
    goal: 1,
  });
  const unchanged = await timed(run);
  print({ name: 'again, nothing changed', ours: unchanged.ms, blockedMs: unchanged.blockedMs, peer: 'ast.parse', theirs });
  const changed = join(workspace, 'pkg7/sub3/mod_307.py');
  appendFileSync(changed, '\nimport pkg7.sub4.mod_407\n');
  const after = await timed(run);
  print({ name: 'after one change', ours: after.ms, blockedMs: after.blockedMs, peer: 'ast.parse', theirs, goal: 0.01 });
  console.log(
    `found: ${after.result.cycles.map((cycle) => cycle.join(' → ')).join('; ')} (${readFileSync(changed).length} bytes)`,
  );
  const other = createImportGraph(workspace, database, () => Date.now());
  const started = await timed(async () => other.update((await survey()).code));
  print({ name: 'a new process, nothing changed', ours: started.ms, blockedMs: started.blockedMs, peer: 'ast.parse', theirs });
  database.close();
}

try {
  await monitor();
  await circles();
} finally {
  rmSync(room, { recursive: true, force: true });
}
