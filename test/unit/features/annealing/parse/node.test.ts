import { describe, expect, it } from 'vitest';
import { exitError } from '../../../../../electron/features/annealing/parse/exit-error.ts';
import { parseErrors } from '../../../../../electron/features/annealing/parse/parse-output.ts';
import { outputOf } from '../support/run-program.ts';

const only = (text: string) => {
  const errors = parseErrors(text);
  expect(errors).toHaveLength(1);
  return errors[0]!;
};

describe('reading what Node prints', () => {
  it('reads an error of the system with its code, and the frames innermost last', () => {
    const error = only(
      outputOf('c.cjs', 'const fs = require("fs");\nfunction load(p) { return fs.readFileSync(p); }\nload("/nope.json");\n'),
    );
    expect([error.type, error.code, error.frames.at(-1)?.file.startsWith('node:')]).toEqual(['Error', 'ENOENT', true]);
    expect(error.frames.findLast((frame) => !frame.file.startsWith('node:'))).toMatchObject({ function: 'load', line: 2 });
  });

  it('reads causes, their codes and asynchronous frames', () => {
    const text = `async function inner() { await 1; throw Object.assign(new Error('inner'), { code: 'E_X' }); }
async function main() { try { await inner(); } catch (cause) { throw new TypeError('outer', { cause }); } }
main();`;
    const error = only(outputOf('a.mjs', text));
    expect([error.type, error.message]).toEqual(['TypeError', 'outer']);
    expect(error.links).toMatchObject([{ relation: 'cause', type: 'Error', message: 'inner', code: 'E_X' }]);
    expect(error.links[0]?.frames[0]?.function).toBe('main');
  });

  it('reads an AggregateError with its members', () => {
    const error = only(
      outputOf('b.mjs', `await Promise.any([Promise.reject(new Error('a')), Promise.reject(new RangeError('b'))]);`),
    );
    expect([error.type, error.message]).toEqual(['AggregateError', 'All promises were rejected']);
    expect(error.links.map((link) => [link.relation, link.type, link.message])).toEqual([
      ['member', 'Error', 'a'],
      ['member', 'RangeError', 'b'],
    ]);
    expect(error.frames.at(-1)?.file).toMatch(/b\.mjs$/);
  });

  it('reads modules that are not found, in both systems', () => {
    const cjs = only(outputOf('e.cjs', 'require("./nofile");'));
    expect([cjs.code, cjs.message.split('\n')[0]]).toEqual(['MODULE_NOT_FOUND', "Cannot find module './nofile'"]);
    const esm = only(outputOf('d.mjs', 'import x from "nopkg";'));
    expect([esm.code, esm.message.startsWith("Cannot find package 'nopkg'")]).toEqual(['ERR_MODULE_NOT_FOUND', true]);
  });

  it('reads unhandled rejections, thrown texts and files that do not parse', () => {
    expect(only(outputOf('f.cjs', 'Promise.reject("str");'))).toMatchObject({ type: 'UnhandledPromiseRejection' });
    expect(only(outputOf('g.cjs', 'throw "oops";'))).toMatchObject({ type: 'Uncaught', message: 'oops', frames: [{ line: 1 }] });
    const syntax = only(outputOf('h.cjs', 'const a = 1;\nconst = 2;\n'));
    expect(syntax.type).toBe('SyntaxError');
    expect(syntax.frames.at(-1)).toMatchObject({ line: 2, code: 'const = 2;' });
  });

  it('reads a class of its own name, and methods', () => {
    const error = only(
      outputOf(
        'i.mjs',
        `class Boom extends Error { name = 'Boom' }
class A { static go() { throw Object.assign(new Boom('x'), { name: 'Boom' }); } }
A.go();`,
      ),
    );
    expect([error.frames.at(-1)?.function, error.frames.at(-1)?.line]).toEqual(['A.go', 2]);
  });

  it('leaves ordinary output alone', () => {
    expect(parseErrors('Note: see {\n  at work\n}\nTotal: 3\nWarning: old\n')).toEqual([]);
  });
});

describe('a program that only fails', () => {
  it('is an error with its exit code and its last line', () => {
    expect(exitError('/usr/bin/false', { exitCode: 3, signal: null }, 'one\nlast words\n\n')).toMatchObject({
      type: 'ExitCode',
      message: 'exit code 3: last words',
      code: '3',
    });
    expect(exitError('x', { exitCode: null, signal: 'SIGSEGV' }, '').message).toBe('ended by SIGSEGV');
  });
});
