import { expect, test } from 'vitest';
import { planPackages } from '../../../build/packaging/plan.ts';

test('with the official Electron every package of this system is made, and those of others are named with the reason', () => {
  const plan = planPackages({ platform: 'linux', onlyFolder: false, isForTests: false });
  expect(plan).toMatchObject({ builder: ['AppImage', 'deb', 'rpm', 'tar.gz'], own: [] });
  expect(plan.skipped).toEqual([
    { what: 'dmg, zip for macOS', why: 'they are made on macOS.' },
    { what: 'nsis, portable for Windows', why: 'they are made on Windows.' },
  ]);
});

test('with an Electron for tests only what needs no download is made, and the rest is told', () => {
  const plan = planPackages({ platform: 'linux', onlyFolder: false, isForTests: true });
  expect(plan).toMatchObject({ builder: null, own: ['tar.gz', 'deb'] });
  expect(plan.skipped[0]).toMatchObject({ what: 'AppImage, rpm' });
});

test('when only the folder is asked for, nothing else is made', () => {
  const plan = planPackages({ platform: 'darwin', onlyFolder: true, isForTests: false });
  expect(plan).toMatchObject({ builder: null, own: [] });
  expect(plan.skipped[0]).toEqual({ what: 'dmg, zip', why: 'only the folder was asked for.' });
});
