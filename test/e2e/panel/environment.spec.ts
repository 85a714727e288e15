import { expect, goTo, test } from './panel.ts';

test('each check says its state in words, what was seen, and what was only mentioned', async ({ open }) => {
  const { page } = await open();
  await goTo(page, 'environment');
  await expect(page.getByText('The environment is as it should be')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Python version' })).toContainText('Passed');
  await expect(page.getByText('38 required, all installed')).toBeVisible();
  await expect(page.getByText('ANTHROPIC_API_KEY has no value; it is optional')).toBeVisible();
});

test('what is missing comes with a command to copy, and putting right shows what was done', async ({ open }) => {
  const { page, asked } = await open({ scenario: 'problem' });
  await goTo(page, 'environment');
  await expect(page.getByText('Checks that failed: 1 of 6')).toBeVisible();
  await expect(page.locator('.status.harm:visible')).toHaveCount(1);
  await expect(page.getByText('python-dotenv>=1.0 is not installed (requirements.txt:4)')).toBeVisible();
  await expect(page.getByText('google-auth could not be installed: the package index could not be reached')).toBeVisible();
  await expect(page.locator('.command').first()).toContainText('-m pip install "python-dotenv>=1.0"');
  await page.getByRole('button', { name: 'Only look' }).click();
  await page.getByRole('button', { name: 'Check and put right' }).click();
  await expect(page.getByText('Installed python-dotenv 1.0.1')).toBeVisible();
  expect(await asked()).toEqual([
    { channel: 'environment:check', input: { install: false } },
    { channel: 'environment:check', input: { install: true } },
  ]);
});

test('what could not be checked is never green', async ({ open }) => {
  const { page } = await open({ scenario: 'could-not-check' });
  await goTo(page, 'environment');
  await expect(page.getByText('Checks that could not be made: 1 of 6')).toBeVisible();
  const row = page.getByRole('listitem').filter({ hasText: 'Required packages' });
  await expect(row.locator('.status')).toHaveClass(/neutral/);
  await expect(row.locator('.status')).toHaveText('Could not check');
});

test('before the first check it says so', async ({ open }) => {
  const { page } = await open({ scenario: 'empty' });
  await goTo(page, 'environment');
  await expect(page.getByText('The environment was not checked yet')).toBeVisible();
});
