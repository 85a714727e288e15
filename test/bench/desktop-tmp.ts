import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import electronBinary from 'electron';
import { startTrayHost } from '../support/tray-host.ts';
import { corpus, write } from './corpus.ts';

// The idle application beside an empty tray application of the same Electron: memory (PSS of the whole process tree) and CPU.
// Run through: node build/runtime/with-desktop.mjs node test/bench/desktop.ts

const SETTLE_MS = 40_000;
const IDLE_MS = Number(process.env['NIGHTGUARD_BENCH_IDLE_MS'] ?? 60_000);
const TICKS_PER_SECOND = 100;
const root = join(import.meta.dirname, '../..');
const binary = electronBinary as unknown as string;

interface Idle {
  name: string;
  readyMs: number;
  pssMb: number;
  cpuPercent: number;
}

function treeOf(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const id = Number(name);
    if (Number.isInteger(id)) parents.set(id, Number(statOf(id)[1] ?? 0));
  }
  const tree = [pid];
  for (const one of tree) for (const [child, parent] of parents) if (parent === one) tree.push(child);
  return tree;
}

/** Fields of /proc/<pid>/stat after the name: state, parent, …; times in clock ticks at 11 and 12. */
function statOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch {
    return [];
  }
}

const ticksOf = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => sum + Number(statOf(pid)[11] ?? 0) + Number(statOf(pid)[12] ?? 0), 0);

function pssOf(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0));
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
}

async function measure(name: string, args: string[]): Promise<Idle> {
  const host = await startTrayHost();
  const profile = mkdtempSync(join(tmpdir(), 'nightguard-idle-'));
  const began = performance.now();
  const flags = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), `--user-data-dir=${profile}`];
  const child: ChildProcess = spawn(binary, [...flags, ...args], {
    stdio: 'ignore',
    env: { ...process.env, XDG_CONFIG_HOME: profile },
  });
  try {
    await host.item();
    const readyMs = performance.now() - began;
    await sleep(SETTLE_MS);
    const pids = treeOf(child.pid ?? 0);
    const before = ticksOf(pids);
    await sleep(IDLE_MS);
    const cpuPercent = ((ticksOf(pids) - before) / TICKS_PER_SECOND / (IDLE_MS / 1000)) * 100;
    return { name, readyMs, pssMb: pssOf(treeOf(child.pid ?? 0)), cpuPercent };
  } finally {
    const gone = new Promise((resolve) => child.on('exit', resolve));
    child.kill('SIGTERM');
    await gone;
    host.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

function workspaceWith(folder: string, files: number): string {
  const workspace = join(folder, `workspace-${files}`);
  const core = join(folder, `core-${files}`);
  mkdirSync(workspace, { recursive: true });
  write(core, corpus(files));
  write(workspace, corpus(files));
  writeFileSync(join(workspace, 'nightguard.yaml'), `updates:\n  source: ${core}\n  quietSeconds: 1\n`);
  return workspace;
}

async function benchDesktop(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nightguard-bench-desktop-'));
  try {
    const empty = await measure('empty tray application', [join(import.meta.dirname, 'empty-tray')]);
    const small = await measure('Nightguard, 200 files in Core', [root, '--workspace', workspaceWith(folder, 200)]);
    const large = await measure('Nightguard, 10,000 files in Core', [root, '--workspace', workspaceWith(folder, 10_000)]);
    for (const { name, readyMs, pssMb, cpuPercent } of [empty, small, large]) {
      const ratio = (pssMb / empty.pssMb).toFixed(2);
      const more = (cpuPercent - empty.cpuPercent).toFixed(2);
      console.log(
        `${name.padEnd(34)} tray after ${readyMs.toFixed(0).padStart(5)} ms   PSS ${pssMb.toFixed(0)} MB (ratio ${ratio}, goal ≤ 1.2)   ` +
          `CPU ${cpuPercent.toFixed(2)} % (${more} points more, goal ≤ 0.1)`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) await benchDesktop();
