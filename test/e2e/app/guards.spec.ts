import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { launchApp, type LaunchedApp } from '../../support/desktop-app.ts';
import { buildFakeApp, FAKE_APP } from '../../support/fake-app/build.ts';

/** What a page that was taken over could try. Each attempt is made from inside the real panel. */
test.describe('a compromised panel', () => {
  let workspace: string;
  let launched: LaunchedApp;
  let panel: Page;
  let server: Server;
  let address: string;
  let requests = 0;
  const complaints: string[] = [];

  test.beforeAll(async () => {
    await buildFakeApp();
    workspace = await mkdtemp(join(tmpdir(), 'nightguard-workspace-'));
    server = createServer((_request, response) => {
      requests += 1;
      response.end('reached');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    launched = await launchApp({ main: FAKE_APP, workspace });
    launched.app.context().on('console', (message) => complaints.push(message.text()));
    panel = await launched.panel();
    await panel.getByText('Everything proven good').first().waitFor();
  });
  test.afterAll(async () => {
    await launched.close();
    server.close();
    await rm(workspace, { recursive: true, force: true });
  });

  test('the panel itself needs nothing that the policy forbids', () => {
    expect(complaints.filter((text) => /content security policy|refused/i.test(text))).toEqual([]);
  });

  test('has no Node and no Electron', async () => {
    const found = await panel.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((name) => name in globalThis),
    );
    expect(found).toEqual([]);
    expect(await panel.evaluate(() => Object.keys((globalThis as unknown as { nightguard: object }).nightguard).sort())).toEqual([
      'call',
      'on',
    ]);
  });

  test('cannot reach the network', async () => {
    const answers = await panel.evaluate(async (url) => {
      const image = (source: string) =>
        new Promise((done) => {
          const element = new Image();
          element.addEventListener('load', () => done('loaded'));
          element.addEventListener('error', () => done('refused'));
          element.src = source;
        });
      return [
        await fetch(url).then(
          () => 'fetched',
          () => 'refused',
        ),
        await image(url),
        await image('file:///etc/passwd'),
      ];
    }, address);
    expect(answers).toEqual(['refused', 'refused', 'refused']);
    expect(requests).toBe(0);
  });

  test('cannot go elsewhere or open a window', async () => {
    const opened = await panel.evaluate((url) => window.open(url) === null, address);
    await panel.evaluate((url) => location.assign(url), address);
    await panel.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    expect(opened).toBe(true);
    expect(panel.url()).toMatch(/^nightguard:\/\/panel\//);
    expect(launched.app.windows()).toHaveLength(1);
    expect(requests).toBe(0);
  });

  test('cannot run inline code', async () => {
    const ran = await panel.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.owned = true';
      document.body.append(script);
      return 'owned' in globalThis;
    });
    expect(ran).toBe(false);
    // And it was heard: an empty list of complaints above says something.
    await expect.poll(() => complaints.some((text) => /content security policy/i.test(text))).toBe(true);
  });

  test('cannot read files of the application or the machine through our scheme', async () => {
    const addresses = [
      'nightguard://panel/../main/main.js',
      'nightguard://panel/%2e%2e/main/main.js',
      'nightguard://other/index.html',
    ];
    const statuses = await launched.app.evaluate(async ({ session }, urls) => {
      const answers: string[] = [];
      for (const url of urls) {
        answers.push(
          await session
            .fromPartition('panel')
            .fetch(url)
            .then(
              (answer) => String(answer.status),
              () => 'refused',
            ),
        );
      }
      return answers;
    }, addresses);
    expect(statuses.every((status) => status === '404' || status === 'refused')).toBe(true);
  });

  test('cannot ask for what is not in the contract, nor with values that do not fit', async () => {
    const replies = await panel.evaluate(async () => {
      const bridge = (globalThis as unknown as { nightguard: { call(channel: string, input: unknown): Promise<unknown> } })
        .nightguard;
      const unknown = await Promise.resolve()
        .then(() => bridge.call('shell:openExternal', 'x'))
        .catch((error: Error) => error.message);
      return [unknown, await bridge.call('guardian:pause', { minutes: 'all' })];
    });
    expect(replies[0]).toContain('There is no channel');
    expect(replies[1]).toMatchObject({ ok: false, error: { code: 'usage' } });
  });

  test('gets no permission', async () => {
    expect(await panel.evaluate(() => Notification.requestPermission())).toBe('denied');
  });
});
