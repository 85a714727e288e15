import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { ensureSample } from '../../../build/sample/index.mjs';
import type { AppSettings, Bridge } from '../../../shared/ipc/contract.ts';
import { aaosSample, newCanon } from '../../support/aaos-sample.ts';
import { openApprovals } from '../../support/approval-page.ts';
import { launchApp, type LaunchedApp } from '../../support/desktop-app.ts';
import { makeWorkspace, type SampleWorkspace } from '../../support/workspace.ts';

/** `npm run screenshots` puts them where the README shows them; the tests alone leave those in peace. */
const FOLDER = process.env['NIGHTGUARD_SCREENSHOTS'] ?? 'test-results/screenshots';

/** The README's pictures: the real application on the sample workspace, nothing staged. */
test.describe('the sample workspace', () => {
  let folder: string;
  let launched: LaunchedApp;

  test.beforeEach(async () => {
    await mkdir(FOLDER, { recursive: true });
    const sample = await ensureSample({ fresh: true });
    folder = await realpath(await mkdtemp(join(tmpdir(), 'nightguard-pictures-')));
    await cp(join(sample.workspace, '..'), folder, { recursive: true });
    launched = await launchApp({ workspace: join(folder, '97layerOS') });
  });
  test.afterEach(async () => {
    await launched.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('brings its updates in, holds its conflict, and is shown in two languages and two themes', async () => {
    const panel = await launched.panel();
    // There once the release is verified.
    await expect(panel.getByRole('button', { name: /roll back/i }).first()).toBeVisible({ timeout: 60_000 });
    await size(launched, 400, 640);
    for (const language of ['en', 'ko'] as const) {
      for (const theme of ['light', 'dark'] as const) {
        await change(panel, { language, theme });
        await expect(panel.locator('html')).toHaveAttribute('lang', language);
        await picture(panel, `overview-${theme}-${language}`);
      }
      await change(panel, { theme: 'light' });
      await size(launched, 900, 640);
      await panel.locator('.nav-bar button').nth(1).click();
      await panel.getByText('R-0001').first().click();
      await picture(panel, `updates-${language}`);
      await panel.locator('.nav-bar button').nth(0).click();
      await size(launched, 400, 640);
    }
    await change(panel, { language: 'en' });
    await panel
      .getByRole('button', { name: /roll back/i })
      .first()
      .click();
    await expect(panel.getByRole('dialog')).toBeVisible();
    await picture(panel, 'rollback-en');
  });
});

/** The same, of a workspace with an immune system: what it judges, and what it asks a person. */
test.describe('a workspace with an immune system', () => {
  let files: SampleWorkspace;
  let launched: LaunchedApp;

  test.beforeEach(async () => {
    await mkdir(FOLDER, { recursive: true });
    files = await makeWorkspace(await aaosSample());
    launched = await launchApp({ workspace: files.workspace });
  });
  test.afterEach(async () => {
    await launched.close();
    await files.remove();
  });

  test('judges its structures, keeps its log, and asks before the Canon changes', async () => {
    const panel = await launched.panel();
    await expect(panel.getByText('Everything proven good').first()).toBeVisible({ timeout: 60_000 });
    await files.write('core', { 'README.md': newCanon });
    await expect(panel.getByText(/needs you/i).first()).toBeVisible({ timeout: 60_000 });
    await size(launched, 900, 640);
    for (const language of ['en', 'ko'] as const) {
      await change(panel, { language, theme: 'light' });
      await panel
        .locator('.nav-bar')
        .getByRole('button', { name: /^(Constitution|헌법)/ })
        .click();
      await panel.getByRole('treeitem', { name: /^drafts/ }).click();
      await picture(panel, `constitution-${language}`);
      const approval = await openApprovals(launched);
      await expect(approval.locator('.diff-line.added').first()).toBeVisible();
      await picture(approval, `approval-${language}`);
      await approval.close();
    }
  });
});

const change = (panel: Page, settings: Partial<AppSettings>): Promise<unknown> =>
  panel.evaluate((values) => {
    const { nightguard } = globalThis as unknown as { nightguard: Bridge };
    return nightguard.call('app:settings', values);
  }, settings);

const size = ({ app }: LaunchedApp, width: number, height: number): Promise<void> =>
  app.evaluate(
    ({ BrowserWindow }, [wide, high]) => BrowserWindow.getAllWindows()[0]?.setContentSize(wide ?? 0, high ?? 0),
    [width, height],
  );

async function picture(panel: Page, name: string): Promise<void> {
  await panel.mouse.move(0, 0);
  // Two frames: what was just changed has been painted then.
  await panel.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const png = await panel.screenshot({ animations: 'disabled' });
  expect(png.length).toBeGreaterThan(10_000);
  await writeFile(join(FOLDER, `${name}.png`), png);
}
