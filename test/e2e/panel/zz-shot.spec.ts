import { goTo, test } from '/work/main/test/e2e/panel/panel.ts';
for (const [scenario, language, theme] of [['vulnerable','en','light'],['vulnerable','ko','dark'],['could-not-check','ko','light']] as const)
  test(`shot ${scenario} ${language} ${theme}`, async ({ open }) => {
    const { page } = await open({ scenario, language, theme });
    for (const view of ['security','environment'] as const) {
      await goTo(page, view);
      await page.locator('main').waitFor();
      await page.waitForTimeout(400);
      await page.screenshot({ path: `/tmp/r4-${view}-${scenario}-${language}-${theme}.png` });
    }
    if (scenario==='vulnerable') { await goTo(page,'security'); await page.locator('details').last().scrollIntoViewIfNeeded(); await page.locator('details').last().click(); await page.locator('details').last().scrollIntoViewIfNeeded(); await page.waitForTimeout(200); await page.screenshot({ path: `/tmp/r4-history-${language}.png` });
     await page.getByRole('button', { name: /S-0002/ }).click(); await page.waitForTimeout(400); await page.screenshot({ path: `/tmp/r4-dialog-${language}.png` }); }
  });
