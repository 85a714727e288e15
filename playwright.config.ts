import { defineConfig } from '@playwright/test';

// Real Electron on a display and a session bus of its own: `npm run test:e2e` makes both.
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  timeout: 60_000,
  // Of 576,000 pixels: the edge of a letter, not a word.
  expect: { timeout: 5_000, toHaveScreenshot: { maxDiffPixels: 200 } },
  // Drawn by Electron without a GPU, with the fonts of Debian 12.
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  reporter: [['list']],
  projects: [
    { name: 'panel', testDir: 'test/e2e/panel' },
    { name: 'app', testDir: 'test/e2e/app', timeout: 180_000 },
  ],
});
