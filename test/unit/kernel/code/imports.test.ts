import { expect, test } from 'vitest';
import { importsOf, resolveImports, type CodeLanguage } from '../../../../electron/kernel/code/index.ts';

const modulesOf = async (language: CodeLanguage, text: string): Promise<string[]> =>
  (await importsOf(language, text)).map(({ module, names }) => [module, ...names].join(' '));

test('Python: what runs at load time counts, what functions and type checkers import does not', async () => {
  const text = `
import a.b as c, d
from . import x, y as z
from ..p.q import (r as s,  # comment
  t,)
if typing.TYPE_CHECKING:
    import no1
else:
    import yes1
if x: import yes2; import yes3
try:
    from u import *
except ImportError: v = None
def f():
    import no2
    class Q:
        import no3
class K:
    import yes4
    async def m(self): import no4
    import yes5
if __name__ == "__main__":
    import no5
s = """
import no6
"""; import yes6
from __future__ import annotations
from a\\
  import b
`;
  expect(await modulesOf('python', text)).toEqual([
    'a.b',
    'd',
    '. x y',
    '..p.q r t',
    'yes1',
    'yes2',
    'yes3',
    'u',
    'yes4',
    'yes5',
    'yes6',
    'a b',
  ]);
});

test('JavaScript and TypeScript: static imports and top-level require count, types and import() do not', async () => {
  const script = `
import a from "./a"; import "./b"; import * as c from './c'; export * from "./d"; export { e } from "./e";
const f = require("./f"); if (x) { require('./g'); }
function z() { require('./no1') }
const w = () => require('./no2');
import('./no3');
class A { static x = require('./h'); m() { require('./no4') } }
`;
  const types = `
import type { T } from "./no5"; import { type U } from "./no6"; import V, { type W } from "./i"; export type { X } from "./no7";
import j = require("./j"); export type * from "./no8"; import type Y from "./no9"; import { type default as Q, R } from "./k";
`;
  const loaded = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => `./${name}`);
  expect(await modulesOf('javascript', script)).toEqual(loaded);
  expect(await modulesOf('typescript', script + types)).toEqual([...loaded, './i', './j', './k']);
});

const resolved = async (language: CodeLanguage, from: string, text: string, files: string[]): Promise<string[]> =>
  resolveImports(language, await importsOf(language, text), from, (key) => files.includes(key));

test.each([
  ['main.py', 'import libs.core_config', ['libs/core_config.py'], ['libs/core_config.py']],
  ['main.py', 'from libs import core_config, other', ['libs/core_config.py'], ['libs/core_config.py']],
  [
    'main.py',
    'from libs import core_config, NAME',
    ['libs/__init__.py', 'libs/core_config.py'],
    ['libs/__init__.py', 'libs/core_config.py'],
  ],
  ['main.py', 'import a.b.c', ['a/__init__.py', 'a/b/__init__.py', 'a/b/c.py'], ['a/__init__.py', 'a/b/__init__.py', 'a/b/c.py']],
  ['agents/scout.py', 'import helper', ['agents/helper.py', 'x.py'], ['agents/helper.py']],
  ['agents/scout.py', 'import helper', ['agents/helper.py', 'helper.py'], ['helper.py']],
  [
    'a/b/c.py',
    'from . import d\nfrom ..e import f',
    ['a/b/d.py', 'a/e.py', 'a/__init__.py', 'a/b/__init__.py'],
    ['a/b/d.py', 'a/e.py'],
  ],
  ['a/b/c.py', 'from . import NAME', ['a/b/__init__.py'], ['a/b/__init__.py']],
  ['src/pkg/m.py', 'import pkg.n', ['src/pkg/__init__.py', 'src/pkg/n.py'], ['src/pkg/n.py']],
  ['m.py', 'from .... import x\nimport os, json', ['x.py'], []],
  ['json.py', 'import json', ['json.py'], []],
])('Python in %s: %j', async (from, text, files, expected) => {
  expect(await resolved('python', from, text, files)).toEqual(expected);
});

test.each([
  ['src/a.ts', './b.js', ['src/b.ts'], 'src/b.ts'],
  ['src/a.ts', './b', ['src/b.tsx'], 'src/b.tsx'],
  ['src/a.ts', '../lib', ['lib/index.js'], 'lib/index.js'],
  ['src/a.ts', './b.ts?raw', ['src/b.ts'], 'src/b.ts'],
  ['src/a.ts', '.', ['src/index.ts'], 'src/index.ts'],
])('TypeScript in %s: %j', async (from, module, files, expected) => {
  expect(await resolved('typescript', from, `import ${JSON.stringify(module)};`, files)).toEqual([expected]);
  expect(await resolved('typescript', from, 'import "react"; import "../../../outside";', ['react.ts', 'outside.ts'])).toEqual(
    [],
  );
});
