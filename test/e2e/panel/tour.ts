import type { Page } from '@playwright/test';
import { pushes } from '../../../shared/ipc/contract.ts';
import { expect } from './panel.ts';

/** Every view that main may send the panel to: the whole of what a tour must see. */
const VIEWS: readonly string[] = pushes.navigate.shape.view.options;

/** Goes through all places of the navigation and all views of each; fails when a view is left out. */
export async function tour(page: Page, visit: (view: string) => Promise<void>): Promise<void> {
  const seen: string[] = [];
  for (const place of await page.locator('.nav-bar button').all()) {
    await place.click();
    const within = await page.locator('.place-views button').all();
    for (const button of within.length === 0 ? [place] : within) {
      await button.click();
      seen.push(await settled(page));
      await visit(seen.at(-1) ?? '');
    }
  }
  expect(seen.toSorted()).toEqual(VIEWS.toSorted());
}

/** The view that is shown, once what it asked for has come. */
async function settled(page: Page): Promise<string> {
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
  return (await page.locator('main').getAttribute('data-view')) ?? '';
}
