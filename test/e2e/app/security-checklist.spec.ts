/* oxlint-disable eslint/no-extend-native, eslint/no-eval, typescript/unbound-method -- a page that was taken over does all of this */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { globSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { openApprovals } from '../../support/approval-page.ts';
import { leave, openWindows, permissionsGranted, reach, type Bridge } from '../../support/attempts.ts';
import { launchApp, type LaunchedApp } from '../../support/desktop-app.ts';
import { buildFakeApp, FAKE_APP } from '../../support/fake-app/build.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

/**
 * Electron's security checklist, item by item and by its numbers (electronjs.org/docs/latest/tutorial/security): what a page that
 * was taken over could try, tried from inside the real panel and the real approval window.
 */
test.describe('security checklist', () => {
  let workspace: string;
  let launched: LaunchedApp;
  let panel: Page;
  let approval: Page;
  let server: Server;
  let address: string;
  let requests = 0;
  const complaints: string[] = [];
  const pages = (): [string, Page][] => [
    ['panel', panel],
    ['approval', approval],
  ];

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
    approval = await openApprovals(launched);
  });
  test.afterAll(async () => {
    await launched.close();
    server.close();
    await rm(workspace, { recursive: true, force: true });
  });
  test.afterEach(async () => {
    expect(panel.url()).toMatch(/^nightguard:\/\/panel\//);
    expect(approval.url()).toMatch(/^nightguard:\/\/approval\//);
    // The driver hears of closed windows a little later.
    await expect.poll(() => launched.app.windows().length).toBe(2);
    expect(requests).toBe(0);
  });

  const preferences = (): Promise<Record<string, unknown>[]> =>
    launched.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => {
        const { getLastWebPreferences } = contents as unknown as { getLastWebPreferences(): Record<string, unknown> };
        return { ...getLastWebPreferences.call(contents) };
      }),
    );
  /** Of every page: its preferences have these values. */
  async function expectPreferences(wanted: Record<string, unknown>): Promise<void> {
    const found = await preferences();
    expect(found).toHaveLength(2);
    for (const one of found) expect(one).toMatchObject(wanted);
  }

  test('before anything else: the pages themselves need nothing that their policies forbid', () => {
    expect(complaints.filter((text) => /content security policy|refused/i.test(text))).toEqual([]);
  });

  test('1: nothing is loaded but what is our own, and the network cannot be reached', async () => {
    for (const [name, page] of pages()) {
      const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name));
      expect(loaded.filter((url) => !url.startsWith(`nightguard://${name}/`))).toEqual([]);
      expect(await reach(page, address)).toEqual([]);
    }
  });

  test('2: there is no Node in a page', async () => {
    await expectPreferences({ nodeIntegration: false, nodeIntegrationInSubFrames: false });
    for (const one of await preferences()) expect(one['nodeIntegrationInWorker'] ?? false).toBe(false);
    for (const [, page] of pages()) {
      const found = await page.evaluate(() =>
        ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'global'].filter((name) => name in globalThis),
      );
      expect(found).toEqual([]);
    }
  });

  test('3: contexts are isolated: what a page does to its own world does not reach the preload', async () => {
    await expectPreferences({ contextIsolation: true });
    const message = await panel.evaluate(async () => {
      const { has } = Set.prototype;
      Set.prototype.has = () => true;
      const { nightguard } = globalThis as unknown as { nightguard: Bridge };
      const refused = await Promise.resolve()
        .then(() => nightguard.call('shell:openExternal', 'x'))
        .catch((error: Error) => error.message);
      Set.prototype.has = has;
      return refused;
    });
    expect(message).toContain('There is no channel');
  });

  test('4: every page runs in the sandbox', () => expectPreferences({ sandbox: true }));

  test('5: no permission is given, for no device and no window', async () => {
    for (const [, page] of pages()) expect(await permissionsGranted(page)).toEqual([]);
  });

  test('6, 8, 9, 10: web security is on, and nothing insecure or experimental', async () => {
    await expectPreferences({ webSecurity: true, allowRunningInsecureContent: false });
    for (const one of await preferences()) {
      expect(one['experimentalFeatures'] ?? false).toBe(false);
      expect(one['enableBlinkFeatures'] ?? '').toBe('');
    }
    const given = await launched.app.evaluate(({ app }) =>
      ['enable-blink-features', 'enable-experimental-web-platform-features', 'disable-web-security'].filter((name) =>
        app.commandLine.hasSwitch(name),
      ),
    );
    expect(given).toEqual([]);
  });

  test('7: the policy allows neither inline code nor eval nor inline styles, and says so', async () => {
    for (const [name] of pages()) {
      const policy = await launched.app.evaluate(
        ({ session }, host) =>
          session
            .fromPartition(host)
            .fetch(`nightguard://${host}/index.html`)
            .then((answer) => answer.headers.get('content-security-policy') ?? ''),
        name,
      );
      for (const part of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"])
        expect(policy).toContain(part);
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
    }
    const ran = await panel.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.owned = true';
      document.body.append(script);
      const style = document.createElement('style');
      style.textContent = 'body { --owned: yes }';
      document.body.append(style);
      // In its own turn of the loop: what the driver runs directly is exempt.
      await new Promise((done) => setTimeout(done));
      const evaluated = ((): boolean => {
        try {
          return (globalThis as unknown as { eval(code: string): unknown }).eval('1 + 1') === 2;
        } catch {
          return false;
        }
      })();
      return ['owned' in globalThis, getComputedStyle(document.body).getPropertyValue('--owned') !== '', evaluated];
    });
    expect(ran).toEqual([false, false, false]);
    // And it was heard: an empty list of complaints before says something.
    await expect.poll(() => complaints.some((text) => /content security policy/i.test(text))).toBe(true);
  });

  test('11, 12: there is no webview', async () => {
    await expectPreferences({ webviewTag: false });
    for (const [, page] of pages()) {
      await page.evaluate((url) => {
        const view = document.createElement('webview');
        view.setAttribute('src', url);
        view.setAttribute('allowpopups', '');
        document.body.append(view);
      }, address);
    }
    const types = await launched.app.evaluate(({ webContents }) => webContents.getAllWebContents().map((one) => one.getType()));
    expect(types).toEqual(['window', 'window']);
  });

  test('13: no page goes anywhere else', async () => {
    const elsewhere = [address, 'file:///etc/passwd', 'data:text/html,<h1>x</h1>', 'nightguard://other/index.html'];
    for (const target of elsewhere) await leave(panel, target);
    for (const target of [...elsewhere, 'nightguard://panel/index.html']) await leave(approval, target);
    await leave(panel, 'nightguard://approval/index.html');
  });

  test('13: a page that empties itself, which no engine lets anybody prevent, is loaded again', async () => {
    for (const [name, page] of pages()) {
      await page.evaluate(() => location.assign('about:blank'));
      await page.waitForURL(`nightguard://${name}/index.html`);
      await page.locator('main').waitFor();
    }
  });

  test('14: no page opens a window', async () => {
    for (const [, page] of pages()) expect(await openWindows(page, address)).toEqual([false, false, false, false]);
  });

  test('15: nothing in the application gives an address to the system', () => {
    const sources = globSync('{electron,renderer,shared}/**/*.{ts,tsx}', { cwd: ROOT });
    expect(sources.length).toBeGreaterThan(300);
    expect(sources.filter((file) => readFileSync(join(ROOT, file), 'utf8').includes('openExternal'))).toEqual([]);
  });

  test('16: the version of Electron is pinned exactly', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('17: questions of any other window are refused, whatever it shows and however it was made', async () => {
    const replies = await launched.app.evaluate(
      async ({ BrowserWindow, session }, [root, pagesShown]) => {
        const answers: unknown[] = [];
        for (const [partition, preload, url, bridge, channel] of pagesShown) {
          const window = new BrowserWindow({
            show: false,
            webPreferences: {
              preload: `${root}/out/preload/${preload}.cjs`,
              session: session.fromPartition(partition),
              sandbox: true,
            },
          });
          await window.loadURL(url);
          answers.push(await window.webContents.executeJavaScript(`${bridge}.call('${channel}', null)`));
          window.destroy();
        }
        return answers;
      },
      [
        ROOT,
        [
          ['panel', 'panel', 'nightguard://panel/index.html', 'nightguard', 'guardian:snapshot'],
          ['approval', 'panel', 'nightguard://approval/index.html', 'nightguard', 'guardian:snapshot'],
          ['approval', 'approval', 'nightguard://approval/index.html', 'nightguardApproval', 'approval:begin'],
          ['other', 'panel', 'about:blank', 'nightguard', 'guardian:snapshot'],
          ['other', 'approval', 'data:text/html,x', 'nightguardApproval', 'approval:begin'],
        ],
      ] as const,
    );
    expect(replies).toHaveLength(5);
    for (const reply of replies) expect(reply).toMatchObject({ ok: false, error: { code: 'denied' } });
  });

  test('18: no file of the machine is read, by its address or through our own scheme', async () => {
    for (const [, page] of pages()) expect(await reach(page, 'file:///etc/passwd')).toEqual([]);
    const statuses = await launched.app.evaluate(
      async ({ session }, urls) => {
        const own = session.fromPartition('panel');
        const ask = (url: string): Promise<string> =>
          own.fetch(url).then(
            (answer) => String(answer.status),
            () => 'refused',
          );
        return Promise.all(urls.map(ask));
      },
      [
        'nightguard://panel/../main/main.js',
        'nightguard://panel/%2e%2e/main/main.js',
        'nightguard://panel/assets/..%2f..%2fmain/main.js',
        'nightguard://panel/assets/..%5c..%5cmain%5cmain.js',
        'nightguard://panel/assets/%00',
        'nightguard://panel//etc/passwd',
        'nightguard://panel/approval/index.html',
        'nightguard://other/index.html',
        'file:///etc/passwd',
        address,
      ],
    );
    expect(statuses.filter((status) => status !== '404' && status !== 'refused')).toEqual([]);
  });

  test('20: a page is given two functions, and no object of Electron', async () => {
    const surfaces = await Promise.all([
      panel.evaluate(() => Object.keys((globalThis as unknown as { nightguard: object }).nightguard).sort()),
      approval.evaluate(() => Object.keys((globalThis as unknown as { nightguardApproval: object }).nightguardApproval).sort()),
    ]);
    expect(surfaces).toEqual([
      ['call', 'on'],
      ['call', 'on'],
    ]);
    // Listening is asked for, and has begun, before anything is pushed.
    await panel.evaluate(() => {
      const page = globalThis as unknown as { nightguard: Bridge; pushed: Promise<number> };
      page.pushed = new Promise((done) => void page.nightguard.on('snapshot', (...values) => done(values.length)));
    });
    await launched.app.evaluate(() => globalThis.fakeGuardian?.become({}));
    expect(await panel.evaluate(() => (globalThis as unknown as { pushed: Promise<number> }).pushed)).toBe(1);
  });

  test('beyond the list: hostile values through the real bridge are refused, and the panel goes on', async () => {
    const replies = await panel.evaluate(async () => {
      const { nightguard } = globalThis as unknown as { nightguard: Bridge };
      const cyclic: Record<string, unknown> = { minutes: 1 };
      cyclic['minutes'] = cyclic;
      const values = [
        { minutes: 'all' },
        { minutes: Number.NaN },
        { minutes: Number.POSITIVE_INFINITY },
        JSON.parse('{"__proto__":{"minutes":5}}') as unknown,
        cyclic,
        new Map([['minutes', 5]]),
        [5],
        'x'.repeat(5_000_000),
        undefined,
        new Date(),
        10n,
      ];
      return Promise.all(values.map((value) => nightguard.call('guardian:pause', value)));
    });
    for (const reply of replies) expect(reply).toMatchObject({ ok: false, error: { code: 'usage' } });
    const asked = await launched.app.evaluate(() => globalThis.fakeGuardian?.asked.filter(({ act }) => act === 'pause'));
    expect(asked).toEqual([]);
    // What cannot be cloned does not even leave the page.
    const uncloned = await panel.evaluate(() =>
      (globalThis as unknown as { nightguard: Bridge }).nightguard
        .call('guardian:pause', { minutes: () => 5 })
        .catch((error: Error) => error.message),
    );
    expect(uncloned).toMatch(/clone/);
  });
});
