import { utimesSync, writeFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createCallChains } from '../../../../electron/features/healing/calls/call-chains.ts';
import { documentReferences, resolveReference } from '../../../../electron/features/healing/graph/document-references.ts';
import { createManualClock } from '../updates/watch/manual-clock.ts';
import { createHealingRoom, type HealingRoom } from './healing-room.ts';

let room: HealingRoom | undefined;
afterEach(async () => {
  await room?.dispose();
  room = undefined;
});

/** As if it had been written a minute ago: its stamp can be trusted then. */
function put(path: string, text: string): void {
  const file = join(room?.workspace ?? '', path);
  writeFileSync(file, text);
  const past = Date.now() / 1000 - 60;
  utimesSync(file, past, past);
}

test('a real cycle in a real package is found, named, and gone when it is mended; a new Nightguard knows it, too', async () => {
  room = createHealingRoom(
    { directories: [] },
    {
      'shop/__init__.py': '',
      'shop/orders.py': 'from shop.stock import reserve\n',
      'shop/stock.py': 'from . import prices\n',
      'shop/prices.py': 'import shop.orders\n',
      'shop/lazy.py': 'def later():\n    import shop.orders\n',
      'web/a.ts': "import { b } from './b.ts';\nexport const a = 1;\n",
      'web/b.ts': "import type { a } from './a.ts';\nexport const b = 1;\n",
      'node_modules/x/a.js': "require('./b.js')\n",
      'node_modules/x/b.js': "require('./a.js')\n",
    },
  );
  const healing = room.open();
  const circle = [{ kind: 'imports', path: ['shop/orders.py', 'shop/stock.py', 'shop/prices.py'] }];
  expect((await healing.heal()).cycles).toEqual(circle);
  expect((await room.open().heal()).cycles).toEqual(circle);
  put('shop/prices.py', 'def of():\n    import shop.orders\n');
  expect((await healing.heal()).cycles).toEqual([]);
  put('web/b.ts', "import { a } from './a.ts';\nexport const b = a;\n");
  expect((await healing.heal()).cycles).toEqual([{ kind: 'imports', path: ['web/a.ts', 'web/b.ts'] }]);
  rmSync(join(room.workspace, 'web/a.ts'));
  expect((await healing.heal()).cycles).toEqual([]);
});

test('circles among documents are found by what the settings name as dependencies, and by nothing else', async () => {
  const documents = {
    'directives/하나.md': '---\ndepends_on: [둘]\n---\n# 하나\n',
    'directives/둘.md': '---\nrequires:\n  - "[[셋]]"\n---\n',
    'directives/셋.md': 'See [[하나|the first]].\n',
  };
  room = createHealingRoom({ directories: [], references: { documents: ['directives/'] } }, documents);
  expect((await room.open().heal()).cycles).toEqual([]);
  await room.dispose();
  room = createHealingRoom({ directories: [], references: { documents: ['directives/'], wikiLinks: true } }, documents);
  expect((await room.open().heal()).cycles).toEqual([
    { kind: 'references', path: ['directives/둘.md', 'directives/셋.md', 'directives/하나.md'] },
  ]);
});

test('links are read as Markdown has them: not in code, not pictures, not other sites', () => {
  const all = { frontMatter: ['depends_on'], wikiLinks: true, markdownLinks: true };
  const text = [
    '---\ndepends_on: x.md\n---',
    '[a](a.md) [b](<b.md> "title") ![p](p.md) [s](https://x.y/z.md) [h](#here) [e](e%20f.md#part) [[w#part]] `[c](c.md)`',
    '```\n[d](d.md)\n```',
  ].join('\n');
  expect(documentReferences(text, all)).toEqual(['x.md', 'w', 'a.md', 'b.md', 'e f.md']);
  expect(documentReferences('---\n: : [\n---\n', all)).toEqual([]);
});

test('a reference never leaves the workspace, and a name that two documents have means neither', () => {
  const keys = new Set(['a/x.md', 'b/x.md', 'y.md']);
  const byName = (name: string): string[] => [...keys].filter((key) => key.endsWith(`${name}.md`));
  const resolve = (reference: string, from: string) => resolveReference(reference, from, (key) => keys.has(key), byName);
  expect(resolve('../../../y.md', 'a/x.md')).toBeNull();
  expect(resolve('x', 'y.md')).toBeNull();
  expect(resolve('y', 'a/x.md')).toBe('y.md');
  expect(resolve('../b/x.md', 'a/x.md')).toBe('b/x.md');
});

test('a call that comes back to where it has been is blocked and named; who never exits is forgotten', () => {
  const clock = createManualClock();
  const calls = createCallChains(clock);
  expect(calls.enter({ chain: '1', callee: 'CD.review' })).toEqual({ allowed: true, depth: 1 });
  expect(calls.enter({ chain: '1', callee: 'SA.analyse' })).toEqual({ allowed: true, depth: 2 });
  expect(calls.enter({ chain: '2', callee: 'CD.review' })).toEqual({ allowed: true, depth: 1 });
  expect(calls.enter({ chain: '1', callee: 'CD.review' })).toEqual({
    allowed: false,
    reason: 'cycle',
    cycle: ['CD.review', 'SA.analyse', 'CD.review'],
  });
  expect(calls.exit({ chain: '1', callee: 'SA.analyse' })).toBe(true);
  expect(calls.exit({ chain: '1', callee: 'SA.analyse' })).toBe(false);
  expect(calls.enter({ chain: '1', callee: 'SA.analyse' })).toEqual({ allowed: true, depth: 2 });
  clock.advance(2 * 3_600_000);
  expect(calls.enter({ chain: '1', callee: 'CD.review' })).toEqual({ allowed: true, depth: 1 });
  expect(calls.open()).toBe(1);
});
