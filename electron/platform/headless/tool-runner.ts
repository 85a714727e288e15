import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { messageOf } from '../../kernel/errors.ts';
import type { ToolCall, ToolProcess, ToolResult, ToolRunner } from '../../kernel/ports/tool-runner.ts';

const IS_WINDOWS = process.platform === 'win32';
/** Characters of standard output that are kept; more of it is a failure, as it could not be read whole. */
const MOST_OUTPUT = 64 * 1024 * 1024;
const TAIL = 16_000;
const GRACE_MS = 2000;
const POLL_MS = 20;

/** What no program should inherit from Electron, and what keeps Python from writing into an environment that is only looked at. */
const FOR_CHILDREN = { ELECTRON_RUN_AS_NODE: undefined, NODE_OPTIONS: undefined, PYTHONDONTWRITEBYTECODE: '1' };

/** Waits for a word on standard input before it becomes the program: whoever dies first leaves nothing running that is not written down. */
const GATE = 'read -r go && [ "$go" = go ] && exec "$@" </dev/null';

/** Programs as processes of the operating system. */
export const toolRunner: ToolRunner = { run, end };

async function run(call: ToolCall): Promise<ToolResult> {
  const began = performance.now();
  const ended = (result: Omit<ToolResult, 'durationMs'>): ToolResult => ({ ...result, durationMs: performance.now() - began });
  if (call.signal.aborted) return ended({ ok: false, code: null, stdout: '', stderr: '', ending: 'cancelled' });
  const child = begin(call);
  const output = collect(child);
  const exit = ending(child);
  let why: string | null = null;
  const stop = (reason: string): void => {
    why ??= reason;
    if (child.pid !== undefined) void killGroup(child.pid, exit);
  };
  const timer = setTimeout(() => stop(`timed out after ${call.timeoutMs / 1000} s`), call.timeoutMs);
  const onAbort = (): void => stop('cancelled');
  call.signal.addEventListener('abort', onAbort, { once: true });
  try {
    if (child.pid !== undefined && !IS_WINDOWS) {
      call.onStart?.({ pid: child.pid, start: startOf(child.pid) });
      child.stdin?.write('go\n');
    }
  } catch (error) {
    stop(messageOf(error));
  }
  child.stdin?.end();
  const { code, signal, error } = await exit;
  clearTimeout(timer);
  call.signal.removeEventListener('abort', onAbort);
  const { stdout, stderr, overflow } = output();
  const reason =
    why ??
    error ??
    (overflow ? 'said too much' : signal === null ? `exited with ${code ?? 'no code'}` : `was stopped by ${signal}`);
  const ok = why === null && error === null && code === 0 && !overflow;
  return ended({ ok, code, stdout, stderr, ending: ok ? '' : reason });
}

function begin({ file, args, cwd, env }: ToolCall): ChildProcess {
  const options = { cwd, env: { ...process.env, ...FOR_CHILDREN, ...env }, stdio: 'pipe', windowsHide: true } as const;
  return IS_WINDOWS
    ? spawn(file, [...args], options)
    : spawn('/bin/sh', ['-c', GATE, 'sh', file, ...args], { ...options, detached: true });
}

function collect(child: ChildProcess): () => { stdout: string; stderr: string; overflow: boolean } {
  const chunks: string[] = [];
  let length = 0;
  let stderr = '';
  child.stdin?.on('error', () => undefined);
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    length += text.length;
    if (length <= MOST_OUTPUT) chunks.push(text);
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-TAIL);
  });
  return () => ({ stdout: chunks.join(''), stderr, overflow: length > MOST_OUTPUT });
}

interface Exit {
  code: number | null;
  signal: string | null;
  error: string | null;
}

const ending = (child: ChildProcess): Promise<Exit> =>
  new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, signal: null, error: messageOf(error) }));
    // `exit`, not `close`: a grandchild that keeps the pipes open must not keep us waiting; what it said is read a moment later.
    child.once('exit', (code, signal) => {
      const done = (): void => resolve({ code, signal, error: null });
      const timer = setTimeout(done, GRACE_MS);
      child.once('close', () => {
        clearTimeout(timer);
        done();
      });
    });
  });

async function killGroup(pid: number, exit: Promise<unknown>): Promise<void> {
  signalGroup(pid, 'SIGTERM');
  await Promise.race([exit, delay(GRACE_MS)]);
  signalGroup(pid, 'SIGKILL');
}

function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(IS_WINDOWS ? pid : -pid, signal);
  } catch {
    // Gone already, which is what was wanted.
    return false;
  }
}

async function end({ pid, start }: ToolProcess): Promise<void> {
  if (start === null || startOf(pid) !== start) return;
  signalGroup(pid, 'SIGKILL');
  while (startOf(pid) === start) await delay(POLL_MS);
}

/** When a process began (Linux: proc_pid_stat(5), field 22; elsewhere what ps says); null when it is gone, or was killed and not yet waited for. */
function startOf(pid: number): string | null {
  try {
    if (process.platform !== 'linux') return psStart(pid);
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

const psStart = (pid: number): string | null =>
  IS_WINDOWS ? null : execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
