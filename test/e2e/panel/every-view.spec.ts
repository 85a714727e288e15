import { resolve } from 'node:path';
import { startPanelHost } from '../../support/fake-panel-main/launch.ts';
import { expect, test as base, violations } from './panel.ts';
import { tour } from './tour.ts';

/** One moment, one place on earth and one set of fonts: pictures differ only where the panel does. */
const MOMENT = Date.UTC(2026, 10, 21, 5, 5);
const SAME_EVERYWHERE = {
  PANEL_NOW: String(MOMENT),
  TZ: 'Asia/Seoul',
  FONTCONFIG_FILE: resolve(import.meta.dirname, '../../support/fake-panel-main/fonts.conf'),
};
/** Pictures were taken with this engine; another one draws letters a little differently. */
const TAKEN_WITH = '148';

const test = base.extend<object>({
  host: [
    // oxlint-disable-next-line no-empty-pattern -- the driver reads the names of the fixtures from this pattern
    async ({}, use) => {
      const host = await startPanelHost(SAME_EVERYWHERE);
      await host.app.context().clock.setFixedTime(MOMENT);
      await use(host);
      await host.close();
    },
    { scope: 'worker' },
  ],
});

for (const language of ['en', 'ko'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`every view in ${language}, ${theme}: accessible, and drawn as it was`, async ({ open, host }) => {
      const { page } = await open({ scenario: 'needs-you', language, theme, size: '900x640' });
      const engine = await host.app.evaluate(() => process.versions.chrome.split('.')[0]);
      await tour(page, async (view) => {
        expect.soft(await violations(page), view).toEqual([]);
        if (engine === TAKEN_WITH) await expect.soft(page).toHaveScreenshot(`${view}-${theme}-${language}.png`);
      });
    });
  }
}
