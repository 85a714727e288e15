import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COMMAND_DOOR, commandWords } from '../../../electron/shell/command-door.ts';

const LAUNCHERS = join(import.meta.dirname, '../../../build/packaging/launchers');

test('the words after the door are the command, with all that looks like a switch of Chromium', () => {
  const words = ['status', '--json', '--', '--cli', '--workspace', 'x'];
  expect(commandWords(['nightguard', ...COMMAND_DOOR, ...words])).toEqual(words);
  expect(commandWords(['nightguard', '--cli', 'status'])).toEqual(['status']);
  expect(commandWords(['nightguard', '--cli'])).toEqual([]);
});

test('without the door, or with its name in the words of another program, the desktop is meant', () => {
  expect(commandWords(['nightguard'])).toBeNull();
  expect(commandWords(['nightguard', '--workspace', 'x'])).toBeNull();
  expect(commandWords(['nightguard', '--', '--cli', 'status'])).toBeNull();
});

test.each(['nightguard', 'nightguard.cmd'])('the launcher %s goes through the door', (name) => {
  expect(readFileSync(join(LAUNCHERS, name), 'utf8')).toContain(` ${COMMAND_DOOR.join(' ')} `);
});
