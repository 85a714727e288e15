import { expect, goTo, test, violations } from './panel.ts';

test('first run: chosen, looked at, tried out and begun', async ({ open }) => {
  const { page, asked } = await open({ scenario: 'first-run' });
  await expect(page.getByRole('heading', { name: 'Which folder shall be guarded?' })).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(page.getByText('libs/core_config.py, directives/agents, knowledge/system')).toBeVisible();
  await expect(page.getByText('No file of yours is changed.', { exact: false })).toBeVisible();
  await page.getByRole('radio', { name: /내 드라이브/ }).check();
  await page.getByRole('button', { name: 'Look without changing anything' }).click();
  await expect(page.getByText('12 new files · 3 files replaced · 1 waits for you')).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Start guarding' }).click();
  await expect(page.locator('.headline[data-overall="good"]')).toBeVisible();
  expect((await asked()).map(({ channel, input }) => [channel, input])).toEqual([
    ['adding:choose', { what: 'folder' }],
    ['adding:core', { which: 0 }],
    ['adding:tryOut', null],
    ['adding:begin', null],
  ]);
});

test('first run in Korean is accessible, and the settings of the application are there', async ({ open }) => {
  const { page } = await open({ scenario: 'first-run', language: 'ko', theme: 'dark' });
  await expect(page.getByRole('heading', { name: '어느 폴더를 감시할지 선택' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await goTo(page, 'settings');
  await expect(page.getByRole('combobox', { name: '언어' })).toBeVisible();
  await expect(page.locator('.settings-editor')).toHaveCount(0);
});

test('several workspaces: how each stands, paused, removed with what stays, and one that is away', async ({ open }) => {
  const { page, asked } = await open({ scenario: 'several' });
  await goTo(page, 'settings');
  const row = (name: string) => page.locator('.workspace-row', { hasText: name });
  await expect(row('AAOS')).toContainText('2 decisions need you');
  await expect(row('research')).toContainText('The folder is not there: /media/layer/backup/research');
  expect(await violations(page)).toEqual([]);

  await row('AAOS').getByRole('button', { name: 'Resume AAOS' }).click();
  await expect(row('AAOS').getByRole('button', { name: 'Pause AAOS until 08:00' })).toBeVisible();
  await row('research').getByRole('button', { name: 'Try again: research' }).click();
  await expect(page.getByText('is not guarded now', { exact: false })).toBeVisible();

  await row('AAOS').getByRole('button', { name: 'Remove AAOS…' }).click();
  await expect(page.getByRole('dialog')).toContainText('Nothing in the folder is touched');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Remove AAOS from the list' }).click();
  await expect(row('AAOS')).toHaveCount(0);
  expect((await asked()).filter(({ channel }) => channel === 'workspaces:remove')).toEqual([
    { channel: 'workspaces:remove', input: { path: '/home/layer/AAOS' } },
  ]);
});

test('the header switches, and leads to one more', async ({ open }) => {
  const { page, asked } = await open({ scenario: 'several' });
  await page.getByRole('button', { name: 'Switch workspace' }).click();
  await page.getByRole('menuitem', { name: 'AAOS · 2 decisions need you' }).click();
  expect(await asked()).toEqual([{ channel: 'workspaces:show', input: { path: '/home/layer/AAOS' } }]);
  await page.getByRole('button', { name: 'Switch workspace' }).click();
  await page.getByRole('menuitem', { name: 'Add a workspace…' }).click();
  await expect(page.getByRole('heading', { name: 'Add a workspace' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.locator('main[data-view="overview"] .headline')).toBeVisible();
});
