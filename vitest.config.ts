import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,contract,property,crash}/**/*.test.ts'],
    // Real disks and real processes: a slow machine must not fail a correct test.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Much of the time is spent waiting for pip, npm and the disk: one worker a core, also where there are only two.
    maxWorkers: '100%',
    restoreMocks: true,
  },
});
