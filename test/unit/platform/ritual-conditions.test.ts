import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { batteryOf, meteredOf, ritualConditions, thisMachine } from '../../../electron/platform/headless/ritual-conditions.ts';
import { writeTree } from '../../support/tree.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
const supplies = (files: Record<string, string>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'nightguard-power-'));
  folders.push(folder);
  writeTree(folder, files);
  return folder;
};

test('a machine is on battery when its battery discharges and nothing powers it', () => {
  const battery = { 'BAT0/type': 'Battery\n', 'BAT0/status': 'Discharging\n' };
  expect(batteryOf(supplies({ ...battery, 'AC/type': 'Mains\n', 'AC/online': '0\n' }))).toBe(true);
  expect(batteryOf(supplies({ ...battery, 'AC/type': 'Mains\n', 'AC/online': '1\n' }))).toBe(false);
  expect(batteryOf(supplies({ ...battery, 'usb/type': 'USB\n', 'usb/online': '1\n' }))).toBe(false);
  expect(batteryOf(supplies({ 'BAT0/type': 'Battery\n', 'BAT0/status': 'Full\n' }))).toBe(false);
});

test('a machine without a battery says nothing, and a mouse is no machine', () => {
  expect(batteryOf(join(tmpdir(), 'no-such-folder'))).toBeNull();
  const mouse = { 'hid/type': 'Battery\n', 'hid/scope': 'Device\n', 'hid/status': 'Discharging\n' };
  expect(batteryOf(supplies(mouse))).toBeNull();
});

test('a network is metered when NetworkManager says or guesses so; anything else is unknown', () => {
  expect(['u 1\n', 'u 2\n', 'u 3\n', 'u 4\n', 'u 0\n', 'no'].map(meteredOf)).toEqual([true, false, true, false, null, null]);
});

test('the machine is asked only for what the settings want, and what it does not say holds nothing up', async () => {
  const asked: string[] = [];
  const says = (answer: boolean | null) => ({
    onBattery: () => Promise.resolve(asked.push('battery')).then(() => answer),
    isMetered: () => Promise.resolve(asked.push('metered')).then(() => answer),
  });
  expect(await ritualConditions({ onBattery: true, onMetered: true }, says(true))).toBeNull();
  expect(asked).toEqual([]);
  expect(await ritualConditions({ onBattery: false, onMetered: true }, says(true))).toBe('on-battery');
  expect(await ritualConditions({ onBattery: true, onMetered: false }, says(true))).toBe('metered');
  expect(await ritualConditions({ onBattery: false, onMetered: false }, says(null))).toBeNull();
});

test('this machine answers, whatever it has', async () => {
  expect([true, false, null]).toContain(await thisMachine.onBattery());
  expect([true, false, null]).toContain(await thisMachine.isMetered());
});
