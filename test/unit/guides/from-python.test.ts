import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createCliRoom } from '../terminal/cli-room.ts';

const GUIDE = readFileSync(join(import.meta.dirname, '../../../electron/terminal/FROM-PYTHON.md'), 'utf8');
const room = createCliRoom();
afterAll(() => room.dispose());

/** Every command that the guide names, without the program that `run` is given. */
const commands = [...new Set([...GUIDE.matchAll(/`nightguard ([^`]+)`/g)].map(([, words = '']) => words))]
  .map((words) => words.split(' -- ')[0]?.split(' ') ?? [])
  .filter(([name]) => name !== undefined && !name.startsWith('-'));

test('the guide names commands', () => expect(commands.length).toBeGreaterThan(12));

test.each(commands.map((words) => [words.join(' '), words] as const))(
  '%s is a command of ours, with those options',
  async (_, words) => {
    const help = await room.run([...words.filter((word) => /^[a-z]+$/.test(word)).slice(0, 2), '--help']);
    expect(help.code).toBe(0);
    expect(help.stdout).toContain(`Usage: nightguard ${words[0]}`);
    for (const option of words.filter((word) => word.startsWith('--'))) expect(help.stdout).toContain(option);
  },
);
