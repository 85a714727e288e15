import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** Attributes that a person sees or hears. */
const SPOKEN = new Set([
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'alt',
  'title',
  'placeholder',
  'label',
  'description',
  'text',
]);
/** Names of things, which are the same in every language. */
const NAMES = new Set(['Core', 'Python', 'nightguard.yaml', 'CVSS', 'SHA-256']);
const hasWords = (text: string): boolean => /\p{L}{2,}/u.test(text) && !NAMES.has(text.trim());

/** Words that stand in the markup itself, in no language but their own. */
function wordsIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && hasWords(node.text)) found.push(node.text.trim());
    if (ts.isJsxExpression(node) && node.expression !== undefined && ts.isStringLiteralLike(node.expression))
      if (ts.isJsxElement(node.parent) && hasWords(node.expression.text)) found.push(node.expression.text);
    if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText(source)))
      if (node.initializer !== undefined && ts.isStringLiteral(node.initializer) && hasWords(node.initializer.text))
        found.push(node.initializer.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.map((words) => `${file}: ${words}`);
}

const files = globSync('renderer/**/*.tsx');

test('no word that a person reads or hears stands in the markup: all are in the locales', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap(wordsIn)).toEqual([]);
});

test('numbers and times are written for the language in force, never for the machine', () => {
  const sources = globSync('{renderer,electron/shell}/**/*.{ts,tsx}').map((file) => [file, readFileSync(file, 'utf8')] as const);
  const machine = /\.toLocale\w*\(\s*\)|new Intl\.\w+\(\s*(?:\)|undefined)/;
  expect(sources.filter(([, text]) => machine.test(text)).map(([file]) => file)).toEqual([]);
});
