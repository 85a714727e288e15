import { comeBack } from '../../support/fake-panel-main/launch.ts';
import { snapshot } from '../../support/fake-panel-main/fixtures.ts';
import { expect, goTo, test } from './panel.ts';

test('good is said with what was checked and when', async ({ open }) => {
  const { page } = await open();
  await expect(page.locator('.headline')).toContainText('Everything proven good');
  await expect(page.locator('.headline')).toContainText(/checked \d+ min\. ago/);
  await expect(page.locator('.headline')).toContainText('full scan');
  await expect(page.locator('.headline time').first()).toHaveAttribute('title', /20\d\d/);
});

test('what could not be checked is never shown as good', async ({ open }) => {
  const { page } = await open({ scenario: 'could-not-check' });
  const headline = page.locator('.headline');
  await expect(headline.getByRole('heading')).toHaveText('Could not check');
  await expect(headline.getByRole('heading')).toHaveClass(/neutral/);
  await expect(headline).toContainText(/tried \d+ min\. ago/);
  await expect(headline).toContainText('last proven good');
  await expect(headline).not.toContainText('Everything proven good');
});

test('a check that could not look is told as that, not as "nothing new"', async ({ open }) => {
  const { page } = await open({ scenario: 'could-not-check' });
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.locator('.outcome')).toContainText('Could not check');
  await expect(page.locator('.outcome')).toContainText('Core folder not found');
});

test('one harm leads and the others are counted', async ({ open }) => {
  const { page } = await open({ scenario: 'problem' });
  await expect(page.locator('.headline').getByRole('heading')).toHaveText('The disk is full');
  await expect(page.locator('.status.harm:visible')).toHaveCount(1);
  await expect(page.getByText('1 more')).toBeVisible();
});

test('an older snapshot that arrives late is ignored', async ({ open }) => {
  const { page, push } = await open();
  await push('snapshot', snapshot({ revision: 9, pausedUntil: Date.now() + 3_600_000 }));
  await expect(page.locator('.headline').getByRole('heading')).toHaveText('Paused');
  await push('snapshot', snapshot({ revision: 8 }));
  await push('snapshot', snapshot({ revision: 10, waiting: 5, when: 'manual' }));
  await expect(page.getByText('Applied when you ask')).toBeVisible();
});

test('pausing and resuming go through the menu with the keyboard', async ({ open }) => {
  const { page, asked } = await open();
  await page.getByRole('button', { name: 'Pause' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Pause for 1 hour' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.headline').getByRole('heading')).toHaveText('Paused');
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(page.locator('.headline').getByRole('heading')).toHaveText('Everything proven good');
  expect(await asked()).toEqual([
    { channel: 'guardian:pause', input: { minutes: 60 } },
    { channel: 'guardian:resume', input: null },
  ]);
});

test('a guardian that cannot be reached is said, with what to do, and tried again', async ({ open }) => {
  const { page, app, complaints } = await open({ scenario: 'unreachable' });
  await expect(page.getByRole('alert')).toContainText('The panel cannot reach the guardian');
  await expect(page.getByRole('alert')).toContainText('Your files are not affected');
  await expect(page.locator('.headline')).toHaveCount(0);
  await comeBack(app);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('.headline')).toContainText('Everything proven good');
  await expect(page.getByRole('alert')).toHaveCount(0);
  complaints.length = 0;
});

test('nothing is claimed before the first answer', async ({ open }) => {
  const { page } = await open({ scenario: 'silent' });
  await expect(page.locator('main [aria-busy]')).toBeVisible();
  await expect(page.getByText('proven good')).toHaveCount(0);
});

test('language and theme follow the settings at once', async ({ open }) => {
  const { page } = await open();
  await goTo(page, 'settings');
  await page.getByLabel('Language').selectOption('ko');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await page.getByLabel('화면 모드').selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await goTo(page, 'overview');
  await expect(page.locator('.headline').getByRole('heading')).toHaveText('모두 정상 확인됨');
});

test('a settings file with an error is shown with its line and what stays in force', async ({ open }) => {
  const { page } = await open({ scenario: 'settings' });
  await expect(page.locator('.headline').getByRole('heading')).toHaveText('The settings file has an error');
  await page.getByRole('button', { name: 'Review the settings file error' }).click();
  await expect(page.getByRole('alert')).toContainText('Line 12 · updates.quietSeconds');
  await expect(page.getByRole('alert')).toContainText('The last good settings stay in force');
});
