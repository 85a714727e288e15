import { readFile, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { approvalPage } from '../../support/approval-page.ts';
import { launchApp, type LaunchedApp } from '../../support/desktop-app.ts';
import { startNotificationServer, type NotificationServer } from '../../support/notification-server.ts';
import { startTrayHost, type TrayHost } from '../../support/tray-host.ts';
import { makeWorkspace, type SampleWorkspace } from '../../support/workspace.ts';

const OLD = 'def run():\n    return "old"\n';
const NEW = 'def run():\n    return "new"\n';
const SCRIPT = 'execution/run.py';
const SETTINGS = `updates:
  source: ../Core
  quietSeconds: 1
governance:
  rules:
    - name: ask about execution
      effect: ask
      types: [update.apply]
      paths: [execution/**]
`;

/** The whole of it, with nothing faked: Core, guardian, policy, notification, tray, approval window. */
test.describe('an update that a rule asks about', () => {
  let host: TrayHost;
  let notifications: NotificationServer;
  let files: SampleWorkspace;
  let launched: LaunchedApp;

  test.beforeEach(async () => {
    host = await startTrayHost();
    notifications = await startNotificationServer();
    files = await makeWorkspace({ [SCRIPT]: OLD });
    await writeFile(join(files.workspace, 'nightguard.yaml'), SETTINGS);
    launched = await launchApp({ workspace: files.workspace });
    await expect.poll(async () => host.tooltip(await host.item()), { timeout: 30_000 }).toContain('Everything proven good');
  });
  test.afterEach(async () => {
    await launched.close();
    await files.remove();
    notifications.close();
    host.close();
  });

  const here = (): Promise<string> => readFile(join(files.workspace, SCRIPT), 'utf8');
  const asked = async (): Promise<Page> => {
    await files.write('core', { [SCRIPT]: NEW });
    const told = await notifications.waitFor((sent) => sent.summary.startsWith('Your approval is asked for'), 30_000);
    const opened = approvalPage(launched);
    notifications.click(told.id);
    const page = await opened;
    await expect(page.locator('.diff-line.added')).toContainText('return "new"');
    return page;
  };

  test('is told, counted, shown with its difference, and applied once a person has approved', async () => {
    const page = await asked();
    const tray = await host.item();
    expect(await host.tooltip(tray)).toContain('1 decision needs you');
    await expect.poll(() => host.labels(tray)).toContainEqual(expect.stringMatching(/^Approve…: /));
    expect(await here()).toBe(OLD);

    await page.locator('[data-end]').scrollIntoViewIfNeeded();
    await page.getByRole('button', { name: 'Approve once…' }).click();
    await page.getByRole('button', { name: 'Approve exactly this, once' }).click();
    await expect(page.locator('[data-state="approved"], [data-state="used"]')).toContainText(`${userInfo().username} (window)`);
    await expect.poll(here, { timeout: 30_000 }).toBe(NEW);
    await expect(page.locator('[data-state="used"]')).toBeVisible();
    await expect.poll(() => host.labels(tray)).not.toContainEqual(expect.stringMatching(/^Approve…: /));
    const calls = notifications.sent.filter((sent) => /approval is asked for|decisions? needs? you/.test(sent.summary));
    expect(calls).toHaveLength(1);
  });

  test('is left alone once a person has denied it', async () => {
    const page = await asked();
    await page.getByRole('button', { name: 'Deny…' }).click();
    await page.getByLabel(/^Reason/).fill('Not before the release.');
    await page.getByRole('button', { name: 'Deny this request' }).click();
    await expect(page.locator('[data-state="denied"]')).toContainText('Not before the release.');
    await expect.poll(async () => host.labels(await host.item())).not.toContainEqual(expect.stringMatching(/^Approve…: /));
    expect(await here()).toBe(OLD);
  });
});
