import { expect, goTo, LOOKS, test, violations } from './panel.ts';

test('health shows what is not well, what was tried, what the score is made of, and what is to come', async ({ open }) => {
  const { page, asked } = await open({ size: '900x640' });
  await page.locator('[data-gauge="disk"]').click();
  await expect(page.locator('main[data-view="health"]')).toBeVisible();
  await expect(page.locator('[data-issue="process.hub.runs"]')).toContainText(
    'Tried to mend it 5 times. Given up: it needs you.',
  );
  await expect(page.locator('[data-deduction="agents.alive"]')).toContainText('could not check');
  await expect(page.locator('[data-outlook="disk"]')).toContainText('Disk full in 5 to 9 days');
  await expect(page.locator('[data-process="crawler"]')).toContainText('memory rises');
  await expect(page.locator('[data-circle="imports"]')).toContainText('libs/hub.py → libs/agents/scout.py → libs/hub.py');
  await expect(page.locator('[data-circle="calls"]')).toContainText('CD.review → AD.draw → CD.review');
  await expect(page.locator('[data-agent="CD"]')).toContainText('silent');

  // The course: the plot for the eye, the figures for everybody.
  await expect(page.locator('.plot canvas')).toBeVisible();
  await page.getByRole('button', { name: 'Year' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Year' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('row', { name: /^Disk, %/ })).toBeVisible();
  await page.locator('[data-process="crawler"] summary').click();
  await expect(page.locator('[data-process="crawler"] canvas')).toBeVisible();

  await page.getByRole('button', { name: 'Look now and mend' }).click();
  await expect(page.getByText('1 thing could not be mended')).toBeVisible();
  expect((await asked()).filter(({ channel }) => channel === 'health:heal')).toHaveLength(1);
});

test('before the first look nothing is claimed, and a gauge that was not measured says so', async ({ open }) => {
  const { page } = await open({ scenario: 'empty' });
  await expect(page.locator('[data-gauge="cpu"]')).toContainText('could not be measured');
  await goTo(page, 'health');
  await expect(page.getByText('The monitor looks each half minute')).toBeVisible();
  await expect(page.locator('[data-health="UNKNOWN"]')).toContainText('Not known');
  expect(await violations(page)).toEqual([]);
});

for (const { language, theme } of LOOKS) {
  test(`Health is accessible in ${language}, ${theme}`, async ({ open }) => {
    const { page } = await open({ language, theme, size: '900x640' });
    await goTo(page, 'health');
    await expect(page.locator('.plot canvas')).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}
