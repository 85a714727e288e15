import { expect, test } from 'vitest';
import { visibleLine, visibleText } from '../../../../renderer/approval/visible-text.ts';

test('what turns the order of letters round, or is not seen, is shown by its number', () => {
  expect(visibleText('user\u202Enimda')).toBe('user⟨U+202E⟩nimda');
  expect(visibleText('pass\u200Bword\u00AD')).toBe('pass⟨U+200B⟩word⟨U+00AD⟩');
  expect(visibleText('a\u0000b\u001B[31m')).toBe('a⟨U+0000⟩b⟨U+001B⟩[31m');
  expect(visibleText('\u{E0041}')).toBe('⟨U+E0041⟩');
});

test('a carriage return is seen, so that a change of line ends is one', () => {
  expect(visibleText('a\r\nb')).toBe('a␍\nb');
});

test('ordinary text, Korean and emoji are left alone', () => {
  const text = '규칙을 바꾼다\t🛡 naïve – "quoted"\n';
  expect(visibleText(text)).toBe(text);
});

test('a line stays one line', () => {
  expect(visibleLine('Apply 1 file\nand approve all')).toBe('Apply 1 file ↵ and approve all');
});
