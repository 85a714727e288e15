import type { Page } from '@playwright/test';
import { snapshot } from '../../support/fake-panel-main/fixtures.ts';
import { expect, goToTab, tabTo, test, violations } from './panel.ts';

const list = (page: Page) => page.getByRole('group', { name: 'Entries, newest first' });
const numbers = (page: Page): Promise<number[]> =>
  page.locator('[data-entry]').evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('data-entry'))));

test('the log says that it is intact, when and how thoroughly that was looked at, and how long it is', async ({ open }) => {
  const { page } = await open();
  await goToTab(page, 'audit');
  await expect(page.getByText('Intact')).toBeVisible();
  await expect(page.getByText(/last verified 4[12] min\. ago \(full\), 1,204 entries/)).toBeVisible();
  const shown = await numbers(page);
  expect(shown[0]).toBe(1204);
  expect(shown).toEqual(shown.toSorted((a, b) => b - a));
});

test('verifying now shows that it goes on, and its result', async ({ open }) => {
  const { page, asked } = await open();
  await goToTab(page, 'audit');
  await page.getByRole('button', { name: 'Verify now' }).click();
  await expect(page.getByRole('progressbar', { name: 'Verifying…' })).toBeVisible();
  await expect(page.getByText(/last verified (now|this minute) \(full\), 1,204 entries/)).toBeVisible();
  await expect(page.getByTitle('482.8 kB in 1.2 sec')).toBeVisible();
  expect(await asked()).toEqual([{ channel: 'audit:verify', input: null }]);
});

test('an entry is shown whole and copied', async ({ open }) => {
  const { page, asked } = await open({ size: '900x640' });
  await goToTab(page, 'audit');
  await page.locator('[data-entry="1199"]').click();
  const detail = page.locator('.detail');
  await expect(detail.getByRole('heading')).toHaveText('Entry 1,199');
  for (const field of ['Time', 'Type', 'Target', 'Result', 'Reasons', 'Notes', 'Hash', 'Place', 'Written by'])
    await expect(detail.locator('dt', { hasText: field })).toBeVisible();
  await page.getByRole('button', { name: 'Copy entry' }).click();
  const [copied] = await asked();
  expect(JSON.parse(String(copied?.input))).toMatchObject({ number: 1199, notes: 'R-0142, 3 files' });
});

test('type, result and words narrow the list, and taking them away widens it again', async ({ open }) => {
  const { page } = await open({ scenario: 'long-log' });
  await goToTab(page, 'audit');
  await page.getByLabel('Result').selectOption('Non-Canonical');
  await expect(page.getByText(/of 100,000 entries/)).toBeVisible();
  await expect(page.locator('[data-entry] .status').first()).toHaveText('Non-Canonical');
  await page.getByLabel('Type').selectOption('blueprint-judgment');
  await page.getByRole('searchbox').fill('위원회');
  await expect(page.locator('[data-entry]').first()).toContainText('위원회_서기');
  await expect(page.locator('[data-entry]').first()).toContainText('blueprint-judgment');
  await page.getByRole('searchbox').fill('no such words');
  await expect(page.getByText('No entry matches')).toBeVisible();
  await page.getByRole('searchbox').fill('');
  await page.getByLabel('Type').selectOption('');
  await page.getByLabel('Result').selectOption('');
  await expect(page.locator('[data-entry="100000"]')).toBeVisible();
});

