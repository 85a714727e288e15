import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { launchApp, type LaunchedApp } from '../../support/desktop-app.ts';
import { startNotificationServer, type NotificationServer } from '../../support/notification-server.ts';
import { runProgram } from '../../support/run-program.ts';
import { startTrayHost, type TrayHost } from '../../support/tray-host.ts';
import { makeWorkspace, type SampleWorkspace } from '../../support/workspace.ts';

const CLI = resolve(import.meta.dirname, '../../../out/main/cli.js');
const SETTINGS = `# guarded by us
updates:
  source: ../Core
  quietSeconds: 1
environment:
  expect: listed
  directories: [outbox]
rituals:
  defaults: false
  list:
    GREET:
      taskType: COMMAND
      every: 30d
      run: ['echo hello from the ritual']
`;

/** Places in the navigation, and within them. */
const PLACES = {
  errors: [2, 0],
  environment: [3, 0],
  security: [3, 1],
  health: [4, 0],
  alerts: [4, 1],
  rituals: [5, 0],
  logs: [7, 0],
  settings: [8, 0],
} as const;

/** The main act of each view, over the real guardian, real programs and real files. Updates, rollback and approvals have stories of their own. */
test.describe('the main act of', () => {
  let host: TrayHost;
  let notifications: NotificationServer;
  let files: SampleWorkspace;
  let launched: LaunchedApp;
  let page: Page;

  test.beforeAll(async () => {
    host = await startTrayHost();
    notifications = await startNotificationServer();
    files = await makeWorkspace({ 'execution/broken.py': 'prices = {}\nprint(prices["bread"])\n' });
    await files.write('workspace', { 'nightguard.yaml': SETTINGS });
    const words = [CLI, 'run', '--workspace', files.workspace, '--', 'python3', 'execution/broken.py'];
    await runProgram(process.execPath, words, { cwd: files.workspace, env: process.env });
    launched = await launchApp({ workspace: files.workspace });
    page = await launched.panel();
    await expect(page.locator('.headline')).toBeVisible();
  });
  test.afterAll(async () => {
    await launched.close();
    await files.remove();
    notifications.close();
    host.close();
  });
  const goTo = async (view: keyof typeof PLACES): Promise<void> => {
    const [place, within] = PLACES[view];
    await page.locator('.nav-bar button').nth(place).click();
    if (within > 0) await page.locator('.place-views button').nth(within).click();
    await expect(page.locator(`main[data-view="${view}"]`)).toBeVisible();
  };

  test('Errors: a program that failed is listed with its place, and ignored', async () => {
    await goTo('errors');
    await page.locator('[data-group]').first().click();
    await expect(page.getByRole('article')).toContainText('execution/broken.py');
    await page.getByRole('button', { name: 'Ignore' }).click();
    await expect(page.getByRole('button', { name: 'Open again' })).toBeVisible();
  });

  test('Environment: what is missing is put right, on the disk too', async () => {
    await goTo('environment');
    await page.getByRole('button', { name: 'Check and put right' }).click();
    await expect.poll(() => existsSync(join(files.workspace, 'outbox')), { timeout: 30_000 }).toBe(true);
    await expect(page.getByText('The environment is as it should be')).toBeVisible({ timeout: 30_000 });
  });

  test('Security: packages are looked at, and the look stands in the history', async () => {
    await goTo('security');
    await page.getByRole('button', { name: 'Check only' }).click();
    await expect(page.getByText('S-0001').first()).toBeVisible({ timeout: 60_000 });
  });

  test('Health: the machine is looked at now, and its figures are there', async () => {
    await goTo('health');
    await page.getByRole('button', { name: 'Look now and mend' }).click();
    await expect(page.getByText(/^Score \d+ of 100$/)).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('machine 4/4', { exact: false })).toBeVisible();
  });

  test('Alerts: a test reaches the desktop', async () => {
    await goTo('alerts');
    await page.locator('[data-channel="desktop"]').getByRole('button').click();
    await expect(page.locator('.outcome')).toContainText('The test was delivered to desktop');
    await page.getByRole('button', { name: 'Dismiss' }).click();
  });

  test('Rituals: a command of ours is run, and what it printed is there', async () => {
    await goTo('rituals');
    await page.locator('[data-ritual="GREET"]').click();
    await page.getByRole('button', { name: 'Run now: GREET' }).click();
    await page.locator('[data-run] summary').first().click({ timeout: 30_000 });
    await expect(page.locator('[data-run] pre').first()).toContainText('hello from the ritual');
  });

  test('Logs: what the ritual printed is found', async () => {
    await goTo('logs');
    await page.locator('[data-log="rituals"]').click();
    await page.getByRole('searchbox').fill('hello from the ritual');
    await expect(page.locator('.log-text').getByText('hello from the ritual').first()).toBeVisible({ timeout: 30_000 });
  });

  test('Settings: a field is changed, shown as a difference and saved with the comment kept', async () => {
    await goTo('settings');
    await page.getByRole('textbox', { name: 'Quiet time in Core' }).fill('2');
    await page.locator('.settings-editor .button.primary').click();
    await expect(page.locator('.diff-line.added')).toContainText('quietSeconds: 2');
    await page.locator('.dialog .button').last().click();
    await expect
      .poll(() => readFileSync(join(files.workspace, 'nightguard.yaml'), 'utf8'))
      .toBe(SETTINGS.replace('quietSeconds: 1', 'quietSeconds: 2'));
  });
});
