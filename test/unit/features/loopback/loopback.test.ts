import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { assert, asyncProperty, constant, constantFrom, json, oneof, string } from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { stringify } from 'yaml';
import { openApi } from '../../../../electron/features/loopback/index.ts';
import { routes } from '../../../../electron/features/loopback/routes/index.ts';
import { version } from '../../../../electron/kernel/version.ts';
import type { Guardian } from '../../../../electron/guardian-api.ts';
import { createSandbox, type Sandbox } from '../../../support/sandbox.ts';

let room: Sandbox;
let guardian: Guardian;
let port: number;
let token: string;

beforeAll(async () => {
  room = createSandbox({ core: { 'a.py': 'A = 1\n' } });
  const updates = { source: room.core, quietSeconds: 0 };
  writeFileSync(
    join(room.workspace, 'nightguard.yaml'),
    stringify({ updates, annealing: { ingest: { enabled: true, port: 0 } } }),
  );
  guardian = await room.guardian();
  await guardian.watch();
  await vi.waitUntil(() => guardian.annealing.ingest() !== null, { timeout: 10_000 });
  const address = guardian.annealing.ingest()!;
  port = address.port;
  token = new URL(address.dsn).username;
});
afterAll(() => room.dispose());

interface Got {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  body: unknown;
}

/** `headers` replace the ones that a program would send. */
function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Got> {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        agent: false,
        headers: { authorization: `Bearer ${token}`, 'content-length': Buffer.byteLength(text), ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const said = Buffer.concat(chunks).toString();
          const isJson = response.headers['content-type']?.startsWith('application/json') === true;
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: said,
            body: isJson ? JSON.parse(said) : said,
          });
        });
      },
    );
    request.once('error', reject);
    request.end(text);
  });
}

describe('who may ask', () => {
  test.each([
    ['without a token', { authorization: '' }, 401],
    ['with another token', { authorization: 'Bearer 0123456789abcdef0123456789abcdef' }, 401],
    ['a page whose name was rebound to this machine', { host: 'evil.example:9797' }, 403],
    ['a page in a browser', { origin: 'http://127.0.0.1' }, 403],
    ['a page in a browser that hides its origin', { 'sec-fetch-site': 'cross-site' }, 403],
  ])('%s: refused', async (_, headers, status) => {
    for (const path of ['/v1/status', '/metrics', '/openapi.json', '/nothing', '/v1/stream'])
      expect((await ask('GET', path, undefined, headers)).status).toBe(status);
  });

  test('who knows the token learns which paths there are', async () => {
    expect((await ask('GET', '/nothing')).status).toBe(404);
    const wrong = await ask('GET', '/v1/heartbeat');
    expect([wrong.status, wrong.headers.allow]).toEqual([405, 'POST']);
  });
});

test('the state is what the tray shows, and could not check is not good', async () => {
  const { status, body } = await ask('GET', '/v1/status');
  expect(status).toBe(200);
  expect(body).toMatchObject({ overall: guardian.snapshot().overall, version: version(), problems: [], needsYou: 0 });
});

test('a call that comes back to where it has been is blocked, the circle is named, and the monitor sees it', async () => {
  const enter = (callee: string) => ask('POST', '/v1/calls/enter', { chain: 'c1', callee });
  expect((await enter('CD.review')).body).toEqual({ allowed: true, depth: 1 });
  expect((await enter('AD.draw')).body).toEqual({ allowed: true, depth: 2 });
  const blocked = await enter('CD.review');
  expect([blocked.status, blocked.body]).toEqual([
    409,
    { allowed: false, reason: 'cycle', cycle: ['CD.review', 'AD.draw', 'CD.review'] },
  ]);
  expect((await ask('POST', '/v1/calls/exit', { chain: 'c1', callee: 'CD.review' })).status).toBe(200);
  expect((await ask('POST', '/v1/calls/exit', { chain: 'c1', callee: 'CD.review' })).status).toBe(404);
  const report = await guardian.healing.heal();
  expect(report.checks.find(({ id }) => id === 'agents.calls')).toMatchObject({ state: 'failed' });
});

test('an agent that says it is there is seen by the monitor, with what it works at', async () => {
  expect((await ask('POST', '/v1/heartbeat', { agent: 'SA', task: 'trends' })).status).toBe(200);
  expect((await ask('POST', '/v1/heartbeat', { agent: 'CE' })).status).toBe(200);
  const { agents } = await guardian.healing.heal();
  expect(agents).toContainEqual(expect.objectContaining({ id: 'SA', state: 'active', task: 'trends' }));
  expect(agents).toContainEqual(expect.objectContaining({ id: 'CE', state: 'idle' }));
});

