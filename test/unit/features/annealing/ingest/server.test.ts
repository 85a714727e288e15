import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CheckIn } from '../../../../../electron/features/annealing/index.ts';
import { writeTree } from '../../../../support/tree.ts';
import { open, type Opened } from '../support/open.ts';

let workspace: string;
let opened: Opened;
let port: number;
let token: string;
let checkIns: CheckIn[];
let attending: { dispose(): Promise<void> | void };

beforeEach(async () => {
  workspace = realpathSync(mkdtempSync(join(tmpdir(), 'nightguard-ingest-')));
  checkIns = [];
  opened = open(workspace, { ingest: { enabled: true, port: 0 } }, { onCheckIn: (checkIn) => void checkIns.push(checkIn) });
  const watch = opened.annealing.attend();
  attending = watch;
  await watch.ready;
  const address = opened.annealing.ingest()!;
  port = address.port;
  token = new URL(address.dsn).username;
});
afterEach(async () => {
  await attending.dispose();
  await opened.dispose();
  rmSync(workspace, { recursive: true, force: true });
});

interface Sent {
  status: number;
  body: Record<string, unknown>;
  headers: NodeJS.Dict<string | string[]>;
}

function post(
  body: string | Buffer,
  headers: Record<string, string> = {},
  path = `/api/1/envelope/?sentry_key=${token}`,
  method = 'POST',
): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        host: '127.0.0.1',
        port,
        agent: false,
        path,
        method,
        headers: { 'Content-Length': String(Buffer.byteLength(body)), ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve({
            status: response.statusCode!,
            body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
            headers: response.headers,
          });
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

const ID = '9ec79c33ec9942ab8353589fcb2e04dc';
const event = (id: string, value: object = {}): string =>
  JSON.stringify({
    event_id: id,
    platform: 'python',
    exception: {
      values: [
        { type: 'KeyError', value: "'a'" },
        {
          type: 'RuntimeError',
          value: 'no luck',
          stacktrace: { frames: [{ abs_path: join(workspace, 'a.py'), function: 'go', lineno: 3, context_line: '  go()' }] },
        },
      ],
    },
    ...value,
  });
const envelope = (payload: string, header: object = {}, type = 'event', withLength = true): string =>
  `${JSON.stringify({ event_id: ID, ...header })}\n${JSON.stringify(withLength ? { type, length: Buffer.byteLength(payload) } : { type })}\n${payload}\n`;
const groups = () => opened.annealing.groups({ limit: 50 });

describe('the ingest server', () => {
  it('takes an event, with or without a length, and answers with its id', async () => {
    expect(await post(envelope(event(ID)))).toMatchObject({ status: 200, body: { id: ID } });
    expect(groups()).toMatchObject([{ key: 'RuntimeError:go', file: 'a.py', line: 3, total: 1 }]);
    expect(opened.annealing.report(1).events[0]?.links).toMatchObject([{ relation: 'cause', type: 'KeyError' }]);
    expect((await post(envelope(event('b'.repeat(32)), { event_id: 'b'.repeat(32) }, 'event', false))).status).toBe(200);
    expect(groups()[0]?.total).toBe(2);
  });

  it('counts an event once that is sent again', async () => {
    await post(envelope(event(ID)));
    expect((await post(envelope(event(ID)))).status).toBe(200);
    expect(groups()[0]?.total).toBe(1);
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
  ] as const)('expands %s', async (encoding, compress) => {
    expect((await post(compress(envelope(event(ID))), { 'Content-Encoding': encoding })).status).toBe(200);
    expect(groups()).toHaveLength(1);
  });

  it('knows the sender by header, address or the envelope itself, and nobody else', async () => {
    const bare = '/api/1/envelope/';
    expect(
      (
        await post(
          envelope(event(ID)),
          { 'X-Sentry-Auth': `Sentry sentry_version=7, sentry_key=${token}, sentry_client=x/1` },
          bare,
        )
      ).status,
    ).toBe(200);
    expect((await post(envelope(event(ID), { dsn: `http://${token}@127.0.0.1/1` }), {}, bare)).status).toBe(200);
    expect((await post(envelope(event(ID)), {}, bare)).status).toBe(403);
    expect((await post(envelope(event(ID), { dsn: 'http://wrong@127.0.0.1/1' }), {}, bare)).status).toBe(403);
    expect((await post(envelope(event(ID)), {}, `${bare}?sentry_key=${'0'.repeat(32)}`)).status).toBe(403);
  });

  it('refuses browsers and rebound names', async () => {
    expect((await post(envelope(event(ID)), { Origin: 'https://evil.example' })).status).toBe(403);
    expect((await post(envelope(event(ID)), { Host: `evil.example:${port}` })).status).toBe(403);
    expect((await post(envelope(event(ID)), { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect(groups()).toEqual([]);
  });

  it('answers what is malformed or truncated, and goes on', async () => {
    const whole = envelope(event(ID));
    const cases: [string | Buffer, number][] = [
      ['', 400],
      ['not json\n', 400],
      [`${JSON.stringify({ event_id: ID })}\nnope\n`, 400],
      [whole.slice(0, -40), 400],
      [envelope('{"half": '), 400],
      [envelope('[]'), 400],
      [envelope('null'), 400],
      [`{}\n{"type":"event","length":-1}\n{}\n`, 400],
      [Buffer.from([0xff, 0xfe, 0x00, 0x0a]), 400],
    ];
    for (const [body, status] of cases)
      expect([String(body).slice(0, 20), (await post(body)).status]).toEqual([String(body).slice(0, 20), status]);
    expect((await post(Buffer.from('no gzip'), { 'Content-Encoding': 'gzip' })).status).toBe(400);
    expect((await post(gzipSync(whole).subarray(0, 60), { 'Content-Encoding': 'gzip' })).status).toBe(400);
    expect((await post(whole, { 'Content-Encoding': 'zstd' })).status).toBe(415);
    expect((await post(whole)).status).toBe(200);
  });

  it('skips items that it does not know, and events that are no errors', async () => {
    expect((await post(envelope('{"x":1}', {}, 'transaction'))).status).toBe(200);
    expect((await post(envelope('binary\u0000', {}, 'attachment'))).status).toBe(200);
    expect((await post(envelope(JSON.stringify({ message: 'hello', level: 'info' })))).status).toBe(200);
    expect((await post(`{}\n`)).status).toBe(200);
    expect(groups()).toEqual([]);
    await post(envelope(JSON.stringify({ event_id: 'c'.repeat(32), logentry: { formatted: 'it broke' }, level: 'error' })));
    expect(groups()).toMatchObject([{ type: 'Message', message: 'it broke' }]);
  });

  it('survives events whose fields are all of the wrong type', async () => {
    const odd = [
      { exception: 3 },
      { exception: { values: [null, 1, []] } },
      { exception: { values: [{ type: {}, value: [], stacktrace: { frames: 'x' } }] } },
      {
        exception: { values: [{ stacktrace: { frames: [null, { lineno: 'x', function: 3 }] }, mechanism: 4 }] },
        tags: [[1], null],
      },
    ];
    for (const [index, value] of odd.entries())
      expect((await post(envelope(JSON.stringify({ ...value, event_id: String(index) })))).status).toBe(200);
  });

  it('hands check-ins on', async () => {
    await post(
      envelope(JSON.stringify({ check_in_id: ID, monitor_slug: 'nightly', status: 'ok', duration: 3.5 }), {}, 'check_in'),
    );
    expect(checkIns).toMatchObject([{ monitor_slug: 'nightly', status: 'ok' }]);
    expect((await post(envelope('{"status":"sleepy"}', {}, 'check_in'))).status).toBe(400);
  });

  it('stops bombs while they are expanded, and what is too large as sent', async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000));
    const before = process.memoryUsage().rss;
    expect((await post(bomb, { 'Content-Encoding': 'gzip' })).status).toBe(413);
    expect(
      (
        await post(brotliCompressSync(Buffer.alloc(110_000_000), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }), {
          'Content-Encoding': 'br',
        })
      ).status,
    ).toBe(413);
    // Of a sender that is not known less is read.
    expect((await post(gzipSync(Buffer.alloc(5_000_000)), { 'Content-Encoding': 'gzip' }, '/api/1/envelope/')).status).toBe(413);
    expect((process.memoryUsage().rss - before) / 1e6).toBeLessThan(400);
    expect((await post('x', { 'Content-Length': '30000000' }).catch(() => ({ status: 413 }))).status).toBe(413);
    expect((await post(envelope(event(ID, { extra: 'x'.repeat(1_100_000) })))).status).toBe(413);
  });

  it('answers other addresses and methods', async () => {
    expect((await post('x', {}, '/')).status).toBe(401);
    expect((await post('x', {}, '//')).status).toBe(400);
    expect((await post('x', {}, `/api/x/envelope/?sentry_key=${token}`)).status).toBe(401);
    expect((await post('', {}, `/api/1/envelope/?sentry_key=${token}`, 'GET')).status).toBe(405);
  });

  it('takes one event without an envelope, as older SDKs send it', async () => {
    const event = JSON.stringify({ event_id: 'c'.repeat(32), exception: { values: [{ type: 'KeyError', value: "'x'" }] } });
    const sent = await post(
      gzipSync(event),
      { 'Content-Encoding': 'gzip', 'X-Sentry-Auth': `Sentry sentry_key=${token}` },
      '/api/1/store/',
    );
    expect(sent).toMatchObject({ status: 200, body: { id: 'c'.repeat(32) } });
    expect((await post(event, {}, '/api/1/store/')).status).toBe(403);
    expect((await post('{"', {}, `/api/1/store/?sentry_key=${token}`)).status).toBe(400);
    expect(groups()).toMatchObject([{ type: 'KeyError' }]);
  });

  it('lives through connections that break off or speak no HTTP', async () => {
    for (const text of [
      'garbage\r\n\r\n',
      `POST /api/1/envelope/?sentry_key=${token} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 100\r\n\r\nabc`,
    ]) {
      await new Promise<void>((resolve) => {
        const socket = createConnection({ host: '127.0.0.1', port }, () => socket.end(text));
        socket.on('close', () => resolve());
        socket.on('error', () => resolve());
        socket.resume();
      });
    }
    expect((await post(envelope(event(ID)))).status).toBe(200);
  });

  it('keeps no secret that an event brings', async () => {
    await post(
      envelope(
        event(ID, {
          tags: { api_key: 'hunter2-hunter2' },
          exception: { values: [{ type: 'E', value: 'password=hunter2-hunter2' }] },
        }),
      ),
    );
    expect(JSON.stringify(opened.annealing.report(1))).not.toContain('hunter2');
  });

  it('is gone after dispose', async () => {
    await attending.dispose();
    await expect(post(envelope(event(ID)))).rejects.toThrow('ECONNREFUSED');
    expect(opened.annealing.ingest()).toBeNull();
  });
});

describe('real clients', () => {
  it('@sentry/node reports with nothing but the address', async () => {
    symlinkSync(join(import.meta.dirname, '../../../../../node_modules'), join(workspace, 'node_modules'));
    writeTree(workspace, {
      'agent.mjs': `import * as Sentry from '@sentry/node';
Sentry.init({ environment: 'night', release: 'r1' });
function fetchTrends() { throw new TypeError('no trends', { cause: new RangeError('inner') }); }
try { fetchTrends(); } catch (error) { Sentry.captureException(error); }
await Sentry.flush(5000);
`,
    });
    const { dsn } = opened.annealing.ingest()!;
    const child = await runChild(process.execPath, ['agent.mjs'], { SENTRY_DSN: dsn });
    expect(child).toBe(0);
    expect(groups()).toMatchObject([{ key: 'TypeError:fetchTrends', file: 'agent.mjs', line: 3, language: 'node' }]);
    expect(opened.annealing.report(1).events[0]).toMatchObject({
      context: { environment: 'night', release: 'r1' },
      links: [{ type: 'RangeError', message: 'inner' }],
    });
  });

  const python = ['python3', '/usr/bin/python3'].find((name) => spawnSync(name, ['-c', 'import sentry_sdk']).status === 0);
  it.skipIf(python === undefined)('sentry-sdk for Python reports what nobody caught, with its chain', async () => {
    writeTree(workspace, {
      'agent.py': `import sentry_sdk
sentry_sdk.init(environment="night")
def load(d):
    try:
        return d["x"]
    except KeyError as error:
        raise ValueError("bad data") from error
load({})
`,
    });
    const code = await runChild(python!, ['agent.py'], { SENTRY_DSN: opened.annealing.ingest()!.dsn });
    expect(code).toBe(1);
    expect(groups()).toMatchObject([{ key: 'ValueError:load', file: 'agent.py', line: 7, language: 'python' }]);
    expect(opened.annealing.report(1).events[0]?.links).toMatchObject([{ relation: 'cause', type: 'KeyError' }]);
  });
});

async function runChild(program: string, args: string[], env: Record<string, string>): Promise<number | null> {
  const { spawn } = await import('node:child_process');
  const child = spawn(program, args, { cwd: workspace, env: { ...process.env, ...env }, stdio: 'ignore' });
  return new Promise((resolve) => child.on('close', (code) => resolve(code)));
}
