import { expect, goTo, test, violations } from './panel.ts';

for (const language of ['en', 'ko'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`every view is accessible in ${language}, ${theme}`, async ({ open }) => {
      const { page } = await open({ scenario: 'needs-you', language, theme, size: '900x640' });
      await expect(page.locator('.headline')).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      expect(await violations(page)).toEqual([]);

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

      await goTo(page, 'environment');
      await expect(page.getByRole('list').first()).toBeVisible();
      expect(await violations(page)).toEqual([]);

      await goTo(page, 'security');
      await expect(page.locator('details').first()).toBeVisible();
      await page.locator('details').first().click();
      expect(await violations(page)).toEqual([]);

      await goTo(page, 'settings');
      expect(await violations(page)).toEqual([]);
    });
  }
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

test('the accent of the system is taken on, made readable in both themes', async ({ open }) => {
  const { page, push } = await open({ scenario: 'needs-you' });
  const accent = (): Promise<string> =>
    page.locator('.nav-bar [aria-current]').evaluate((element) => getComputedStyle(element).color);
  for (const [theme, shown] of [
    ['light', 'rgb(112, 112, 0)'],
    ['dark', 'rgb(255, 255, 0)'],
  ] as const) {
    const settings = { language: 'en', theme, openAtLogin: false };
    await push('info', { version: '0.1.0', language: 'en', platform: 'linux', accent: '#ffff00', settings });
    await expect.poll(accent).toBe(shown);
    expect(await violations(page)).toEqual([]);
  }
});