test('a message is put into the hub, read again, and comes live to whoever listens, other writers included', async () => {
  const heard: string[] = [];
  const stop = new AbortController();
  const stream = await fetch(`http://127.0.0.1:${port}/v1/stream`, {
    headers: { authorization: `Bearer ${token}` },
    signal: stop.signal,
  });
  expect(stream.headers.get('content-type')).toContain('text/event-stream');
  const reading = (async () => {
    for await (const chunk of stream.body!.pipeThrough(new TextDecoderStream())) heard.push(chunk);
  })().catch(() => undefined);
  const sent = await ask('POST', '/v1/hub', { from: 'SA', to: 'CD', type: 'query', data: { question: '무엇?' } });
  expect(sent.status).toBe(201);
  const hub = join(room.workspace, 'knowledge/agent_hub');
  mkdirSync(hub, { recursive: true });
  writeFileSync(join(hub, 'other.json'), JSON.stringify({ id: 'x1', from: 'TD', to: 'all', type: 'broadcast', data: {} }));
  writeFileSync(join(hub, 'half.json'), '{"id": "x2", "fr');
  await expect.poll(() => heard.join(''), { timeout: 10_000 }).toContain('"id":"x1"');
  expect(heard.join('')).toContain('무엇?');
  const { id } = sent.body as { id: string };
  expect(heard.join('').split(`"id":"${id}"`)).toHaveLength(2);
  expect((await ask('GET', '/v1/hub?since=0')).body).toMatchObject({ messages: [{ from: 'SA', type: 'query' }, { id: 'x1' }] });
  stop.abort();
  await reading;
});

test('Prometheus reads the state: well formed, and what is not known has no sample', async () => {
  const { headers, text } = await ask('GET', '/metrics');
  expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  for (const line of samples) expect(line).toMatch(/^nightguard_[a-z_]+(\{([a-z_]+="[^"\\]*",?)+\})? -?[\d.e+-]+$/);
  expect(samples).toContain(`nightguard_state{state="${guardian.snapshot().overall}"} 1`);
  expect(samples).toContain(`nightguard_info{version="${version()}"} 1`);
  expect(
    samples
      .filter((line) => line.startsWith('nightguard_state'))
      .map((line) => Number(line.split(' ')[1]))
      .reduce((a, b) => a + b),
  ).toBe(1);
  expect(text).toContain('nightguard_ritual_next_timestamp_seconds{ritual="DAILY_AUTONOMOUS_DEVELOPMENT"}');
  expect(text).not.toContain('nightguard_ritual_last_duration_seconds{');
});

test('its description is made of the same schemas, and is the published one', async () => {
  const { body } = await ask('GET', '/openapi.json');
  expect(body).toEqual(openApi(version()));
  const published: unknown = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../../build/schema/loopback.openapi.json'), 'utf8'),
  );
  expect(published).toEqual(body);
  expect(Object.keys((body as { paths: object }).paths).toSorted()).toEqual(
    [...new Set(routes.map(({ path }) => path))].toSorted(),
  );
});

describe('whatever is sent', () => {
  test.each([
    ['no JSON', '{"agent": ', 400],
    ['another shape', { agent: 7 }, 400],
    ['keys that nobody knows', { agent: 'a', admin: true }, 400],
    ['control characters in a name', { agent: 'a\u001b[2J' }, 400],
    ['more than anybody needs', { agent: 'a', task: 'x'.repeat(200_000) }, 413],
  ])('%s is answered, and changes nothing', async (_, body, status) => {
    expect((await ask('POST', '/v1/heartbeat', body)).status).toBe(status);
    expect((await ask('GET', '/v1/status')).status).toBe(200);
  });

  test('nothing that anybody can think of brings it down', async () => {
    const paths = [
      ...routes.map(({ path }) => path).filter((path) => path !== '/v1/stream'),
      '/openapi.json',
      '/../etc',
      '/v1/%00',
      '//',
    ];
    await assert(
      asyncProperty(
        constantFrom(...paths),
        constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS'),
        oneof(json(), string(), constant('{"__proto__": {"a": 1}}')),
        async (path, method, body) => {
          const { status } = await ask(method, path, body);
          expect(status).toBeGreaterThanOrEqual(200);
          expect(status).toBeLessThan(500);
        },
      ),
      { numRuns: 150 },
    );
    expect((await ask('GET', '/v1/status')).status).toBe(200);
  });

  test('a hundred at once are answered', async () => {
    const all = await Promise.all(Array.from({ length: 100 }, () => ask('GET', '/v1/status')));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200]));
  });
});
