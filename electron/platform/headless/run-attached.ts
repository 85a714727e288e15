import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { errnoOf, messageOf } from '../../kernel/errors.ts';

export interface AttachedOptions {
  cwd: string;
  env: NodeJS.ProcessEnv;
  stdin: Readable & { isTTY?: boolean };
  stdout: Writable & { isTTY?: boolean };
  stderr: Writable & { isTTY?: boolean };
  /** Aborted with the name of the signal, which is passed on. */
  signal: AbortSignal;
}

/** `output` is the end of what it printed, of standard error after standard output. */
export interface AttachedEnd {
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  output: string;
  /** Why it could not be started. */
  fault: { code: 126 | 127; message: string } | null;
}

/** Characters of the end of each stream that are kept to be read for errors. */
const TAIL = 512 * 1024;
/** A program that is gone may leave others behind that hold its output open: theirs is not waited for. Milliseconds. */
const LEFT_BEHIND_MS = 1000;

/**
 * Runs a program as if nobody stood between: its input, output and signals are the terminal's. What it writes is read on the way,
 * but for output that goes to a terminal directly, so that the program still sees one.
 */
export function runAttached([file = '', ...args]: readonly string[], options: AttachedOptions): Promise<AttachedEnd> {
  const { cwd, env, stdin, stdout, stderr, signal } = options;
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd,
      env,
      stdio: [
        stdin === process.stdin ? 'inherit' : 'pipe',
        stdout === process.stdout && stdout.isTTY === true ? 'inherit' : 'pipe',
        'pipe',
      ],
    });
    let timer: NodeJS.Timeout | undefined;
    const tails = [readTail(child.stdout, stdout), readTail(child.stderr, stderr)];
    if (child.stdin !== null) {
      child.stdin.on('error', ignoreClosed);
      stdin.pipe(child.stdin);
    }
    const pass = (): void => passOn(child, signal, stdin);
    if (signal.aborted) pass();
    signal.addEventListener('abort', pass);
    const end = (result: Omit<AttachedEnd, 'output'>): void => {
      signal.removeEventListener('abort', pass);
      clearTimeout(timer);
      if (child.stdin !== null) stdin.unpipe(child.stdin);
      resolve({ ...result, output: tails.map((tail) => tail.end()).join('\n') });
    };
    child.on('error', (error) => {
      // A signal that could not be sent is an error event too: the program goes on.
      if (child.pid !== undefined) return;
      end({ exitCode: null, signal: null, fault: { code: errnoOf(error) === 'ENOENT' ? 127 : 126, message: messageOf(error) } });
    });
    child.on('exit', (exitCode, ended) => {
      const whenStill = (): void => {
        timer = setTimeout(
          () => (tails.some((tail) => tail.moves()) ? whenStill() : end({ exitCode, signal: ended, fault: null })),
          LEFT_BEHIND_MS,
        );
      };
      whenStill();
    });
    child.on('close', (exitCode, ended) => end({ exitCode, signal: ended, fault: null }));
  });
}

/** Ctrl-C in a terminal reaches the whole group of processes already: a second one would kill a program that tidies up. */
function passOn(child: ChildProcess, signal: AbortSignal, stdin: AttachedOptions['stdin']): void {
  const name = String(signal.reason);
  if (name === 'SIGINT' && stdin.isTTY === true) return;
  child.kill(/^SIG[A-Z0-9]+$/.test(name) ? (name as NodeJS.Signals) : 'SIGTERM');
}

function ignoreClosed(error: Error): void {
  if (!['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED'].includes(errnoOf(error) ?? '')) throw error;
}

interface Tail {
  /** Whether something came since it was last asked, or a slow reader keeps something waiting. */
  moves: () => boolean;
  end: () => string;
}

/** Passes a stream on with its back pressure, and keeps its end. */
function readTail(from: Readable | null, to: Writable): Tail {
  if (from === null) return { end: () => '', moves: () => false };
  const chunks: Buffer[] = [];
  let length = 0;
  let hasMoved = false;
  from.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    hasMoved = true;
    length += chunk.length;
    while (chunks.length > 1 && length - chunks[0]!.length >= TAIL) length -= chunks.shift()!.length;
  });
  from.pipe(to, { end: false });
  // Whoever read has gone: the program is told by its own pipe, as it would be without us.
  const gone = (): void => void from.destroy();
  to.once('close', gone);
  return {
    moves() {
      const moved = hasMoved;
      hasMoved = false;
      return moved || from.readableLength > 0 || to.writableNeedDrain;
    },
    end() {
      to.off('close', gone);
      from.unpipe(to);
      from.destroy();
      return Buffer.concat(chunks).toString('utf8').slice(-TAIL);
    },
  };
}
