import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { FakeGuardian } from '../../support/fake-guardian.ts';
import { buildFakeApp, FAKE_APP } from '../../support/fake-app/build.ts';
import { launchAgain, launchApp, type LaunchedApp } from '../../support/desktop-app.ts';
import { NOON, sampleHeld, sampleRelease } from '../../support/sample-snapshot.ts';
import { startTrayHost, type TrayHost } from '../../support/tray-host.ts';

/** The real tray, window and D-Bus; only the guardian behind them is a fake, so that every state can be shown. */
test.describe('tray', () => {
  let host: TrayHost | undefined;
  let launched: LaunchedApp | undefined;
  let workspace: string;

  test.beforeAll(async () => {
    await buildFakeApp();
    workspace = await mkdtemp(join(tmpdir(), 'nightguard-workspace-'));
  });
  test.afterAll(() => rm(workspace, { recursive: true, force: true }));
  test.afterEach(async () => {
    await launched?.close();
    launched = undefined;
    host?.close();
    host = undefined;
  });

  const start = async (): Promise<LaunchedApp> => {
    launched = await launchApp({ main: FAKE_APP, workspace });
    await expect.poll(asked).toContainEqual({ act: 'watch', values: null });
    return launched;
  };
  const become = (changes: Parameters<FakeGuardian['become']>[0]): Promise<void> =>
    (launched as LaunchedApp).app.evaluate((_electron, values) => globalThis.fakeGuardian?.become(values), changes);
  const asked = (): Promise<FakeGuardian['asked'][number][]> =>
    (launched as LaunchedApp).app.evaluate(() => globalThis.fakeGuardian?.asked ?? []);

  test('registers with the panel and says the state in words', async () => {
    host = await startTrayHost();
    await start();
    const item = await host.item();
    expect(await host.tooltip(item)).toContain('97layerOS · Everything proven good');
    const [sentence] = await host.menu(item);
    expect(sentence).toMatchObject({ label: 'Everything proven good', enabled: false });
  });

  test('has a shape of its own for every state', async () => {
    host = await startTrayHost();
    await start();
    const item = await host.item();
    const states: Record<string, Parameters<FakeGuardian['become']>[0]> = {
      good: {},
      working: { activity: { act: 'update', phase: 'applying', done: 1, total: 3, release: null } },
      'needs-you': { held: [sampleHeld()] },
      problem: { problems: [{ code: 'disk-full', detail: '', at: NOON, severity: 'harm', release: null }] },
      paused: { pausedUntil: NOON + 3_600_000 },
      unknown: { lastCheck: null },
    };
    const shapes = new Map<string, string>();
    for (const [state, changes] of Object.entries(states)) {
      const before = shapes.size === 0 ? '' : [...shapes.keys()].at(-1);
      await become(changes);
      await expect.poll(async () => shapeOf(await (host as TrayHost).icon(item))).not.toBe(before);
      shapes.set(shapeOf(await host.icon(item)), state);
    }
    expect([...shapes.values()]).toEqual(Object.keys(states));
  });

  test('shows what needs a person and the last release with its undo', async () => {
    host = await startTrayHost();
    await start();
    const item = await host.item();
    await become({ held: [sampleHeld()], releases: [sampleRelease()] });
    await expect.poll(() => (host as TrayHost).labels(item)).toContain('libs/core_config.py – Changed in Core and here');
    expect(await host.labels(item)).toContain('Roll back R-0142…');
  });

  test('the menu asks the guardian', async () => {
    host = await startTrayHost();
    await start();
    const item = await host.item();
    await host.click(item, 'Update now');
    await host.click(item, 'Pause for 1 hour');
    await expect.poll(asked).toEqual(
      expect.arrayContaining([
        { act: 'update', values: { trigger: 'tray' } },
        { act: 'pause', values: 60 },
      ]),
    );
  });

  test('start at login is remembered by the desktop and shown as checked', async () => {
    host = await startTrayHost();
    await start();
    const item = await host.item();
    await host.click(item, 'Start at login');
    const checked = async () => (await (host as TrayHost).menu(item)).find((entry) => entry.label === 'Start at login')?.checked;
    await expect.poll(checked).toBe(true);
  });

  test('comes back when the panel starts after the application', async () => {
    await start();
    await expect.poll(asked).toContainEqual({ act: 'watch', values: null });
    host = await startTrayHost();
    const item = await host.item();
    expect(await host.tooltip(item)).toContain('Everything proven good');
  });

  test('a second start shows the panel of the first and ends', async () => {
    host = await startTrayHost();
    const { app, profile } = await start();
    const opened = app.waitForEvent('window');
    expect(await launchAgain(profile, FAKE_APP)).toBe(0);
    await opened;
    expect(await visibleWindows()).toBe(1);
  });

  test('closing the panel hides it and the guardian goes on', async () => {
    host = await startTrayHost();
    const { app } = await start();
    const item = await host.item();
    const opened = app.waitForEvent('window');
    await host.click(item, 'Open Nightguard');
    await opened;
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect.poll(visibleWindows).toBe(0);
    expect(await host.tooltip(item)).toContain('Everything proven good');
  });

  test('the menu of the application goes to every view, and has nothing for developers', async () => {
    const page = await (await start()).panel();
    const items = await (launched as LaunchedApp).app.evaluate(({ Menu }) => {
      const menu = Menu.getApplicationMenu();
      menu?.getMenuItemById('rituals')?.click();
      const below = menu?.items.flatMap((top) => top.submenu?.items ?? []) ?? [];
      return below.map((item) => ({ role: item.role ?? '', keys: item.accelerator ?? '' }));
    });
    await expect(page.locator('main[data-view="rituals"]')).toBeVisible();
    expect(items.map(({ keys }) => keys)).toEqual(
      expect.arrayContaining(['CmdOrCtrl+1', 'CmdOrCtrl+9', 'CmdOrCtrl+,', 'CmdOrCtrl+R']),
    );
    expect(items.filter(({ role }) => /dev|reload/i.test(role))).toEqual([]);
  });

  test('quit gives everything back and leaves no process', async () => {
    host = await startTrayHost();
    const { app } = await start();
    const item = await host.item();
    const pids = await app.evaluate(({ app: electron }) => electron.getAppMetrics().map((metric) => metric.pid));
    const closed = app.waitForEvent('close');
    await host.click(item, 'Quit Nightguard');
    await closed;
    await expect.poll(() => pids.filter(isAlive)).toEqual([]);
  });

  const visibleWindows = (): Promise<number> =>
    (launched as LaunchedApp).app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((window) => window.isVisible()).length,
    );
});

/** Which pixels are covered: says the shape, whatever the colour. */
function shapeOf({ pixels }: { pixels: Buffer }): string {
  return Array.from({ length: pixels.length / 4 }, (_, index) => ((pixels[index * 4] ?? 0) > 127 ? '#' : '.')).join('');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
