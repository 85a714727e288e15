import { expect, goTo, LOOKS, tabTo, test, violations } from './panel.ts';

test('open causes say how grave they are, since when, and who knows of them', async ({ open }) => {
  const { page } = await open({ scenario: 'problem' });
  await goTo(page, 'alerts');
  const disk = page.locator('[data-cause="disk-full"]');
  await expect(disk).toContainText('Critical');
  await expect(disk).toContainText('told 2 times');
  await expect(page.locator('[data-cause="ritual-failed"]')).toContainText('3 affected');
  await expect(page.locator('[data-cause="approval-12"]')).toContainText('acknowledged by layer');
  await expect(page.locator('[data-cause="approval-12"]').getByRole('button')).toHaveCount(0);
  await page.getByText('1 that is over').click();
  await expect(page.locator('[data-cause="source-missing"]')).toContainText('Resolved');
});

test('a cause is acknowledged with the keyboard', async ({ open }) => {
  const { page, asked } = await open({ scenario: 'problem' });
  await goTo(page, 'alerts');
  await tabTo(page, 'button', 'Acknowledge: The disk is full');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-cause="disk-full"]')).toContainText('acknowledged by layer');
  expect(await asked()).toEqual([{ channel: 'alerts:ack', input: { cause: 'disk-full' } }]);
});

test('a channel that does not deliver says so and why, and a test tells what came of it', async ({ open }) => {
  const { page } = await open({ scenario: 'problem' });
  await goTo(page, 'alerts');
  const hook = page.locator('[data-channel="webhook hooks.example.org"]');
  await expect(hook).toContainText('does not deliver');
  await expect(hook).toContainText('HTTP 404');
  await hook.getByRole('button').click();
  await expect(page.locator('.outcome')).toContainText('The test was not delivered to webhook hooks.example.org');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.locator('[data-channel="desktop"]').getByRole('button', { name: 'Send test: desktop' }).click();
  await expect(page.locator('.outcome')).toContainText('The test was delivered to desktop');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.getByText('Deliveries').click();
  await expect(page.getByText('perhaps delivered; not sent again')).toBeVisible();
});

test('a test that is refused says why', async ({ open }) => {
  const { page } = await open({ scenario: 'failing' });
  await goTo(page, 'alerts');
  await page.locator('[data-channel="desktop"]').getByRole('button').click();
  await expect(page.getByRole('alert')).toContainText('libs/core_config.py changed at 14:03:11.');
});

test('without alerts the view says where they would come', async ({ open }) => {
  const { page } = await open();
  await goTo(page, 'alerts');
  await expect(page.getByText('No open alerts')).toBeVisible();
  await expect(page.locator('[data-channel="desktop"]')).toContainText('nothing sent yet');
});

test('Overview tells the night in five lines at most, and that nothing was proven is grey', async ({ open }) => {
  const { page } = await open({ scenario: 'night' });
  const lines = page.locator('[data-night]');
  await expect(lines).toHaveCount(5);
  await expect(lines.nth(0)).toContainText('7 files updated (R-0141) · 2 rituals done');
  await expect(lines.nth(3)).toContainText('4 rituals missed (A, B, C, …)');
  await expect(lines.nth(4).locator('.status')).toHaveClass(/good/);
  const { page: other } = await open({ scenario: 'unproven-night', language: 'ko' });
  await expect(other.locator('[data-night="proven"]')).toContainText('밤사이 정상 확인 없음');
  await expect(other.locator('[data-night="proven"] .status')).toHaveClass(/neutral/);
});

for (const { language, theme } of LOOKS) {
  test(`Alerts and the morning report are accessible in ${language}, ${theme}`, async ({ open }) => {
    const { page } = await open({ scenario: 'problem', language, theme });
    await goTo(page, 'alerts');
    await expect(page.locator('[data-cause="disk-full"]')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    const { page: night } = await open({ scenario: 'night', language, theme });
    await expect(night.locator('[data-night]').first()).toBeVisible();
    expect(await violations(night)).toEqual([]);
  });
}
