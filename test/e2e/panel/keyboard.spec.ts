import type { Locator, Page } from '@playwright/test';
import { pushes } from '../../../shared/ipc/contract.ts';
import { expect, tabTo, test } from './panel.ts';

/** More stops than any view has; a tour that is longer goes in circles. */
const MOST_STOPS = 120;

interface Stop {
  where: 'page' | 'nav' | 'view' | 'elsewhere';
  name: string;
  /** Whether anybody can see that it has the focus. */
  isSeen: boolean;
}

/** What has the focus now, and how it shows. */
const stop = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return { where: 'page', name: 'the page', isSeen: false };
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const shows = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    return {
      where: element.closest('.nav-bar') !== null ? 'nav' : element.closest('main') !== null ? 'view' : 'elsewhere',
      name: `${element.tagName.toLowerCase()} «${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)}»`,
      isSeen: shows && box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
    };
  });

/** Goes there with Tab, however long the way, and presses Enter. */
async function press(page: Page, wanted: Locator): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
  }
  throw new Error('It cannot be reached with Tab.');
}

test('every view is reached with the keyboard alone, and each stop on the way through it is seen', async ({ open }) => {
  test.slow();
  const { page } = await open({ scenario: 'needs-you', size: '900x640' });
  const unseen: string[] = [];
  const seen = new Set<string>();
  const places = await page.locator('.nav-bar button').count();

  /** Tab from where the focus is, until it has left the view; the views of the same place that it passes are opened too. */
  const walk = async (): Promise<void> => {
    const view = (await page.locator('main').getAttribute('data-view')) ?? '';
    seen.add(view);
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      const { where, name, isSeen } = await stop(page);
      if (!isSeen && where !== 'page') unseen.push(`${view}: ${name}`);
      if (stops > 0 && (where === 'page' || where === 'nav')) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`The way through ${view} has no end.`);
  };

  for (let place = 0; place < places; place += 1) {
    await press(page, page.locator('.nav-bar button').nth(place));
    const within = await page.locator('.place-views button').count();
    for (let index = 0; index < Math.max(1, within); index += 1) {
      if (within > 0) {
        await press(page, page.locator('.place-views button').nth(index));
      }
      await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
      await walk();
    }
  }
  expect(unseen).toEqual([]);
  expect([...seen].toSorted()).toEqual(pushes.navigate.shape.view.options.toSorted());
});

test('a dialog takes the focus, keeps it, and gives it back where it came from', async ({ open }) => {
  const { page } = await open({ size: '900x640' });
  await tabTo(page, 'button', 'Roll back');
  const { name } = await stop(page);
  const isInDialog = (): Promise<boolean> =>
    page.evaluate(() => document.activeElement !== null && document.activeElement.closest('[role="dialog"]') !== null);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('radio').first()).toBeVisible();
  await expect.poll(isInDialog).toBe(true);
  for (let press = 0; press < 12; press += 1) {
    await page.keyboard.press('Tab');
    // At the ends it passes over a guard, which hands it on.
    await expect.poll(isInDialog).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(async () => (await stop(page)).name).toBe(name);
});
