import { expect, test } from './panel.ts';
import { tour } from './tour.ts';

/** At this moment every picture is the same. */
const NOW = Date.UTC(2026, 10, 20, 14, 2);

for (const language of ['en', 'ko'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`every view in ${language}, ${theme}, looks as it did`, async ({ open }) => {
      const { page } = await open({ scenario: 'needs-you', language, theme, size: '900x640', now: NOW });
      await tour(page, (view) => expect.soft(page).toHaveScreenshot([language, theme, `${view}.png`]));
    });
  }
}
