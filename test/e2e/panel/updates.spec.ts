import { expect, goTo, test } from './panel.ts';

test('a held file is compared and the version from Core taken', async ({ open }) => {
  const { page, asked } = await open({ scenario: 'needs-you' });
  await page.getByRole('button', { name: 'Compare libs/core_config.py' }).click();
  await expect(page.locator('.detail')).toContainText('Changed in Core and here');
  await expect(page.locator('.diff-line.added').first()).toBeVisible();
  await page.getByRole('button', { name: 'Take the version from Core' }).click();
  await expect(page.locator('.outcome')).toContainText('1 file updated · R-0142');
  await expect(page.locator('.outcome').getByRole('button', { name: 'Undo' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Compare libs/core_config.py' })).toHaveCount(0);
  expect(await asked()).toMatchObject([
    {
      channel: 'updates:decide',
      input: { path: 'libs/core_config.py', decision: 'take-source', sourceHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    },
  ]);
});

test('keeping the version here says so', async ({ open }) => {
  const { page } = await open({ scenario: 'needs-you' });
  await page.getByRole('button', { name: 'Compare libs/core_config.py' }).click();
  await page.getByRole('button', { name: 'Keep the version here' }).click();
  await expect(page.locator('.outcome')).toContainText('The version here is kept');
});

test('a held file that only Core can mend offers no decision and says so', async ({ open }) => {
  const { page } = await open({ scenario: 'needs-you' });
  await page.getByRole('button', { name: 'Review directives/회의록.md' }).click();
  await expect(page.locator('.detail')).toContainText('line 12: unexpected indent');
  await expect(page.locator('.detail')).toContainText('Nothing to decide here');
  await expect(page.getByRole('button', { name: 'Take the version from Core' })).toHaveCount(0);
});

test('a file that a person rolled back is listed, and nobody is asked about it', async ({ open }) => {
  const { page } = await open({ scenario: 'warned' });
  await expect(page.locator('.headline').getByRole('heading')).toHaveText('An update failed its checks and was rolled back');
  await expect(page.getByText('Needs you')).toHaveCount(0);
  await goTo(page, 'updates');
  await expect(page.getByRole('region', { name: /Rolled back, not applied again/ })).toContainText('libs/hub.py');
});

test('the brake is released only after its reasons and the plan were shown', async ({ open }) => {
  const { page, asked } = await open({ scenario: 'brake' });
  await page.getByRole('button', { name: 'Review the held set' }).click();
  await expect(page.locator('.detail')).toContainText('More files than the brake allows');
  await expect(page.locator('.detail')).toContainText('61 files go back to content they had before');
  await expect(page.locator('.plain-list li')).toHaveCount(74);
  await page.getByRole('button', { name: 'Release the brake and apply 74 files' }).click();
  await expect(page.locator('.outcome')).toContainText('74 files updated');
  expect(await asked()).toEqual([{ channel: 'updates:releaseBrake', input: { token: 'set-1' } }]);
});

test('a release shows its files, their diffs and its verification', async ({ open }) => {
  const { page } = await open({ size: '900x640' });
  await goTo(page, 'updates');
  await page.locator('[data-release="R-0142"]').click();
  await expect(page.locator('.detail > h2')).toBeFocused();
  await page.getByRole('button', { name: /core_config\.py/ }).click();
  await expect(page.locator('.diff-line.removed .changed').first()).toBeVisible();
  await expect(page.locator('.verification').last()).toContainText('passed');
});

test('n and p go from change to change, and blanks are shown on demand', async ({ open }) => {
  const { page } = await open({ scenario: 'needs-you', size: '900x640' });
  await page.getByRole('button', { name: 'Compare libs/core_config.py' }).click();
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(page.locator('[data-change]').nth(0)).toBeFocused();
  await page.keyboard.press('n');
  await expect(page.locator('[data-change]').nth(1)).toBeFocused();
  await page.keyboard.press('p');
  await expect(page.locator('[data-change]').nth(0)).toBeFocused();
  await page.getByRole('button', { name: 'Blanks' }).click();
  await expect(page.locator('.diff')).toContainText('→');
});

test('the archive is searched, compared, restored, verified and pruned', async ({ open }) => {
  const { page, asked } = await open({ size: '900x640' });
  await goTo(page, 'archive');
  await expect(page.getByText('5,000 versions')).toBeVisible();
  expect(await page.locator('[data-version]').count()).toBeLessThan(60);
  await page.getByRole('searchbox').fill('자동');
  await expect(page.getByText('714 versions')).toBeVisible();
  await page.locator('[data-version]').first().click();
  await expect(page.locator('.diff')).toBeVisible();
  await page.getByRole('button', { name: 'Restore this version…' }).click();
  await page.getByRole('button', { name: /^Restore core_config\.py/ }).click();
  await expect(page.locator('.outcome')).toContainText('Rolled back');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.getByRole('button', { name: 'Verify all hashes' }).click();
  await expect(page.locator('.status.harm')).toContainText('1 of 5,000 damaged');
  await page.getByRole('button', { name: 'Prune…' }).click();
  await expect(page.getByRole('dialog')).toContainText('cannot be undone');
  await page.getByRole('button', { name: 'Remove 12 versions, free 482.1 kB' }).click();
  await expect(page.locator('.outcome')).toContainText('12 archived versions removed');
  expect((await asked()).map(({ channel }) => channel)).toEqual(['rollback:apply', 'archive:verify', 'archive:prune']);
});

test('scrolling a long archive loads what comes into sight', async ({ open }) => {
  const { page } = await open();
  await goTo(page, 'archive');
  await expect(page.locator('[data-version="1"]')).toBeVisible();
  await page.locator('.virtual').evaluate((list) => list.scrollTo({ top: list.scrollHeight }));
  await expect(page.locator('[data-version="5000"]')).toBeVisible();
});

test('a long archive is one stop of the Tab key, and the arrow keys go through it', async ({ open }) => {
  const { page } = await open();
  await goTo(page, 'archive');
  await page.locator('[data-version="1"]').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-version="2"]')).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.locator('[data-version="5000"]')).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await page.locator('[data-version]:focus').count()).toBe(0);
});

test('the page can reach no network and holds no inline code', async ({ open }) => {
  const { page, complaints } = await open();
  const reached = await page.evaluate(() =>
    fetch('https://example.org/').then(
      () => 'reached',
      () => 'refused',
    ),
  );
  expect(reached).toBe('refused');
  expect(complaints.join('\n')).toContain("connect-src 'none'");
  complaints.length = 0;
  expect(await page.locator('style, script:not([src])').count()).toBe(0);
});
