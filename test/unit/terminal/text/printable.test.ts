import { expect, test } from 'vitest';
import { printable, printableLines } from '../../../../electron/terminal/text/printable.ts';

test('what steers a terminal, reorders letters or is not seen is written as its number', () => {
  expect(printable('a\u001b[2Jb\u202ec')).toBe(String.raw`a\x1b[2Jb\x202ec`);
  expect(printable('a\u200bb\u3164c\u{e0041}d\u00ade')).toBe(String.raw`a\x200bb\x3164c\xe0041d\xade`);
  expect(printable('a\nb\u2028c')).toBe(String.raw`a b\x2028c`);
  expect(printableLines('a\u200b\n\tb\r\nc')).toBe('a\\x200b\n\tb\nc');
});

test('ordinary text, Korean in either Unicode form, and emoji stay as they are', () => {
  for (const text of ['헌법 변경', '헌법'.normalize('NFD'), '👩‍💻 ❤️ 1', 'é'.normalize('NFD')]) expect(printable(text)).toBe(text);
});
