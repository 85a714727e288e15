import { describe, expect, it } from 'vitest';
import { parseErrors } from '../../../../../electron/features/annealing/parse/parse-output.ts';
import { outputOf } from '../support/run-program.ts';

const only = (text: string) => {
  const errors = parseErrors(text);
  expect(errors).toHaveLength(1);
  return errors[0]!;
};

const CHAIN = `
def a():
    try:
        {}["x"]
    except KeyError:
        try:
            int("zz")
        except ValueError as v:
            raise RuntimeError("boom") from v
print("before")
a()
`;

const COLOURED = [
  'Traceback (most recent call last):',
  '  File \u001B[35m"/w/ch.py"\u001B[0m, line \u001B[35m3\u001B[0m, in \u001B[35ma\u001B[0m',
  '    \u001B[31m{}\u001B[0m\u001B[1;31m["x"]\u001B[0m',
  '    \u001B[31m~~\u001B[0m\u001B[1;31m^^^^^\u001B[0m',
  "\u001B[1;35mKeyError\u001B[0m: \u001B[35m'x'\u001B[0m",
].join('\n');

const COLOURED_SYNTAX = [
  '  File \u001B[35m"/w/se.py"\u001B[0m, line \u001B[35m1\u001B[0m',
  '    def f(\u001B[1;31m:\u001B[0m',
  '          \u001B[1;31m^\u001B[0m',
  '\u001B[1;35mSyntaxError\u001B[0m: \u001B[35minvalid syntax\u001B[0m',
].join('\n');

const NESTED_GROUPS = `  + Exception Group Traceback (most recent call last):
  |   File "/w/eg.py", line 9, in main
  |     raise ExceptionGroup("multi", errs)
  | ExceptionGroup: multi (3 sub-exceptions)
  +-+---------------- 1 ----------------
    | Traceback (most recent call last):
    |   File "/w/eg.py", line 2, in bad
    |     raise ValueError("a")
    | ValueError: a
spilled line
    +---------------- 2 ----------------
    | KeyError: 'k'
    +---------------- 3 ----------------
    | ExceptionGroup: inner (1 sub-exception)
    +-+---------------- 1 ----------------
      | TypeError: 1
      +------------------------------------

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/w/eg.py", line 11, in main
    raise RuntimeError("outer") from e
RuntimeError: outer
`;

describe('reading what Python prints', () => {
  it('takes a chain as one error, with its causes nearest first', () => {
    const error = only(outputOf('a.py', CHAIN));
    expect([error.type, error.message, error.frames.at(-1)?.function]).toEqual(['RuntimeError', 'boom', 'a']);
    expect(error.links.map((link) => [link.relation, link.type])).toEqual([
      ['cause', 'ValueError'],
      ['context', 'KeyError'],
    ]);
  });

  it('reads the line of code and where the carets stand', () => {
    const frame = only(COLOURED).frames[0]!;
    expect([frame.code, frame.column, frame.endColumn]).toEqual(['{}["x"]', 1, 8]);
  });

  it('sees through the colours of 3.13', () => {
    const error = only(COLOURED);
    expect([error.type, error.message, error.frames[0]?.file]).toEqual(['KeyError', "'x'", '/w/ch.py']);
    expect(only(COLOURED_SYNTAX)).toMatchObject({ type: 'SyntaxError', frames: [{ file: '/w/se.py', line: 1 }] });
  });

  it('reads groups in groups, and what was raised from them', () => {
    const error = only(NESTED_GROUPS);
    expect([error.type, error.message]).toEqual(['RuntimeError', 'outer']);
    expect(error.links.map((link) => [link.relation, link.type, link.message])).toEqual([
      ['cause', 'ExceptionGroup', 'multi (3 sub-exceptions)'],
      ['member', 'ValueError', 'a\nspilled line'],
      ['member', 'KeyError', "'k'"],
      ['member', 'ExceptionGroup', 'inner (1 sub-exception)'],
      ['member', 'TypeError', '1'],
    ]);
  });

  it('reads a syntax error, which has no traceback', () => {
    expect(only(outputOf('a.py', 'x = 1\ndef f(:\n  pass\n'))).toMatchObject({
      type: 'SyntaxError',
      frames: [{ line: 2, function: '<module>' }],
    });
  });

  it('finds several tracebacks in the middle of other output, each with its whole message and no more', () => {
    const one = 'Traceback (most recent call last):\n  File "a.py", line 1, in f\n    g()\nValueError: first\n  second';
    const text = `INFO begin\n2026-01-01 ERROR it failed\n${one}\n2026-01-01T00:00:01 INFO goes on\nweb  | ${one.replaceAll('\n', '\nweb  | ')}\nweb  | done\n`;
    const errors = parseErrors(text);
    expect(errors.map((error) => error.message)).toEqual(['first\n  second', 'first\n  second\ndone']);
    expect(errors[1]?.frames[0]?.file).toBe('a.py');
  });

  it('reads a header behind what a logger wrote, and frames without code', () => {
    const error = only('ERROR:root:Traceback (most recent call last):\n  File "<string>", line 1, in <module>\nmy.pkg.Odd\n');
    expect([error.type, error.message]).toEqual(['my.pkg.Odd', '']);
  });

  it('does not take half a traceback for an error', () => {
    expect(parseErrors('Traceback (most recent call last):\n  File "a.py", line 1, in f\n    g()\n')).toEqual([]);
  });

  it('reads a recursion of a thousand frames', () => {
    const error = only(outputOf('a.py', 'def r(n):\n    return r(n + 1)\nr(0)\n'));
    expect([error.type, error.frames.at(-1)?.function]).toEqual(['RecursionError', 'r']);
  });
});
