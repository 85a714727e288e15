import { expect, goTo, tabTo, test, violations } from './panel.ts';

test('errors are listed with state in words, count, what happened lately, and the way back behind the suspect', async ({
  open,
}) => {
  const { page } = await open({ scenario: 'needs-you', size: '900x640' });
  await goTo(page, 'errors');
  const row = page.getByRole('listitem').filter({ hasText: 'KeyError:price_of' });
  await expect(row.locator('.status')).toHaveText('fix proposed');
  await expect(row).toContainText('×3');
  await expect(row.getByRole('img', { name: '50 in the last 24 hours' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'ValueError:parse' }).locator('.status')).toHaveText('came back');
  expect(await violations(page)).toEqual([]);
  await row.getByRole('button', { name: 'Roll back R-0142' }).click();
  await expect(page.getByRole('dialog')).toContainText('R-0142');
  await page.keyboard.press('Escape');
});

test('one group shows stack, source, proof in its exact word and the difference; applying asks first and then waits', async ({
  open,
}) => {
  const { page, asked } = await open({ scenario: 'needs-you', size: '900x640' });
  await goTo(page, 'errors');
  await page.locator('[data-group="1"]').click();
  const detail = page.getByRole('article');
  await expect(detail.getByRole('heading', { name: 'KeyError:price_of' })).toBeFocused();
  await expect(detail).toContainText('First seen 4 min. after R-0142: the update is the suspect.');
  await expect(detail.locator('.status', { hasText: /^proven$/ })).toBeVisible();
  await expect(detail).toContainText('ran to its end with the fix');
  await expect(detail.locator('.diff')).toContainText('line.get("price")');
  await expect(detail).toContainText('seen by nightguard run');
  await expect(detail).toContainText('1 frame outside the workspace');
  expect(await violations(page)).toEqual([]);
  await detail.getByRole('button', { name: 'Apply fix…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { name: 'Apply the fix to execution/scouting/fetch_trends.py' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  expect(await asked()).toEqual([]);
  await dialog.getByRole('button', { name: 'Apply the fix to execution/scouting/fetch_trends.py' }).click();
  await expect(page.locator('.outcome')).toContainText('Waits for your approval; nothing was changed yet');
  await expect(detail).toContainText('A fix waits for your approval.');
  expect(await asked()).toEqual([{ channel: 'errors:fix', input: { id: 1, dryRun: false } }]);
});

test('what was refuted or did not hold is said, and offers nothing to apply', async ({ open }) => {
  const { page } = await open({ scenario: 'needs-you', size: '900x640' });
  await goTo(page, 'errors');
  await page.locator('[data-group="2"]').click();
  const detail = page.getByRole('article');
  await expect(detail.locator('.status', { hasText: /^refuted$/ })).toBeVisible();
  await expect(detail).toContainText('The fix did not hold: the error came back: R-0139 was rolled back by R-0140');
  await expect(detail.getByRole('button', { name: 'Apply fix…' })).toHaveCount(0);
});

test('a group is ignored, merged and split by keyboard alone', async ({ open }) => {
  const { page, asked } = await open({ scenario: 'needs-you', size: '900x640' });
  await goTo(page, 'errors');
  await page.locator('[data-group="1"]').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'KeyError:price_of' })).toBeFocused();
  await tabTo(page, 'button', /^Split off v1-a/, 60);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Split off/ })).toHaveCount(0);
  await page.getByRole('heading', { name: 'KeyError:price_of' }).focus();
  await tabTo(page, 'button', 'Merge…');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await tabTo(page, 'button', 'Merge into group 2');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'ValueError:parse' })).toBeVisible();
  await tabTo(page, 'button', 'Ignore');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Open again' })).toBeVisible();
  expect((await asked()).map(({ channel }) => channel)).toEqual(['errors:split', 'errors:merge', 'errors:state']);
});

test('without errors it says where to send them', async ({ open }) => {
  const { page, asked } = await open({ scenario: 'empty', language: 'en' });
  await goTo(page, 'errors');
  await expect(page.getByText('No errors seen.')).toBeVisible();
  await expect(page.getByText('http://0123456789abcdef@127.0.0.1:9797/1')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Copy DSN' }).click();
  await expect.poll(asked).toEqual([{ channel: 'app:copy', input: 'http://0123456789abcdef@127.0.0.1:9797/1' }]);
});

test('in Korean, in the dark, on the small window', async ({ open }) => {
  const { page } = await open({ scenario: 'needs-you', language: 'ko', theme: 'dark' });
  await goTo(page, 'errors');
  await expect(page.getByText('수정 제안됨')).toBeVisible();
  await page.locator('[data-group="1"]').click();
  await expect(page.getByRole('article').locator('.status', { hasText: /^증명됨$/ })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(width).toBeLessThanOrEqual(0);
});
