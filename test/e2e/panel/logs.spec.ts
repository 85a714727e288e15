import type { Page } from '@playwright/test';
import { expect, goTo, test, violations } from './panel.ts';

const choose = async (page: Page, log: string): Promise<void> => {
  await goTo(page, 'logs');
  await page.locator(`[data-log="${log}"]`).click();
};

test('lines are searched, opened in their place, gone to by time, copied and exported', async ({ open }) => {
  const { page, asked } = await open({ size: '900x640' });
  await choose(page, 'application');
  await expect(page.getByText('2,000 of 2,000 lines')).toBeVisible();
  // Live, the end is what is shown.
  await expect(page.locator('.log-text').getByText(/line 2000 of/)).toBeVisible();

  await page.keyboard.press('/');
  await page.keyboard.type('line 12\\d of');
  await page.getByLabel('Regular expression').check();
  await expect(page.getByText('10 of 2,000 lines')).toBeVisible();
  await page.getByLabel('Level').selectOption('error');
  await expect(page.getByText('2 of 2,000 lines')).toBeVisible();
  await page.locator('[data-line="0"]').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('2,000 of 2,000 lines')).toBeVisible();
  await expect(page.locator('.log-text').getByText(/line 120 of/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Follow what is written' })).toBeVisible();

  await page.getByRole('searchbox').fill('(');
  await page.getByLabel('Regular expression').check();
  await expect(page.getByRole('alert')).toContainText('Invalid regular expression');
  await page.getByRole('searchbox').fill('');
  await expect(page.getByText('2,000 of 2,000 lines')).toBeVisible();

  await page.getByRole('button', { name: 'Go to a time…' }).click();
  await page.getByRole('textbox', { name: 'Time' }).fill('2000-01-01T00:00');
  await page.getByRole('button', { name: 'Go there' }).click();
  await expect(page.locator('.log-text').getByText(/line 1 of/)).toBeVisible();
  await page.locator('[data-line="2"]').click();
  await page.locator('[data-line="4"]').click({ modifiers: ['Shift'] });
  await page.getByRole('button', { name: 'Copy the chosen lines' }).click();
  await expect.poll(async () => (await asked()).filter(({ channel }) => channel === 'app:copy').length).toBe(1);
  expect(String((await asked()).find(({ channel }) => channel === 'app:copy')?.input).split('\n')).toHaveLength(3);
  await page.getByRole('button', { name: 'Save these lines as a file…' }).click();
  await expect(page.getByText('2,000 lines saved')).toBeVisible();

  await page.locator('.log-link').first().click();
  await expect(page.locator('main[data-view="updates"]')).toBeVisible();
});

test('a log that nothing was written to says what fills it', async ({ open }) => {
  const { page } = await open({ scenario: 'empty' });
  await choose(page, 'health');
  await expect(page.getByText('The monitor adds a line when it has looked.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

for (const language of ['en', 'ko'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`Logs is accessible in ${language}, ${theme}`, async ({ open }) => {
      const { page } = await open({ language, theme, size: '900x640' });
      await choose(page, 'application');
      await expect(page.locator('.log-text').first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  }
}

test('a million lines scroll; how smoothly is printed', async ({ open }) => {
  const { page } = await open({ size: '900x640', logLines: 1_000_000 });
  await choose(page, 'application');
  await expect(page.getByText('1,000,000 of 1,000,000 lines')).toBeVisible({ timeout: 30_000 });
  const frames = await page.locator('.log-lines').evaluate(async (list) => {
    const times: number[] = [];
    let before = performance.now();
    for (let step = 0; step < 200; step += 1) {
      list.scrollTop = step % 20 === 0 ? (list.scrollHeight / 10) * (step / 20) : list.scrollTop + 400;
      await new Promise((next) => requestAnimationFrame(next));
      const now = performance.now();
      times.push(now - before);
      before = now;
    }
    return times.toSorted((a, b) => a - b);
  });
  const at = (share: number): string => (frames[Math.min(frames.length - 1, Math.floor(frames.length * share))] ?? 0).toFixed(1);
  console.log(`1,000,000 lines, 200 frames: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`);
  await page.locator('.log-lines').evaluate((list) => (list.scrollTop = list.scrollHeight / 2));
  await expect(page.locator('.log-text').first()).toContainText(/line (499|500)\d{3}/);
});
