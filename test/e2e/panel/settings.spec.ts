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
      await expect(page.locator('.settings-verdict .settings-wrong')).toContainText('quietSeconds');
      await expect(page.locator('.text-numbers .wrong')).toHaveText(/4/);
      const review = page.locator('.settings-editor .button.primary');
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

      await page.locator('.settings-former').selectOption({ index: 1 });
      await expect(editor).toHaveValue(text);
      await expect(review).toBeEnabled();
    });
  }
}

test('every setting has a field beside the text: what a field changes stands in the text, and what is typed in the text stands in the field', async ({
  open,
}) => {
  const { page, asked } = await open({ size: '1000x720' });
  await goTo(page, 'settings');
  const text = page.getByRole('textbox', { name: 'Text of nightguard.yaml' });
  const quiet = page.getByRole('textbox', { name: 'Quiet time in Core' });
  await expect(quiet).toHaveValue('10');
  const before = await text.inputValue();

  await quiet.fill('20');
  await expect(text).toHaveValue(before.replace('10', '20'));
  await page.getByRole('combobox', { name: 'When to update' }).selectOption('manual');
  await expect(text).toHaveValue(/source: \.\.\/Core # mirrored by Drive\n {2}quietSeconds: 20\n {2}when: manual\n/);
  await page.keyboard.press('Control+z');
  await expect(text).toHaveValue(before.replace('10', '20'));
  await page.keyboard.press('Control+z');
  await expect(text).toHaveValue(before);
  await expect(quiet).toHaveValue('10');
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(quiet).toHaveValue('20');

  await quiet.fill('soon');
  await expect(page.locator('[data-path="updates.quietSeconds"]')).toContainText('Line 4');
  await expect(quiet).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('button', { name: 'Back to default: Quiet time in Core' }).click();
  await expect(text).toHaveValue(before.replace('  quietSeconds: 10\n', ''));
  await expect(quiet).toHaveAttribute('aria-invalid', 'false');

  await page.getByRole('button', { name: 'Add: Verification' }).click();
  await page.getByRole('textbox', { name: 'Command' }).fill('pytest -q');
  await expect(text).toHaveValue(/verify:\n {4}- run: pytest -q\n/);

  await text.fill(`${before}\tbroken`);
  await expect(quiet).toBeDisabled();
  await expect(page.getByText('The form waits until the text can be read again.')).toBeVisible();
  await page
    .getByRole('button', { name: /Go to line/ })
    .first()
    .click();
  await expect(text).toBeFocused();
  await text.fill(before.replace('10', '7'));
  await expect(quiet).toHaveValue('7');

  await page.getByRole('searchbox', { name: 'Search settings' }).fill('quiet hours');
  await expect(page.getByRole('textbox', { name: 'Begin' })).toHaveValue('23:00');
  await page.getByRole('textbox', { name: 'Begin' }).fill('22:00');
  await expect(text).toHaveValue(/alerts:/);
  await page.getByRole('navigation', { name: 'Section' }).getByRole('button', { name: 'Governance' }).click();
  await expect(page.getByText('it waits for your approval')).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Review and save…' }).click();
  await page.getByRole('button', { name: 'Save nightguard.yaml' }).click();
  await expect.poll(async () => (await asked()).filter(({ channel }) => channel === 'settings:save').length).toBe(1);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('in the small panel, dark and in Korean, form and text take turns', async ({ open }) => {
  const { page } = await open({ language: 'ko', theme: 'dark' });
  await goTo(page, 'settings');
  await page.getByRole('combobox', { name: '구역' }).selectOption({ label: '알림' });
  await expect(page.getByRole('checkbox', { name: '방해 금지' })).toBeChecked();
  await expect(page.locator('textarea')).toBeHidden();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: '텍스트' }).click();
  await expect(page.locator('textarea')).toBeVisible();
});
