import { expect, tabTo, test } from './panel.ts';

test('a release is rolled back and the rollback undone with the keyboard alone', async ({ open }) => {
  const { page, asked } = await open();
  await tabTo(page, 'button', 'Roll back R-0142');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('libs/core_config.py');
  await tabTo(page, 'button', 'Roll back 3 files to before R-0142');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('.outcome')).toContainText('Rolled back R-0142 · 3 files');
  await expect(page.locator('[data-release="R-0143"]')).toContainText('put back');

  await tabTo(page, 'button', 'Undo R-0143');
  await page.keyboard.press('Enter');
  await tabTo(page, 'button', 'Undo R-0143: bring back 1 file');
  await page.keyboard.press('Enter');
  await expect(page.locator('.outcome')).toContainText('Rolled back R-0143');
  expect(await asked()).toEqual([
    {
      channel: 'rollback:apply',
      input: { target: { kind: 'release', release: 'R-0142' }, token: 'token-R-0142', changedSince: 'keep' },
    },
    {
      channel: 'rollback:apply',
      input: { target: { kind: 'release', release: 'R-0143' }, token: 'token-R-0143', changedSince: 'keep' },
    },
  ]);
});

test('the preview lists every file by what will be done to it', async ({ open }) => {
  const { page } = await open();
  await page.getByRole('button', { name: 'Roll back R-0142' }).click();
  const group = (name: string | RegExp) => page.getByRole('dialog').getByRole('region', { name });
  await expect(group('Needs your decision')).toContainText('directives/ROUTINE.md');
  await expect(group('Cannot be put back')).toContainText('libs/old_hub.py');
  await expect(group(/^Put back/)).toContainText('google_trends_fetcher.py');
  await expect(group('Removed')).toContainText('자동_업데이트.py');
  await expect(group('Already so')).toContainText('settings.yaml');
});

test('files changed since are kept unless a person says otherwise', async ({ open }) => {
  const { page, asked } = await open();
  await page.getByRole('button', { name: 'Roll back R-0142' }).click();
  await expect(page.getByRole('radio', { name: 'Keep as now' })).toBeChecked();
  await page.getByRole('radio', { name: /Archive the present version/ }).check();
  await page.getByRole('button', { name: 'Roll back 4 files to before R-0142' }).click();
  await expect(page.locator('.outcome')).toContainText('4 files');
  expect(await asked()).toMatchObject([{ channel: 'rollback:apply', input: { changedSince: 'overwrite' } }]);
});

test('leaving the preview changes nothing and gives the focus back', async ({ open }) => {
  const { page, asked } = await open();
  await page.getByRole('button', { name: 'Roll back R-0142' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await asked()).toEqual([]);
});

test('a refused rollback says what happened, what was untouched and what to do', async ({ open }) => {
  const { page } = await open({ scenario: 'failing' });
  await page.getByRole('button', { name: 'Roll back R-0142' }).click();
  await page.getByRole('button', { name: /Roll back 3 files/ }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Files changed after the preview');
  await expect(alert).toContainText('Nothing was changed.');
  await expect(alert).toContainText('Look at the new preview');
  await expect(page.getByRole('button', { name: /Roll back 3 files/ })).toBeDisabled();
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Roll back 3 files/ })).toBeEnabled();
});

test('everything goes back to a time that a person chooses, after a preview', async ({ open }) => {
  const { page, asked } = await open();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Roll back to a time…' }).click();
  await page.getByLabel('Time', { exact: true }).fill('2026-01-02T03:00');
  await page.getByRole('button', { name: 'Show preview' }).click();
  await page.getByRole('button', { name: /^Roll back 3 files to Jan 2, 2026, 3:00:00/ }).click();
  await expect(page.locator('.outcome')).toBeVisible();
  expect(await asked()).toMatchObject([
    { channel: 'rollback:apply', input: { target: { kind: 'time', at: new Date('2026-01-02T03:00').getTime() } } },
  ]);
});

test('a click on a notification opens the preview of that release', async ({ open }) => {
  const { page, push } = await open();
  await expect(page.locator('.headline')).toBeVisible();
  await push('navigate', { view: 'updates', release: 'R-0141', rollback: true });
  await expect(page.getByRole('dialog')).toContainText('R-0141');
  await page.keyboard.press('Escape');
  await expect(page.locator('.detail > h2')).toHaveText('R-0141');
});
