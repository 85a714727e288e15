import { expect, goTo, LOOKS, tabTo, test, violations } from './panel.ts';

test('rituals show when they come next, what came of them last, and how often they were missed', async ({ open }) => {
  const { page } = await open();
  await goTo(page, 'rituals');
  const daily = page.locator('[data-ritual="DAILY_AUTONOMOUS_DEVELOPMENT"]');
  await expect(daily).toContainText('done');
  await expect(daily).toContainText('1 missed');
  await expect(daily).toContainText(/next .*\d\d:\d\d/);
  await expect(page.locator('[data-ritual="TREND_SCAN"]')).toContainText('paused');
  await expect(page.locator('[data-ritual="WEEKLY_SECURITY_UPDATE"]')).toContainText('has not run yet');
});

test('a ritual is run at once, and its run appears with how long it took', async ({ open }) => {
  const { page, asked } = await open();
  await goTo(page, 'rituals');
  await page.locator('[data-ritual="BUILD"]').click();
  const detail = page.locator('.detail');
  await expect(detail).toContainText('every 360 min');
  await expect(detail).toContainText('npm run build');
  await detail.getByRole('button', { name: 'Run now: BUILD' }).click();
  await expect(detail.getByRole('button', { name: 'Running…: BUILD' })).toBeDisabled();
  await expect(detail.locator('[data-run="9"]')).toContainText('by a person');
  await expect(detail.locator('[data-run="9"]')).toContainText('400 ms');
  expect(await asked()).toEqual([{ channel: 'rituals:run', input: { name: 'BUILD' } }]);
});

test('what a run has printed is shown when it is asked for; that it printed nothing is said', async ({ open }) => {
  const { page } = await open();
  await goTo(page, 'rituals');
  await page.locator('[data-ritual="BUILD"]').click();
  await page.locator('[data-run="2"] summary').click();
  await expect(page.locator('[data-run="2"] pre')).toContainText('error TS2304');
  await page.getByRole('button', { name: 'Back' }).click();
  await page.locator('[data-ritual="DAILY_AUTONOMOUS_DEVELOPMENT"]').click();
  await page.locator('[data-run="1"] summary').click();
  await expect(page.locator('[data-run="1"]')).toContainText('It printed nothing.');
  await page.locator('[data-run="4"] summary').click();
  await expect(page.locator('[data-run="4"] [role="alert"]')).toContainText('The database is locked.');
  await expect(page.locator('[data-run="3"]')).toContainText('missed');
});

test('a ritual is paused and goes on, and its next run is skipped and not skipped', async ({ open }) => {
  const { page, asked } = await open();
  await goTo(page, 'rituals');
  await page.locator('[data-ritual="WEEKLY_SECURITY_UPDATE"]').click();
  const detail = page.locator('.detail');
  await expect(detail).toContainText('Sunday at 02:00');
  await detail.getByRole('button', { name: 'Skip next run: WEEKLY_SECURITY_UPDATE' }).click();
  await expect(detail).toContainText('which is skipped');
  await detail.getByRole('button', { name: 'Do not skip: WEEKLY_SECURITY_UPDATE' }).click();
  await expect(detail).not.toContainText('which is skipped');
  await detail.getByRole('button', { name: 'Pause: WEEKLY_SECURITY_UPDATE' }).click();
  await expect(detail.locator('.fact', { hasText: 'Next' })).toContainText('paused');
  await detail.getByRole('button', { name: 'Resume: WEEKLY_SECURITY_UPDATE' }).click();
  await expect(detail.locator('.fact', { hasText: 'Next' })).toContainText('next');
  expect((await asked()).map(({ channel }) => channel)).toEqual([
    'rituals:skip',
    'rituals:skip',
    'rituals:pause',
    'rituals:pause',
  ]);
});

test('that RITUALS_CONFIG could not be read is said before the rituals that do run', async ({ open }) => {
  const { page } = await open({ scenario: 'warned' });
  await goTo(page, 'rituals');
  await expect(page.getByText('RITUALS_CONFIG was not read; its rituals do not run')).toBeVisible();
  await expect(page.getByText('libs/core_config.py:12')).toBeVisible();
});

test('a workspace without rituals says how to write one', async ({ open }) => {
  const { page } = await open({ scenario: 'empty' });
  await goTo(page, 'rituals');
  await expect(page.getByText('rituals.list')).toBeVisible();
});

test('rituals are reached and run with the keyboard alone', async ({ open }) => {
  const { page } = await open({ size: '900x640' });
  await tabTo(page, 'button', 'Rituals');
  await page.keyboard.press('Enter');
  await expect(page.locator('main[data-view="rituals"]')).toBeVisible();
  await tabTo(page, 'button', /^DAILY/);
  await page.keyboard.press('Enter');
  await tabTo(page, 'button', 'Pause: DAILY_AUTONOMOUS_DEVELOPMENT');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Resume: DAILY_AUTONOMOUS_DEVELOPMENT' })).toBeVisible();
});

test('at 400 px every place has its icon, its name for screen readers, and a tooltip', async ({ open }) => {
  const { page } = await open();
  const nav = page.locator('.nav-bar');
  for (const name of ['Overview', 'Updates', 'Environment', 'Rituals', 'Health', 'Logs', 'Constitution', 'Settings'])
    await expect(nav.getByRole('button', { name })).toBeInViewport({ ratio: 1 });
  await nav.getByRole('button', { name: 'Rituals' }).hover();
  await expect(page.locator('.tooltip')).toHaveText('Rituals');
  const { scroll, width } = await page.evaluate(() => ({ scroll: document.body.scrollWidth, width: innerWidth }));
  expect(scroll).toBeLessThanOrEqual(width);
});

for (const { language, theme } of LOOKS) {
  test(`Rituals is accessible in ${language}, ${theme}`, async ({ open }) => {
    const { page } = await open({ scenario: 'warned', language, theme, size: '900x640' });
    await goTo(page, 'rituals');
    await page.locator('[data-ritual="BUILD"]').click();
    await page.locator('[data-run="2"] summary').click();
    await expect(page.locator('[data-run="2"] pre')).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}