test('a search that fails says so, and the next one shows the list again', async ({ open }) => {
  const { page } = await open();
  await goToTab(page, 'audit');
  await page.getByRole('searchbox').fill('fail');
  await expect(page.getByRole('alert')).toContainText('The database is locked.');
  await page.getByRole('searchbox').fill('');
  await expect(page.locator('[data-entry="1204"]')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a broken link is shown where it is: file, entry, byte, what is wrong and what to do', async ({ open }) => {
  const { page } = await open({ scenario: 'broken-log' });
  await goToTab(page, 'audit');
  await expect(page.getByText('Broken in 3 places')).toBeVisible();
  await expect(page.getByText('AUDIT_LOG.md, entry 3,000, byte 1,203,311').first()).toBeVisible();
  await page.getByRole('button', { name: 'Show in list' }).click();
  const line = page.locator('.row.break', { hasText: 'Changed after it was written' });
  await expect(line).toBeInViewport();
  await expect(line.getByRole('button')).toBeFocused();
  const places = await page.locator('.virtual-row').evaluateAll((rows) =>
    rows.map((row) => ({
      top: row.getBoundingClientRect().top,
      entry: row.querySelector('[data-entry]')?.getAttribute('data-entry') ?? 'break',
    })),
  );
  const order = places.toSorted((a, b) => a.top - b.top).map(({ entry }) => entry);
  expect(order.slice(order.indexOf('8001'), order.indexOf('7999') + 1)).toEqual(['8001', 'break', '8000', 'break', '7999']);
  await page.keyboard.press('Enter');
  const detail = page.locator('.detail');
  await expect(detail).toContainText('its content gives "9b1c04aa21f077de"');
  await expect(detail).toContainText('1,203,311');
  await expect(detail).toContainText('What to do');
  await expect(detail).toContainText('nightguard audit verify');
});

test('a break is found again from a narrowed list, and one without an entry is told without a place', async ({ open }) => {
  const { page } = await open({ scenario: 'broken-log' });
  await goToTab(page, 'audit');
  await page.getByLabel('Result').selectOption('Dissolved');
  await expect(page.locator('[data-entry] .status').first()).toHaveText('Dissolved');
  await page.getByRole('button', { name: 'Next (1 of 3)' }).click();
  await page.getByRole('button', { name: 'Show in list' }).click();
  await expect(page.locator('.row.break', { hasText: 'Does not follow the entry before it' })).toBeInViewport();
  await page.getByRole('button', { name: 'Next (2 of 3)' }).click();
  await expect(page.getByText('_archive/AUDIT_LOG-0001.md, byte 0')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Show in list' })).toBeDisabled();
  await page.getByRole('button', { name: 'Details' }).click();
  await expect(page.locator('.detail')).toContainText('none is to blame');
});

test('the log as a whole shows checkpoints, open acts and owed entries', async ({ open }) => {
  const { page } = await open({ scenario: 'broken-log' });
  await goToTab(page, 'audit');
  await expect(page.getByRole('button', { name: /^About this log/ })).toContainText('2 open acts');
  await page.getByRole('button', { name: /^About this log/ }).click();
  const detail = page.locator('.detail');
  await expect(detail).toContainText('The last checkpoint could not be put there');
  await expect(detail).toContainText('update.apply');
  await expect(detail).toContainText('Owed entries 2');
});

test('that checkpoints do not leave the machine is said', async ({ open }) => {
  const { page } = await open({ scenario: 'long-log' });
  await goToTab(page, 'audit');
  await expect(page.getByText('Checkpoints: do not leave this machine')).toBeVisible();
  await expect(page.getByText(/\(quick\), 100,000 entries/)).toBeVisible();
});

test('a log that could not be checked is grey, and says why', async ({ open }) => {
  const { page } = await open({ scenario: 'unchecked' });
  await goToTab(page, 'audit');
  const word = page.locator('.judged .status').first();
  await expect(word).toHaveText('Could not check');
  await expect(word).toHaveClass(/neutral/);
  await expect(page.getByText('EACCES: permission denied, open')).toBeVisible();
  await expect(page.getByText(/tried 3 min\. ago/)).toBeVisible();
});

test('a workspace without a log says when one is kept', async ({ open }) => {
  const { page } = await open({ scenario: 'unconstituted' });
  await goToTab(page, 'audit');
  await expect(page.getByText('No audit log here')).toBeVisible();
  await expect(page.getByText('governance.documents.auditLog')).toBeVisible();
});

test('the list is walked with the keyboard alone, from the newest entry to the oldest', async ({ open }) => {
  const { page } = await open({ scenario: 'long-log' });
  await goToTab(page, 'audit');
  await tabTo(page, 'button', /^libs.*google_trends_fetcher|^requirements|^02_AAOS|^04_AAOS/);
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-entry="99999"]')).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.locator('[data-entry="1"]')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(page.locator('[data-entry="100000"]')).toBeFocused();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('.detail > h2')).toHaveText('Entry 99,990');
  await tabTo(page, 'button', 'Back');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-entry="99990"]')).toBeFocused();
});

