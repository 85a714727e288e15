import { expect, goTo, LOOKS, test, violations } from './panel.ts';

for (const { language, theme } of LOOKS) {
  test(`what is opened in a view is accessible in ${language}, ${theme}`, async ({ open }) => {
    const { page } = await open({ scenario: 'needs-you', language, theme, size: '900x640' });
    await expect(page.locator('.headline')).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', language);

    await page.locator('.row .button').first().click();
    await expect(page.locator('.diff')).toBeVisible();
    expect(await violations(page)).toEqual([]);

    await page.locator('[data-release="R-0138"]').click();
    await expect(page.locator('.verification').first()).toBeVisible();
    expect(await violations(page)).toEqual([]);

    await page.locator('.row:has([data-release="R-0142"]) .button').click();
    await expect(page.locator('.choices')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await goTo(page, 'archive');
    await page.locator('[data-version="1"]').click();
    await expect(page.locator('.diff')).toBeVisible();
    expect(await violations(page)).toEqual([]);

    await goTo(page, 'errors');
    await page.locator('[data-group="1"]').click();
    await expect(page.locator('.diff')).toBeVisible();
    expect(await violations(page)).toEqual([]);

    await goTo(page, 'security');
    await expect(page.locator('details').first()).toBeVisible();
    await page.locator('details').first().click();
    expect(await violations(page)).toEqual([]);
  });
}

for (const scenario of [
  'problem',
  'could-not-check',
  'brake',
  'working',
  'empty',
  'vulnerable',
  'settings',
  'paused',
  'unreachable',
] as const) {
  test(`Overview is accessible when the state is ${scenario}`, async ({ open }) => {
    const { page } = await open({ scenario });
    await expect(page.locator('.headline, .state.error').first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}
