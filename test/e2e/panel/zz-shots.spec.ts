import { goTo, goToTab, test } from './panel.ts';
const at = '/tmp/shots-panel';
const sets = (process.env['SETS'] ?? 'en-light-400').split(',');
for (const set of sets) {
  const [language, theme, width] = set.split('-') as ['en', 'light', string];
  test(`shots ${set}`, async ({ open }) => {
    const size = `${width}x640` as '400x640';
    const shot = async (page: any, name: string) => { await page.waitForTimeout(350); await page.screenshot({ path: `${at}/${set}-${name}.png` }); };
    for (const scenario of ['constitution', 'broken-log', 'unchecked', 'unconstituted', 'long-log'] as const) {
      const { page } = await open({ scenario, language, theme, size });
      await shot(page, `${scenario}-0overview`);
      await goToTab(page, 'structures'); await shot(page, `${scenario}-1structures`);
      if (scenario === 'constitution') {
        await page.locator('[data-node="04_AAOS-Swarm/scout"]').click(); await shot(page, `${scenario}-1node`);
        if (width === '400') await page.locator('.split-back button').click();
        await page.locator('.row.alarm button').first().click(); await shot(page, `${scenario}-1unlogged`);
        if (width === '400') await page.locator('.split-back button').click();
      }
      await goToTab(page, 'approvals'); await shot(page, `${scenario}-2approvals`);
      if (scenario === 'constitution') {
        await page.locator('[data-request="11"]').click(); await shot(page, `${scenario}-2request`);
        if (width === '400') await page.locator('.split-back button').click();
        await page.locator('[data-consensus="7"]').click(); await shot(page, `${scenario}-2consensus`);
        if (width === '400') await page.locator('.split-back button').click();
      }
      await goToTab(page, 'audit'); await shot(page, `${scenario}-3audit`);
      if (scenario === 'broken-log') {
        await page.locator('.places button').first().click(); await shot(page, `${scenario}-3shown`);
        await page.locator('.row.break button').first().click(); await shot(page, `${scenario}-3break`);
        if (width === '400') await page.locator('.split-back button').click();
        await page.locator('.archive-list > .row button').first().click(); await shot(page, `${scenario}-3log`);
      }
      if (scenario === 'long-log') { await page.locator('[data-entry]').nth(3).click(); await shot(page, `${scenario}-3entry`); }
      await page.close().catch(() => undefined);
    }
  });
}
