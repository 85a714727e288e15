import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { launchApp, type LaunchedApp } from '../../support/desktop-app.ts';
import { startTrayHost } from '../../support/tray-host.ts';

/** The whole application on real folders; only the dialog of the system is answered by the test. */
test('first run, a second workspace, both in the tray, remembered, one let go', async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'nightguard-first-run-')));
  const make = (name: string): { workspace: string; core: string } => {
    const place = { workspace: join(folder, name), core: join(folder, `${name}-core`) };
    for (const path of Object.values(place)) mkdirSync(path, { recursive: true });
    writeFileSync(join(place.core, 'brief.md'), `# ${name}\n`);
    return place;
  };
  const [studio, research] = [make('studio'), make('research')];
  writeFileSync(join(research.workspace, 'nightguard.yaml'), `updates:\n  source: ${research.core}\n  quietSeconds: 0\n`);
  let launched: LaunchedApp | undefined;
  const host = await startTrayHost();
  const answer = (path: string): Promise<void> =>
    (launched as LaunchedApp).app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, path);
  const choose = async (page: Page, path: string): Promise<void> => {
    await answer(path);
    await page.getByRole('button', { name: 'Choose a folder…' }).click();
  };
  const tryOutAndBegin = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Look without changing anything' }).click();
    await expect(page.getByText('1 new file')).toBeVisible();
    await page.getByRole('button', { name: 'Start guarding' }).click();
    await expect(page.locator('.headline[data-overall="good"]')).toBeVisible({ timeout: 30_000 });
  };
  try {
    launched = await launchApp({});
    const item = await host.item();
    await expect.poll(() => host.labels(item)).toContain('No workspace is guarded yet');
    const page = await launched.panel();
    await choose(page, studio.workspace);
    await expect(page.getByText('A plain folder')).toBeVisible();
    await choose(page, studio.core);
    await tryOutAndBegin(page);
    expect(existing(join(studio.workspace, 'brief.md'))).toBe('# studio\n');

    await page.getByRole('button', { name: 'Switch workspace' }).click();
    await page.getByRole('menuitem', { name: 'Add a workspace…' }).click();
    await choose(page, research.workspace);
    await expect(page.getByText('nightguard.yaml is there and stays as it is')).toBeVisible();
    await tryOutAndBegin(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('research');
    await expect.poll(() => host.tooltip(item)).toContain('research · Everything proven good');
    expect(await host.tooltip(item)).toContain('studio · Everything proven good');

    await host.click(item, 'studio · Everything proven good');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('studio');
    // Guarded, though not shown: what comes into its Core arrives.
    writeFileSync(join(research.core, 'more.md'), 'more\n');
    await expect.poll(() => existing(join(research.workspace, 'more.md')), { timeout: 30_000 }).toBe('more\n');
    const { profile } = launched;
    await launched.app.close();

    rmSync(research.workspace, { recursive: true });
    launched = await launchApp({ profile });
    const again = await host.item(2);
    await expect.poll(() => host.labels(again), { timeout: 15_000 }).toContain('research · Not reachable');
    expect(existing(research.workspace)).toBeNull();
    const panel = await launched.panel();
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText('studio');
    await panel.locator('.nav-bar button').last().click();
    await panel.getByRole('button', { name: 'Remove research…' }).click();
    await panel.getByRole('button', { name: 'Remove research from the list' }).click();
    await expect.poll(() => host.labels(again)).not.toContain('research · Not reachable');
  } finally {
    await launched?.close();
    host.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

function existing(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
