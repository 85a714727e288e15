import { expect, test } from 'vitest';
import { panelPosition } from '../../../electron/shell/panel-position.ts';

const PANEL = { width: 400, height: 640 };
const SCREEN = { x: 0, y: 0, width: 1920, height: 1080 };

test('hangs below an icon in a bar at the top', () => {
  expect(panelPosition(PANEL, { ...SCREEN, y: 24, height: 1056 }, { x: 1500, y: 0, width: 24, height: 24 })).toEqual({
    x: 1312,
    y: 32,
  });
});

test('stands above an icon in a bar at the bottom', () => {
  expect(panelPosition(PANEL, { ...SCREEN, height: 1040 }, { x: 1500, y: 1048, width: 24, height: 24 })).toEqual({
    x: 1312,
    y: 392,
  });
});

test('stays on the screen beside an icon in the corner', () => {
  const { x, y } = panelPosition(PANEL, SCREEN, { x: 1900, y: 1060, width: 20, height: 20 });
  expect(x + PANEL.width).toBeLessThanOrEqual(1920);
  expect(y + PANEL.height).toBeLessThanOrEqual(1080);
});

test.each([undefined, { x: 0, y: 0, width: 0, height: 0 }])(
  'goes to the top right where the platform does not say where the icon is',
  (icon) => {
    expect(panelPosition(PANEL, SCREEN, icon)).toEqual({ x: 1512, y: 8 });
  },
);

test('keeps its title bar reachable on a screen smaller than itself', () => {
  expect(panelPosition(PANEL, { x: 100, y: 50, width: 300, height: 400 }, undefined)).toEqual({ x: 108, y: 58 });
});
