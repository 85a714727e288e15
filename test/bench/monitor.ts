import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringify } from 'yaml';

/** What the whole guardian costs while it only watches: the built terminal door with ten watched processes, for ten real minutes (or as many as are named). */
const MINUTES = Number(process.argv[2] ?? 10);
/** A clock tick of /proc is a hundredth of a second. */
const TICK_MS = 10;

const folder = mkdtempSync(join(tmpdir(), 'nightguard-bench-monitor-'));
const [core, workspace] = [join(folder, 'Core'), join(folder, 'workspace')];
const sleepers: ChildProcess[] = [];

const cpuMs = (pid: number): number => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
};
const memoryMb = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

for (const name of ['execution', 'libs', 'knowledge', 'directives']) mkdirSync(join(workspace, name), { recursive: true });
mkdirSync(core);
writeFileSync(join(core, 'a.py'), 'A = 1\n');
const processes = Array.from({ length: 10 }, (_, index) => {
  const child = spawn('sleep', ['100000'], { stdio: 'ignore' });
  sleepers.push(child);
  writeFileSync(join(workspace, `p${index}.pid`), `${child.pid ?? 0}\n`);
  return { name: `p${index}`, pidFile: `p${index}.pid` };
});
writeFileSync(join(workspace, 'nightguard.yaml'), stringify({ updates: { source: core }, healing: { processes } }));

const cli = join(import.meta.dirname, '../../out/main/cli.js');
const guardian = spawn(process.execPath, [cli, 'watch', '--workspace', workspace], { stdio: 'ignore' });
try {
  await sleep(30_000);
  const pid = guardian.pid ?? 0;
  const [began, memoryBefore] = [cpuMs(pid), memoryMb(pid)];
  await sleep(MINUTES * 60_000);
  const used = cpuMs(pid) - began;
  const state = JSON.parse(readFileSync(join(workspace, 'knowledge/system_state.json'), 'utf8')) as {
    self_healing: { health: { status: string } };
  };
  console.log(
    `monitor, ${MINUTES} minutes, 10 watched processes, ${state.self_healing.health.status}: ${used} ms of CPU, ${((used / (MINUTES * 60_000)) * 100).toFixed(3)} % of a core; ` +
      `memory ${memoryBefore.toFixed(0)} → ${memoryMb(pid).toFixed(0)} MB; load of the machine ${loadavg()[0]?.toFixed(2)}`,
  );
} finally {
  guardian.kill('SIGTERM');
  for (const child of sleepers) child.kill();
  await sleep(1000);
  rmSync(folder, { recursive: true, force: true });
}
