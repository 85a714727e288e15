import { expect, test, violations } from './panel.ts';
import { tour } from './tour.ts';

for (const language of ['en', 'ko'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`every view in ${language}, ${theme}, is accessible`, async ({ open }) => {
      const { page } = await open({ scenario: 'needs-you', language, theme, size: '900x640' });
      await tour(page, async (view) => expect.soft(await violations(page), view).toEqual([]));
    });
  }
}
