import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import electronBinary from 'electron';
import { startTrayHost } from '../support/tray-host.ts';
import { print } from './measure.ts';

// From the start of the process to the icon in the panel, and to the state in words: beside an empty tray application of the same Electron.
// Run through: node build/runtime/with-desktop.mjs node test/bench/start.ts

const ROUNDS = 7;
const POLL_MS = 5;
const root = join(import.meta.dirname, '../..');
const binary = electronBinary as unknown as string;

interface Start {
  /** Milliseconds until the icon is registered. */
  icon: number;
  /** Milliseconds until the tooltip says the state; the icon's time where there is none to say. */
  state: number;
}

async function start(args: readonly string[], says: RegExp | null): Promise<Start> {
  const host = await startTrayHost();
  const profile = mkdtempSync(join(tmpdir(), 'nightguard-start-'));
  const began = performance.now();
  const flags = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), `--user-data-dir=${profile}`];
  const child = spawn(binary, [...flags, ...args], { stdio: 'ignore', env: { ...process.env, XDG_CONFIG_HOME: profile } });
  try {
    const item = await host.item();
    const icon = performance.now() - began;
    if (says !== null) await until(async () => says.test(await host.tooltip(item)));
    return { icon, state: performance.now() - began };
  } finally {
    const gone = new Promise((resolve) => child.on('exit', resolve));
    child.kill('SIGTERM');
    await gone;
    host.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(POLL_MS);
}

function makeWorkspace(folder: string): string {
  const workspace = join(folder, 'workspace');
  const core = join(folder, 'Core');
  mkdirSync(workspace, { recursive: true });
  mkdirSync(core, { recursive: true });
  writeFileSync(join(core, 'README.md'), 'Core\n');
  writeFileSync(join(workspace, 'nightguard.yaml'), `updates:\n  source: ${core}\n`);
  return workspace;
}

/** In turns, so that what else the machine does falls on both. */
async function benchStart(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nightguard-bench-start-'));
  try {
    const ours = ['--workspace', makeWorkspace(folder)];
    const rounds: { empty: Start; ours: Start }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const empty = await start([join(import.meta.dirname, 'empty-tray')], null);
      rounds.push({ empty, ours: await start([root, ...ours], /workspace · (?!Starting)/) });
    }
    const fastest = (pick: (round: { empty: Start; ours: Start }) => number): number => Math.min(...rounds.map(pick));
    const theirs = fastest(({ empty }) => empty.icon);
    const peer = 'empty tray';
    print({ name: 'icon in the panel', ours: fastest((round) => round.ours.icon), peer, theirs, goal: 1.3 });
    print({ name: 'the state in words', ours: fastest((round) => round.ours.state), peer, theirs });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await benchStart();
