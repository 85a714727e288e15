import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { startPanelHost, type Panel, type PanelHost, type PanelOptions } from '../../support/fake-panel-main/launch.ts';

interface Fixtures {
  open: (options?: PanelOptions) => Promise<Panel>;
}

/** Opens panels, closes them at the end of the test, and fails it when a page complained (policy violations, React warnings). */
export const test = base.extend<Fixtures, { host: PanelHost }>({
  host: [
    // oxlint-disable-next-line no-empty-pattern -- the driver reads the names of the fixtures from this pattern
    async ({}, use) => {
      const host = await startPanelHost();
      await use(host);
      await host.close();
    },
    { scope: 'worker' },
  ],
  open: async ({ host }, use) => {
    const panels: Panel[] = [];
    await use(async (options) => {
      const panel = await host.open(options);
      panels.push(panel);
      return panel;
    });
    await host.closePanel();
    expect(panels.flatMap((panel) => panel.complaints)).toEqual([]);
  },
});

export { expect };

/** Each language and each theme once, for what only a click shows: every-view.spec.ts sees all four of each view. */
export const LOOKS = [
  { language: 'en', theme: 'light' },
  { language: 'ko', theme: 'dark' },
] as const;

/** Violations of the accessibility rules on the page as it is, as sentences. */
export async function violations(page: Page): Promise<string[]> {
  // Electron's driver has no isolated second page, which the rules' frame mode wants.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

/** Presses Tab until the element with that role and name has the focus; fails when the way there is longer than `most`. */
export async function tabTo(page: Page, role: 'button' | 'radio' | 'treeitem', name: string | RegExp, most = 40): Promise<void> {
  const wanted = page.getByRole(role, { name }).first();
  for (let step = 0; step < most; step += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(name)} cannot be reached with Tab`);
}

/** Views by where they are found: the place in the navigation, and the place within it. */
const PLACES = {
  overview: [0, 0],
  updates: [1, 0],
  archive: [1, 1],
  errors: [2, 0],
  environment: [3, 0],
  security: [3, 1],
  health: [4, 0],
  alerts: [4, 1],
  rituals: [5, 0],
  constitution: [6, 0],
  logs: [7, 0],
  settings: [8, 0],
} as const;
type View = keyof typeof PLACES;

/** Goes to a view by its place in the navigation. */
export const goTo = async (page: Page, view: View): Promise<void> => {
  const [place, within] = PLACES[view];
  await page.locator('.nav-bar button').nth(place).click();
  if (within > 0) await page.locator('.place-views button').nth(within).click();
  await expect(page.locator(`main[data-view="${view}"]`)).toBeVisible();
};

const TABS = ['structures', 'approvals', 'audit'] as const;

/** Goes to a part of the Constitution by its place. */
export const goToTab = async (page: Page, tab: (typeof TABS)[number]): Promise<void> => {
  await goTo(page, 'constitution');
  await page.getByRole('tab').nth(TABS.indexOf(tab)).click();
};
