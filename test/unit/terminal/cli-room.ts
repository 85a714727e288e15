import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runCli } from '../../../electron/terminal/run-cli.ts';

const CLI = join(import.meta.dirname, '..', '..', '..', 'electron', 'cli.ts');

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A Core and a workspace on the real disk, and the terminal door: in this process, or as one of its own. */
export interface CliRoom {
  root: string;
  core: string;
  workspace: string;
  inCore(path: string, content: string): void;
  here(path: string, content: string): void;
  read(path: string): string | null;
  configure(lines: string): void;
  /** A real process. */
  start(args: readonly string[], env?: NodeJS.ProcessEnv): ChildProcess;
  /** In this process, which saves the time to start one. */
  run(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Ended>;
  /** Runs with `--json` and parses standard output, all of it. */
  json(args: readonly string[]): Promise<{ code: number | null; value: unknown; stderr: string }>;
  /** Hash of every file of the workspace but Nightguard's own state. */
  treeHash(): string;
  dispose(): void;
}

export function createCliRoom(): CliRoom {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'nightguard-cli-')));
  const [core, workspace] = [join(root, '내 Core'), join(root, 'workspace')];
  for (const folder of [core, workspace]) mkdirSync(folder);
  const room: CliRoom = {
    root,
    core,
    workspace,
    inCore: (path, content) => put(join(core, path), content),
    here: (path, content) => put(join(workspace, path), content),
    read: (path) => (existsSync(join(workspace, path)) ? readFileSync(join(workspace, path), 'utf8') : null),
    configure: (lines) => put(join(workspace, 'nightguard.yaml'), `updates:\n  source: ${JSON.stringify(core)}\n${lines}`),
    start: (args, env = {}) =>
      spawn(process.execPath, [CLI, ...args], {
        cwd: workspace,
        // A home of its own: no Drive folder of the machine, no colours, no language.
        env: { PATH: process.env['PATH'], HOME: root, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    async run(args, env = {}) {
      const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
      const texts = [text(streams.stdout), text(streams.stderr)];
      const code = await runCli(args, {
        ...streams,
        env: { HOME: root, ...env },
        cwd: workspace,
        self: [process.execPath, CLI],
        signal: new AbortController().signal,
      });
      for (const stream of Object.values(streams)) stream.end();
      const [stdout = '', stderr = ''] = await Promise.all(texts);
      return { code, stdout, stderr };
    },
    async json(args) {
      const { code, stdout, stderr } = await room.run([...args, '--json']);
      return { code, value: JSON.parse(stdout) as unknown, stderr };
    },
    treeHash: () => treeHash(workspace),
    dispose: () => rmSync(root, { recursive: true, force: true }),
  };
  return room;
}

/** What a process said, and its exit code. */
export function ended(child: ChildProcess): Promise<Ended> {
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.setEncoding('utf8').on('data', (text: string) => (texts[name] += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...texts }));
  });
}

/** Resolves when the process has said `word` on standard output. */
export function said(child: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (part: Buffer) => {
      text += part.toString();
      if (text.includes(word)) resolve();
    });
    child.once('close', () => reject(new Error(`The process ended without saying ${word}: ${text}`)));
  });
}

function put(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function treeHash(workspace: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(workspace, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !relative(workspace, path).startsWith('.nightguard'))
    .sort();
  for (const path of files) hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}
