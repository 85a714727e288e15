import { expect, test } from 'vitest';
import { appImageOf } from '../../../electron/platform/headless/app-image.ts';

const MOUNT = '/tmp/.mount_Nightgx1';

test.each([
  ['in its mount', { APPIMAGE: '/home/mina/Nightguard.AppImage', APPDIR: MOUNT }, '/home/mina/Nightguard.AppImage'],
  ['started from a terminal that is one', { APPIMAGE: '/home/mina/Terminal.AppImage', APPDIR: '/tmp/.mount_Termin' }, null],
  ['in a mount whose name only begins alike', { APPIMAGE: '/home/mina/N.AppImage', APPDIR: '/tmp/.mount_Night' }, null],
  ['without a mount', { APPIMAGE: '/home/mina/N.AppImage' }, null],
  ['without an image', { APPDIR: MOUNT }, null],
  ['installed', {}, null],
])('the AppImage of a program that is %s', (_what, environment, image) => {
  expect(appImageOf(environment, `${MOUNT}/nightguard`)).toBe(image);
});
