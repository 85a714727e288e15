import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { autostartFile, execLine, hasAutostart, setAutostart } from '../../../electron/platform/headless/autostart-entry.ts';

test('quotes what a shell or the desktop would read as something else', () => {
  expect(execLine(['/opt/Nightguard/nightguard', '--hidden'])).toBe('/opt/Nightguard/nightguard --hidden');
  expect(execLine(['/home/a b/$x "y"'])).toBe(String.raw`"/home/a b/\\$x \\"y\\""`);
  expect(execLine(['/tmp/100%'])).toBe('/tmp/100%%');
});

test('lies where the desktop looks', () => {
  expect(autostartFile({}, '/home/a')).toBe('/home/a/.config/autostart/nightguard.desktop');
  expect(autostartFile({ XDG_CONFIG_HOME: '/conf' }, '/home/a')).toBe('/conf/autostart/nightguard.desktop');
});

test('is written and taken away again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nightguard-autostart-'));
  const file = autostartFile({ XDG_CONFIG_HOME: folder }, '/nowhere');
  await setAutostart(file, ['/opt/nightguard']);
  expect(await readFile(file, 'utf8')).toContain('Exec=/opt/nightguard\n');
  expect(await hasAutostart(file)).toBe(true);
  await setAutostart(file, null);
  expect(await hasAutostart(file)).toBe(false);
  await rm(folder, { recursive: true });
});