test('100,000 entries are scrolled through with few lines in the page', async ({ open }) => {
  const { page } = await open({ scenario: 'long-log' });
  await goToTab(page, 'audit');
  await expect(page.locator('[data-entry="100000"]')).toBeVisible();
  const frames = await list(page).evaluate(
    (element) =>
      new Promise<number[]>((resolve) => {
        const times: number[] = [];
        let last = performance.now();
        const step = (now: number): void => {
          times.push(now - last);
          last = now;
          element.scrollTop += times.length < 120 ? 400 : 20_000;
          if (times.length < 240) requestAnimationFrame(step);
          else resolve(times.slice(1));
        };
        requestAnimationFrame(step);
      }),
  );
  const sorted = frames.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
  console.log(`scrolling 100,000 entries: frame p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`);
  expect(await page.locator('.virtual-row').count()).toBeLessThan(60);
  await list(page).evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
  await expect(page.locator('[data-entry="1"]')).toBeInViewport();
});

test('what is being read stays in its place when the snapshot changes', async ({ open }) => {
  const { page, push } = await open({ scenario: 'long-log' });
  await goToTab(page, 'audit');
  await expect(page.locator('[data-entry="100000"]')).toBeVisible();
  await list(page).evaluate((element) => element.scrollTo({ top: 44_000 }));
  await expect(page.locator('[data-entry="99000"]')).toBeVisible();
  await push('snapshot', snapshot({ revision: 9, waiting: 1 }));
  await expect(page.locator('[data-entry="99000"]')).toBeInViewport();
  expect(await list(page).evaluate((element) => element.scrollTop)).toBe(44_000);
});

test('what is being read stays in its place when newer entries arrive above it', async ({ open }) => {
  const { page } = await open({ scenario: 'long-log' });
  await goToTab(page, 'audit');
  await expect(page.locator('[data-entry="100000"]')).toBeVisible();
  await list(page).evaluate((element) => element.scrollTo({ top: 44_000 }));
  const read = page.locator('[data-entry="99000"]');
  await expect(read).toBeVisible();
  const before = await read.boundingBox();
  await page.getByRole('button', { name: 'Verify now' }).click();
  await expect(page.getByText(/\(full\), 100,007 entries/)).toBeVisible();
  await expect.poll(() => list(page).evaluate((element) => element.scrollTop)).toBe(44_000 + 7 * 44);
  expect(await read.boundingBox()).toEqual(before);
  await list(page).evaluate((element) => element.scrollTo({ top: 0 }));
  await expect(page.locator('[data-entry="100007"]')).toBeVisible();
});

for (const [scenario, theme] of [
  ['broken-log', 'light'],
  ['broken-log', 'dark'],
  ['unchecked', 'dark'],
  ['unconstituted', 'light'],
] as const) {
  test(`the audit log is accessible when the state is ${scenario}, ${theme}`, async ({ open }) => {
    const { page } = await open({ scenario, theme, size: '900x640' });
    await goToTab(page, 'audit');
    await expect(page.locator('.judged, .state').first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
    if (scenario !== 'broken-log') return;
    await page.getByRole('button', { name: 'Show in list' }).click();
    await page.getByRole('button', { name: 'Details' }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: /^About this log/ }).click();
    expect(await violations(page)).toEqual([]);
  });
}
