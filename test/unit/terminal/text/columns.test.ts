import { styleText } from 'node:util';
import { expect, test } from 'vitest';
import { columns, widthOf } from '../../../../electron/terminal/text/columns.ts';

test.each([
  ['abc', 3],
  ['한글', 4],
  ['한글'.normalize('NFD'), 4],
  ['e\u0301', 1],
  ['a\u200bb', 2],
  ['日本', 4],
])('%s takes %i cells', (text, cells) => {
  expect(widthOf(text)).toBe(cells);
});

test('colours take no cells', () => {
  expect(widthOf(styleText('red', '한글', { validateStream: false }))).toBe(4);
});

test('columns align by cells, numbers to the right, and leave no blanks at the end', () => {
  const rows = [
    ['1', '작업', 'x'],
    ['20', 'work', ''],
  ];
  expect(columns(rows, { right: [0], indent: ' ' })).toEqual(['  1  작업  x', ' 20  work']);
});
