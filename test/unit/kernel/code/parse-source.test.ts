import { expect, test } from 'vitest';
import {
  decodeSource,
  inspectChange,
  inspectSource,
  languageOf,
  parseSource,
  type CodeLanguage,
} from '../../../../electron/kernel/code/index.ts';

const PYTHON = [
  'f"{d["a"]}"\n',
  `f"{'a' + f"{1 + 1}"}" f"{x!r:>{w}}" f"{{}}" rf"\\d{n}" f"{x:%H:%M}"\n`,
  'print(f"{title:=^60}")\n',
  `f"{x:'>10}"\n`,
  'match x:\n    case {"a": 1, **rest}:\n        pass\n    case [a, *b] if a > 1:\n        pass\n    case _:\n        pass\n',
  'match = 1\ntype = 3\ntype X = int\ntype Y[T: int, *Ts, **P] = list[T]\n',
  'class A[T = int](B):\n    pass\n',
  'def f[T](x: T, /, *, y: int = 1) -> T: ...\n',
  'if (n := 10) > 5: pass\n',
  'try:\n    pass\nexcept* ValueError as e:\n    pass\n',
  '@a.b[0](c)\nasync def f():\n    async with a as b, c as d:\n        return [i async for i in z]\n',
  'with (open("a") as f, open("b") as g,):\n    pass\n',
  '#!/usr/bin/env python\n# -*- coding: utf-8 -*-\n한글 = "값"\n',
  '\uFEFFimport a\r\nif a:\r\n\tb\r\n',
  'if x:\n    y\n  # a comment anywhere\n\n    z\n\f\nw\n',
  'x = (\n1,\n  2)\ny = """\n  text\nmore: """\nif x \\\n   and y:\n    z = "\\\n"\n',
  'try: x\nfinally: y\n',
  'if x: pass\nelse: pass\n',
  '',
  '# only a comment',
];
const SCRIPT = [
  '#!/usr/bin/env node\nimport a from "a" with { type: "json" };\n',
  'import x from "./x.json" assert { type: "json" };\n',
  'class A { #x = 1; static { this.y = 1; } accessor a = 1; static async *g() {} get #z() { return #x in this; } }\n',
  '{ await using x = f(); using y = g(); for (using z of y) {} }\n',
  'import defer * as ns from "x";\nimport source m from "y";\n',
  'a ??= b?.c?.[d] ?? 1_000n; /[\\p{L}--[a-z]]/v.test(x)\n',
];
const TYPES = [
  'const a = { b } as const satisfies C;\n',
  'export type * from "x"; import { type A, B } from "y";\n',
  'class A<in out T> { constructor(private readonly x: T) {} @dec() override m(): void {} n?(): void; }\n',
  'type A = import("y").B<C>; type D = typeof import("z");\n',
  'const f = <const T,>(x: T): x is T => true; new Foo<A>; f<A, B>(c);\n',
  'type A<T> = T extends (infer U extends string)[] ? `a${U}` : never; enum E { A = "x" }\n',
  'declare module "x" { export const a: number }\nnamespace A.B {}\nimport c = require("c");\n',
];
const cases: [CodeLanguage, string][] = [
  ...PYTHON.map((text): [CodeLanguage, string] => ['python', text]),
  ...SCRIPT.flatMap((text): [CodeLanguage, string][] => [
    ['javascript', text],
    ['typescript', text],
    ['tsx', text],
  ]),
  ...TYPES.flatMap((text): [CodeLanguage, string][] => [
    ['typescript', text],
    ['tsx', text],
  ]),
  ['javascript', 'const a = <div className="x" {...p}>{b}<></></div>;\n'],
  ['tsx', 'const f = <T,>(x: T) => <A<B> c="d">{x as string}</A>;\n'],
  ['json', '\uFEFF{"a": [1, null]}\r\n'],
  ['yaml', 'a: &x 1\n---\nb: [*y, !tag z]\n'.replace('*y', '2')],
];

