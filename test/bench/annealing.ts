import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createLogTailer } from '../../electron/features/annealing/tail/log-tailer.ts';
import { systemClock } from '../../electron/kernel/clock.ts';
import { open } from '../unit/features/annealing/support/open.ts';

// Bench of annealing: `node test/bench/annealing.ts`. Events per second beside a bare server, lines of log beside counting them.

const EVENTS = 1500;
const AT_ONCE = 16;
const [mode, address = ''] = process.argv.slice(2);

function envelope(n: number): Buffer {
  const frames = Array.from({ length: 60 }, (_, at) => ({
    filename: `execution/step_${at}.py`,
    abs_path: `/w/execution/step_${at}.py`,
    function: `step_${at}`,
    lineno: at + 1,
    context_line: `    result_${at} = call_${at}(value, option=${at})`,
    pre_context: Array.from({ length: 5 }, (_, line) => `    value_${line} = prepare(${line}, "${'x'.repeat(20)}")`),
    vars: { value: 'y'.repeat(300), number: String(n) },
    in_app: true,
  }));
  const id = n.toString(16).padStart(32, '0');
  const event = JSON.stringify({
    event_id: id,
    platform: 'python',
    exception: { values: [{ type: `Error${'abcdefghij'[n % 10]}`, value: `it failed for user ${n}`, stacktrace: { frames } }] },
  });
  return gzipSync(
    `${JSON.stringify({ event_id: id })}\n${JSON.stringify({ type: 'event', length: Buffer.byteLength(event) })}\n${event}\n`,
  );
}

/** The client is a process of its own: its work must not be counted as the server's. */
async function send(url: string): Promise<void> {
  const bodies = Array.from({ length: EVENTS }, (_, n) => envelope(n));
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const post = (body: Buffer): Promise<void> =>
    new Promise((resolve, reject) => {
      const sent = request(
        url,
        { method: 'POST', agent, headers: { 'Content-Encoding': 'gzip', 'Content-Length': body.length } },
        (response) => {
          response.resume();
          response.on('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(String(response.statusCode)))));
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  const began = performance.now();
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < bodies.length) await post(bodies[next++]!);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  agent.destroy();
  process.stdout.write(String((EVENTS / (performance.now() - began)) * 1000));
}

const rate = (url: string): Promise<number> =>
  new Promise((resolve) => {
    let out = '';
    const child = spawn(process.execPath, [import.meta.filename, 'send', url], { stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.on('data', (chunk: Buffer) => (out += String(chunk)));
    child.on('close', () => resolve(Number(out)));
  });

async function ingest(workspace: string): Promise<void> {
  const bare = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const [, , event = ''] = gunzipSync(Buffer.concat(chunks)).toString().split('\n');
      response.end(JSON.stringify({ id: (JSON.parse(event) as { event_id: string }).event_id }));
    });
  });
  await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
  const opened = open(workspace, { ingest: { enabled: true, port: 0 } });
  const attending = opened.annealing.attend();
  await attending.ready;
  const { dsn, port } = opened.annealing.ingest()!;
  const ours = `http://127.0.0.1:${port}/api/1/envelope/?sentry_key=${new URL(dsn).username}`;
  const theirs = `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`;
  for (let round = 0; round < 3; round += 1) {
    const [plain, full] = [await rate(theirs), await rate(ours)];
    console.log(`ingest: ${full.toFixed(0)} events/s, bare ${plain.toFixed(0)} events/s, ratio ${(full / plain).toFixed(2)}`);
  }
  console.log(
    `envelope expanded: ${(gunzipSync(envelope(1)).length / 1000).toFixed(0)} KB; memory ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`,
  );
  await attending.dispose();
  await opened.dispose();
  bare.close();
}

async function tail(workspace: string): Promise<void> {
  mkdirSync(join(workspace, 'logs'));
  const file = join(workspace, 'logs/app.log');
  writeFileSync(file, '');
  const line = '2026-02-15T03:00:00 INFO worker-3 fetched page 17 of the trends in 120 ms, nothing to do\n';
  const error = 'Traceback (most recent call last):\n  File "a.py", line 1, in f\n    g()\nValueError: x\n';
  for (let n = 0; n < 100; n += 1) appendFileSync(file, line.repeat(9996) + error);
  const before = process.memoryUsage().rss;
  const began = performance.now();
  let found = 0;
  const positions = { get: () => null, set: () => undefined };
  await createLogTailer({
    workspace,
    path: 'logs/app.log',
    positions,
    clock: systemClock,
    fromStart: true,
    commit: (errors) => Promise.resolve(void (found += errors.length)),
  }).look();
  const tailed = performance.now() - began;
  const grown = process.memoryUsage().rss - before;
  const counted = performance.now();
  let lines = 0;
  const bytes = readFileSync(file);
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
  const plain = performance.now() - counted;
  console.log(
    `tail: ${lines} lines, ${found} errors in ${tailed.toFixed(0)} ms; counting lines alone ${plain.toFixed(0)} ms, ratio ${(tailed / plain).toFixed(1)}; memory +${(grown / 1e6).toFixed(0)} MB`,
  );
}

if (mode === 'send') await send(address);
else {
  const workspace = realpathSync(mkdtempSync(join(tmpdir(), 'nightguard-bench-')));
  await ingest(workspace);
  await tail(workspace);
  rmSync(workspace, { recursive: true, force: true });
}
