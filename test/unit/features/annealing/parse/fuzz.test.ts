import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseErrors } from '../../../../../electron/features/annealing/parse/parse-output.ts';
import { LIMITS } from '../../../../../electron/features/annealing/parse/parsed-error.ts';

const LINES = [
  'Traceback (most recent call last):',
  '  + Exception Group Traceback (most recent call last):',
  '  File "/w/a.py", line 3, in f',
  '  |   File "/w/a.py", line 3, in f',
  '    x = y["a"]',
  '        ~^^^^^',
  "KeyError: 'a'",
  '  | ExceptionGroup: many (2 sub-exceptions)',
  '  +-+---------------- 1 ----------------',
  '    | Traceback (most recent call last):',
  '    | ValueError: a',
  '    +---------------- 2 ----------------',
  '    +------------------------------------',
  'The above exception was the direct cause of the following exception:',
  'SyntaxError: invalid syntax',
  '  File "/w/a.py", line 3',
  '',
  '/w/a.js:3',
  '    ^',
  'TypeError: x is not a function',
  '    at f (/w/a.js:3:4)',
  '    at async g (file:///w/%E0%A4%A.js:3:4) {',
  '  [cause]: Error: inner',
  '      at h (/w/b.js:1:1)',
  "  code: 'ENOENT',",
  '  [errors]: [',
  '}',
  '[AggregateError: All promises were rejected] {',
  'Node.js v24.0.0',
  '(Use `node --trace-uncaught ...` to show where the exception was thrown)',
  '2026-01-01T00:00:00 INFO on',
];
const line = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...LINES) }, { weight: 1, arbitrary: fc.string() });
const cut = fc.tuple(fc.array(line, { maxLength: 60 }), fc.nat(400), fc.nat(40)).map(([lines, at, length]) => {
  const text = lines.join('\n');
  return text.slice(0, at) + text.slice(at + length);
});

describe('reading mutilated output', () => {
  it('never throws, and keeps every error within its limits', () => {
    fc.assert(
      fc.property(cut, (text) => {
        for (const error of parseErrors(text)) {
          expect(error.type).not.toBe('');
          expect(error.links.length).toBeLessThanOrEqual(LIMITS.links);
          expect(error.frames.length).toBeLessThanOrEqual(LIMITS.frames);
          expect(error.message.length).toBeLessThanOrEqual(LIMITS.message);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('finds a whole traceback wherever it stands', () => {
    const around = fc.array(fc.stringMatching(/^[a-z ]{0,20}$/), { maxLength: 10 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(around, around, (before, after) => {
        const text = `${before}\nTraceback (most recent call last):\n  File "a.py", line 1, in f\n    g()\nKeyError: 'a'\n\n${after}`;
        expect(parseErrors(text).map((error) => error.type)).toEqual(['KeyError']);
      }),
      { numRuns: 200 },
    );
  });

  it('takes no quadratic time for long lines and long texts', () => {
    const began = performance.now();
    for (const piece of ['at (', 'File "', ' (a:1:', 'A.', '(eval at ', '{', '~^', 'Error: ']) {
      parseErrors(`Traceback (most recent call last):\n    at ${piece.repeat(40_000)}`);
      parseErrors(`  File "a", line 1\n${`${piece}\n`.repeat(20_000)}SyntaxError: x`);
    }
    parseErrors('Traceback (most recent call last):\n'.repeat(20_000));
    parseErrors('TypeError: a\n'.repeat(20_000));
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
