import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { launchApp, type LaunchedApp } from '../../support/desktop-app.ts';
import { startNotificationServer, type NotificationServer } from '../../support/notification-server.ts';
import { startTrayHost, type TrayHost } from '../../support/tray-host.ts';
import { makeWorkspace, type SampleWorkspace } from '../../support/workspace.ts';

const OLD = 'def run():\n    return "old"\n';
const NEW = 'def run():\n    return "new"\n';
const SCRIPT = 'execution/run.py';

/** The whole of it, with nothing faked: Core, guardian, tray, notification, panel. */
test.describe('a file dropped into Core', () => {
  let host: TrayHost;
  let notifications: NotificationServer;
  let files: SampleWorkspace;
  let launched: LaunchedApp;

  test.beforeEach(async () => {
    host = await startTrayHost();
    notifications = await startNotificationServer();
    files = await makeWorkspace({ [SCRIPT]: OLD, 'directives/tone.md': '# Tone\n' });
    launched = await launchApp({ workspace: files.workspace });
  });
  test.afterEach(async () => {
    await launched.close();
    await files.remove();
    notifications.close();
    host.close();
  });

  const here = (): Promise<string> => readFile(join(files.workspace, SCRIPT), 'utf8');
  const proven = async (): Promise<void> => {
    await expect.poll(async () => host.tooltip(await host.item()), { timeout: 30_000 }).toContain('Everything proven good');
  };

  test('is applied, told, shown in the tray, and taken back with one click', async () => {
    await proven();
    await files.write('core', { [SCRIPT]: NEW });
    await expect.poll(here, { timeout: 30_000 }).toBe(NEW);

    const told = await notifications.waitFor((sent) => sent.summary === '1 file updated');
    const tray = await host.item();
    await expect.poll(() => host.labels(tray)).toContainEqual(expect.stringMatching(/^R-\d{4} · \d\d:\d\d · 1 file updated$/));

    const opened = launched.app.waitForEvent('window');
    notifications.click(told.id);
    const panel = await opened;
    await panel
      .getByRole('button', { name: /roll back/i })
      .first()
      .click();
    await panel
      .getByRole('dialog')
      .getByRole('button', { name: /roll back/i })
      .click();
    await expect.poll(here, { timeout: 30_000 }).toBe(OLD);
    await expect.poll(() => host.labels(tray)).toContainEqual(expect.stringMatching(/rolled back R-\d{4}$/));
  });

  test('when Core vanishes nothing is removed, and when it returns its updates arrive', async () => {
    await proven();
    await rename(files.core, `${files.core}-away`);
    await expect.poll(async () => host.tooltip(await host.item()), { timeout: 30_000 }).not.toContain('Everything proven good');
    expect(await here()).toBe(OLD);

    await rename(`${files.core}-away`, files.core);
    await files.write('core', { [SCRIPT]: NEW });
    await expect.poll(here, { timeout: 60_000 }).toBe(NEW);
  });

  test('that arrives bit by bit is applied once, when it is whole', async () => {
    await proven();
    for (let length = 1; length < NEW.length; length += 6) {
      await files.write('core', { [SCRIPT]: NEW.slice(0, length) });
      expect(await here()).toBe(OLD);
      await pause(300);
    }
    await files.write('core', { [SCRIPT]: NEW });
    await expect.poll(here, { timeout: 30_000 }).toBe(NEW);
    await notifications.waitFor((sent) => sent.summary === '1 file updated');
    expect(notifications.sent.filter((sent) => sent.summary.includes('updated'))).toHaveLength(1);
  });

  test('when Core is emptied the set is held for a person and nothing is removed', async () => {
    await proven();
    await rm(join(files.core, SCRIPT));
    await rm(join(files.core, 'directives/tone.md'));
    await expect.poll(async () => host.tooltip(await host.item()), { timeout: 30_000 }).toMatch(/decisions? needs? you/);
    expect(await here()).toBe(OLD);
    expect(await readFile(join(files.workspace, 'directives/tone.md'), 'utf8')).toBe('# Tone\n');
  });

  test('a second start after a rollback does not bring the rolled-back content again', async () => {
    await proven();
    await files.write('core', { [SCRIPT]: NEW });
    await notifications.waitFor((sent) => sent.summary === '1 file updated');
    const panel = await launched.panel();
    await panel
      .getByRole('button', { name: /roll back/i })
      .first()
      .click();
    await panel
      .getByRole('dialog')
      .getByRole('button', { name: /roll back/i })
      .click();
    await expect.poll(here, { timeout: 30_000 }).toBe(OLD);

    const before = host.registered();
    await launched.close();
    launched = await launchApp({ workspace: files.workspace });
    const tray = await host.item(before + 1);
    // Looked at Core again, and left it as the person wanted it.
    await expect.poll(() => host.tooltip(tray), { timeout: 30_000 }).toContain('Everything proven good');
    await expect.poll(() => host.labels(tray)).toContainEqual(expect.stringMatching(/^R-0002 .* rolled back R-0001$/));
    expect(await here()).toBe(OLD);
  });
});
