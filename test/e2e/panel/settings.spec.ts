import { expect, goTo, test, violations } from './panel.ts';

for (const language of ['en', 'ko'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`settings are edited, checked, shown as a difference, saved and put back in ${language}, ${theme}`, async ({ open }) => {
      const { page, asked } = await open({ language, theme, size: '900x640' });
      await goTo(page, 'settings');
      const editor = page.locator('textarea');
      await expect(editor).toHaveValue(/quietSeconds: 10/);
      const text = await editor.inputValue();

      await editor.fill(text.replace('quietSeconds: 10', 'quietSeconds: soon'));
      await expect(page.locator('.settings-wrong')).toContainText('quietSeconds');
      await expect(page.locator('.text-numbers .wrong')).toHaveText(/4/);
      const review = page.locator('.settings-editor .button').first();
      await expect(review).toBeDisabled();

      await editor.fill(text.replace('quietSeconds: 10', 'quietSeconds: 20'));
      await expect(review).toBeEnabled();
      expect(await violations(page)).toEqual([]);
      await review.click();
      await expect(page.locator('.diff-line.added')).toContainText('quietSeconds: 20');
      expect(await violations(page)).toEqual([]);
      await page.locator('.dialog .button').last().click();
      await expect.poll(async () => (await asked()).filter(({ channel }) => channel === 'settings:save').length).toBe(1);
      await expect(review).toBeDisabled();

      await page.locator('.settings-editor select').selectOption({ index: 1 });
      await expect(editor).toHaveValue(text);
      await expect(review).toBeEnabled();
    });
  }
}
