import { createTwoFilesPatch } from 'diff';
import { describe, expect, it } from 'vitest';
import { colourSyntax } from '../../../renderer/ui/diff/colour-syntax.ts';
import { parseDiff, showBlanks, tally } from '../../../renderer/ui/diff/parse-diff.ts';

const diff = (before: string, after: string) => parseDiff(createTwoFilesPatch('a', 'b', before, after)) ?? [];

describe('parsing a diff', () => {
  it('numbers each line on the side where it exists', () => {
    const lines = diff('one\ntwo\nthree\n', 'one\n2\nthree\n').flatMap((hunk) => hunk.lines);
    expect(lines.map(({ kind, oldNumber, newNumber }) => [kind, oldNumber, newNumber])).toEqual([
      ['context', 1, 1],
      ['removed', 2, null],
      ['added', null, 2],
      ['context', 3, 3],
    ]);
  });

  it('marks only the words that differ within a pair of lines', () => {
    const [, removed, added] = diff('a\nkeep = read(name)\n', 'a\nkeep = read(path)\n').flatMap((hunk) => hunk.lines);
    expect(removed?.pieces.filter((piece) => piece.changed).map((piece) => piece.text)).toEqual(['name']);
    expect(added?.pieces.filter((piece) => piece.changed).map((piece) => piece.text)).toEqual(['path']);
  });

  it('does not mark words in two lines that have nothing in common', () => {
    const lines = diff('import os\n', 'value = 3\n').flatMap((hunk) => hunk.lines);
    expect(lines.flatMap((line) => line.pieces).some((piece) => piece.changed)).toBe(false);
  });

  it('keeps every character of every line', () => {
    const [before, after] = ['x = {1: "가"}\n\ty\n', 'x = {1: "나"}\n  y\n'];
    const lines = diff(before, after).flatMap((hunk) => hunk.lines);
    const text = (kinds: string[]): string =>
      lines
        .filter((line) => kinds.includes(line.kind))
        .map((line) => `${line.pieces.map((piece) => piece.text).join('')}\n`)
        .join('');
    expect(text(['context', 'removed'])).toBe(before);
    expect(text(['context', 'added'])).toBe(after);
  });

  it('says when a file ends without a line break', () => {
    const lines = diff('one', 'one\n').flatMap((hunk) => hunk.lines);
    expect(lines.map((line) => [line.kind, line.endsWithBreak])).toEqual([
      ['removed', false],
      ['added', true],
    ]);
  });

  it('stops at the first line of each run of changes', () => {
    const lines = diff('a\nb\nc\nd\ne\n', 'A\nB\nc\nd\nE\n').flatMap((hunk) => hunk.lines);
    expect(lines.filter((line) => line.startsChange)).toHaveLength(2);
    expect(tally(diff('a\nb\n', 'A\nb\nc\n'))).toEqual({ added: 2, removed: 1 });
  });

  it('gives null for text that is no well-formed diff, so that it can be shown as it came', () => {
    expect(parseDiff('--- a\n+++ b\n@@ -1,2 +1,9 @@\n nonsense\n')).toBeNull();
  });

  it('shows blanks without changing what is not blank', () => {
    expect(showBlanks('a b\tc\r')).toBe('a·b→\tc␍');
  });
});

describe('colouring code', () => {
  it('keeps every character and knows keywords, strings and comments', () => {
    const line = '    if name == "a # b":  # 이유';
    const parts = colourSyntax(line, 'x.py');
    expect(parts.map((part) => part.text).join('')).toBe(line);
    expect(parts.filter((part) => part.kind !== 'plain').map((part) => [part.kind, part.text])).toEqual([
      ['word', 'if'],
      ['string', '"a # b"'],
      ['comment', '# 이유'],
    ]);
  });

  it('leaves a file of unknown language plain', () => {
    expect(colourSyntax('if x', 'notes.txt')).toEqual([{ text: 'if x', kind: 'plain' }]);
  });
});