test.each(cases)('valid %s is not refused: %j', async (language, text) => {
  expect(await parseSource(language, text)).toEqual({ ok: true });
});

test.each<[CodeLanguage, string, number, number]>([
  ['python', 'x = 1\ndef f(:\n    pass\n', 2, 7],
  ['python', 'x = 1\nif x:\nprint(x)\n', 3, 1],
  ['python', 'x = 1\n    y = 2\n', 2, 5],
  ['python', 'def f():\n    x\n  y\n', 3, 3],
  ['python', 'def f():\n\tx\n        y\n', 3, 9],
  ['python', 'x\ntry:\n    y\nz\n', 4, 1],
  ['python', 'class A:\n', 1, 1],
  ['python', '<<<<<<< HEAD\nx = 1\n=======\n', 1, 1],
  ['python', 'x = 1\n"""never closed\n', 2, 1],
  ['python', 'x = 1\0\n', 1, 6],
  ['javascript', 'const a = 1;\nconst b = {;\n', 2, 12],
  ['typescript', 'type A = ;\n', 1, 9],
  ['tsx', 'const a = <div>\n', 1, 1],
  ['json', '{\n  "a": 1,\n}\n', 3, 1],
  ['json', '', 1, 1],
  ['yaml', 'a: 1\n---\nb: [1\n', 3, 5],
])('broken %s is refused with its place: %j', async (language, text, line, column) => {
  const result = await parseSource(language, text);
  expect(result).toMatchObject({ ok: false });
  expect(result.ok === false && [result.line, result.column]).toEqual([line, column]);
});

test.each([
  [
    'a = 1\n\n@x\ndef f():\n    return 1\n\nif a:\n    b\nelse:\n    c\n',
    'a = 1\n\n@x\ndef f():\n    return 1\n\nif a:\n    b\nelse:\n    d\n',
    true,
  ],
  ['def f():\n    return 1\n\nx = 1\n', 'def f():\n    return (1\n\nx = 1\n', false],
  ['x = 1\ny = """a"""\nz = 2\n', 'x = 1\ny = """a""\nz = 2\n', false],
  ['if a:\n    b\nelse:\n    c\nd\n', 'if a:\n    b\nd\nelse:\n    c\n', false],
  ['try:\n    a\nexcept B:\n    c\n', 'try:\n    a\n', false],
  ['import a\n', '', true],
])('of a change only what is new is parsed, with the same verdict: %j → %j', async (before, after, good) => {
  const change = await inspectChange('python', after, before);
  expect(change.syntax.ok).toBe(good);
  expect(change.syntax).toEqual((await inspectSource('python', after)).syntax);
});

test('a text that is too large is neither good nor bad', async () => {
  expect(await parseSource('python', `x = "${'a'.repeat(2 * 1024 * 1024)}"`)).toEqual({
    ok: 'unchecked',
    reason: 'larger than 2 MB',
  });
});

test('bytes that are no UTF-8 are no source, unless Python says so itself', () => {
  const korean = Buffer.from([0xb0, 0xa1]);
  expect(decodeSource('python', Buffer.concat([Buffer.from('x = "'), korean, Buffer.from('"\n')]))).toBeNull();
  expect(decodeSource('python', Buffer.concat([Buffer.from('# coding: cp949\nx = "'), korean, Buffer.from('"\n')]))).toBe(
    '# coding: cp949\nx = "°¡"\n',
  );
  expect(decodeSource('json', Buffer.from('\uFEFF"값"'))).toBe('"값"');
});

test('the language comes from the extension', () => {
  expect(['a/b.PY', 'c.d.mts', 'x.tsx', 'y.yml', 'README.md', 'py', '.json'].map(languageOf)).toEqual([
    'python',
    'typescript',
    'tsx',
    'yaml',
    null,
    null,
    'json',
  ]);
});
