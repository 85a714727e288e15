import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createCodeChecker,
  type CheckRequest,
  type CodeChecker,
  type StagedFile,
} from '../../../../../electron/features/updates/checks/index.ts';
import { languageOf, type ImportRef } from '../../../../../electron/kernel/code/index.ts';
import { silentLog } from '../../../../../electron/kernel/ports/log.ts';

let checker: CodeChecker;
beforeAll(() => {
  checker = createCodeChecker({ log: silentLog });
});
afterAll(() => checker.dispose());

type Texts = Record<string, string>;

/** `workspace` as it is, `set` as it is to become (null removes). */
function requestOf(
  workspace: Texts,
  set: Record<string, string | null>,
  more: Partial<CheckRequest> = {},
): CheckRequest & { read: string[] } {
  const read: string[] = [];
  const cache = new Map<string, readonly ImportRef[]>();
  const files = Object.entries(set).map(([key, newText]): StagedFile => ({
    key,
    language: languageOf(key),
    newText,
    oldText: workspace[key] ?? null,
  }));
  return {
    files,
    read,
    exists: (key) => key in workspace,
    readWorkspace(key) {
      read.push(key);
      return Promise.resolve(workspace[key] ?? null);
    },
    importsCache: { get: (hash) => cache.get(hash), set: (hash, _language, imports) => void cache.set(hash, imports) },
    ...more,
  };
}

const heldOf = async (
  workspace: Texts,
  set: Record<string, string | null>,
  more: Partial<CheckRequest> = {},
): Promise<Record<string, string>> => {
  const { held } = await checker.checkStaged(requestOf(workspace, set, more));
  return Object.fromEntries([...held].map(([key, { reason, detail }]) => [key, `${reason}: ${detail}`]));
};

describe('syntax', () => {
  test('a text that no longer parses is held, with line and reason; the others are not', async () => {
    const held = await heldOf(
      { 'a.py': 'x = 1\n', 'b.json': '{}' },
      { 'a.py': 'x = 1\ndef f(:\n', 'b.json': '{"a": }', 'c.py': 'y = 2\n', 'd.md': '((', 'e.py': null },
    );
    expect(Object.keys(held)).toEqual(['a.py', 'b.json']);
    expect(held['a.py']).toMatch(/^syntax: line 2, column 7: /);
  });

  test('a text that did not parse before either is not held', async () => {
    expect(await heldOf({ 'a.py': 'print "old"\ndef (\n' }, { 'a.py': 'print "new"\ndef (\n' })).toEqual({});
  });

  test('a text that is too large to be parsed is reported as unchecked', async () => {
    const report = await checker.checkStaged(requestOf({}, { 'a.json': `"${'x'.repeat(3 * 1024 * 1024)}"` }));
    expect([report.held.size, report.unchecked.get('a.json')]).toEqual([0, 'larger than 2 MB']);
  });
});

describe('circular imports', () => {
  test('a circle of changed files is named', async () => {
    expect(await heldOf({ 'a.py': '', 'b.py': '' }, { 'a.py': 'import b\n', 'b.py': 'import a\n' })).toEqual({
      'a.py': 'import-cycle: a.py → b.py → a.py',
      'b.py': 'import-cycle: a.py → b.py → a.py',
    });
  });

  test('a circle through files that do not change holds only the file that closes it, and what imports that', async () => {
    const workspace = { 'a.py': '', 'b.py': 'import c\n', 'c.py': 'import a\n', 'd.py': '' };
    expect(await heldOf(workspace, { 'a.py': 'import b\n', 'd.py': 'x = 1\n' })).toEqual({
      'a.py': 'import-cycle: a.py → b.py → c.py → a.py',
    });
    expect(await heldOf(workspace, { 'a.py': 'import b\n', 'd.py': 'import c\n' })).toEqual({
      'a.py': 'import-cycle: a.py → b.py → c.py → a.py',
      'd.py': 'depends-on-held: imports a.py, which is held',
    });
  });

  test('a circle that is there already holds nothing', async () => {
    const workspace = { 'a.py': 'import b\n', 'b.py': 'import a\n' };
    expect(await heldOf(workspace, { 'a.py': 'import b\nx = 1\n', 'b.py': 'import a\ny = 1\n' })).toEqual({});
  });

  test('a circle that the same set takes apart elsewhere holds nothing', async () => {
    expect(await heldOf({ 'a.py': 'import b\n', 'b.py': '' }, { 'a.py': '', 'b.py': 'import a\n' })).toEqual({});
  });

  test('a circle that a new file closes, for an import that led nowhere until now, is found', async () => {
    expect(await heldOf({ 'a.py': 'import later\n' }, { 'later.py': 'import a\n' })).toEqual({
      'later.py': 'import-cycle: a.py → later.py → a.py',
    });
  });

  test('a package whose __init__ gathers its own modules is no circle', async () => {
    expect(
      await heldOf(
        {},
        { 'p/__init__.py': 'from .a import x\n', 'p/a.py': 'from .b import y\nimport p.b\n', 'p/b.py': 'y = 1\n' },
      ),
    ).toEqual({});
  });

  test('imports of functions and types close no circle', async () => {
    const set = {
      'a.py': 'import b\n',
      'b.py': 'def f():\n    import a\n',
      'x.ts': 'import "./y.js";\n',
      'y.ts': 'import type { X } from "./x.ts";\n',
    };
    expect(await heldOf({}, set)).toEqual({});
  });

  test('nothing is read from the workspace when no import is new', async () => {
    const request = requestOf({ 'a.py': 'import b\n', 'b.py': 'import c\n', 'c.py': '' }, { 'a.py': 'import b\nx = 1\n' });
    expect((await checker.checkStaged(request)).held.size).toBe(0);
    expect(request.read).toEqual([]);
  });

  test('what the cache knows by its hash is not read', async () => {
    const request = requestOf({ 'a.py': '', 'b.py': 'import c\n', 'c.py': '' }, { 'a.py': 'import b\n' });
    request.hashOf = (key) => `hash of ${key}`;
    request.importsCache.set('hash of b.py', 'python', [{ module: 'a', names: [] }]);
    expect(Object.fromEntries((await checker.checkStaged(request)).held)).toMatchObject({
      'a.py': { detail: 'a.py → b.py → a.py' },
    });
    expect(request.read).toEqual([]);
  });
});

describe('what depends on a held file', () => {
  test('waits with it, through changed and unchanged files alike', async () => {
    const workspace = { 'broken.py': '', 'between.py': 'import broken\n', 'free.py': '' };
    const set = { 'broken.py': 'def (\n', 'far.py': 'import between\n', 'near.py': 'import far\n', 'free.py': 'x = 1\n' };
    const held = await heldOf(workspace, set);
    expect(Object.keys(held).sort()).toEqual(['broken.py', 'far.py', 'near.py']);
    expect(held['near.py']).toBe('depends-on-held: imports broken.py, which is held');
  });

  test('waits also for a new file that is held for another reason', async () => {
    const set = { 'user.py': 'from libs import big\n', 'other.py': 'import os\n' };
    const expected = { 'user.py': 'depends-on-held: imports libs/big.py, which is held' };
    expect(await heldOf({}, set, { held: ['libs/big.py', 'notes.md'] })).toEqual(expected);
    const alone = await checker.dependentsOfHeld(requestOf({}, set, { held: ['libs/big.py'] }));
    expect([...alone.keys()]).toEqual(['user.py']);
  });
});

test('1,000 changed Python files are checked without blocking the main thread', async () => {
  const body = Array.from(
    { length: 140 },
    (_, n) => `def function_${n}(value, *rest, key="${n}"):\n    return [item for item in rest if item != value]\n`,
  ).join('\n');
  const workspace = Object.fromEntries(
    Array.from({ length: 1000 }, (_, n) => [`pkg/m${n}.py`, `import os\nfrom pkg import m${n + 1}\n${body}`]),
  );
  const set = Object.fromEntries(Object.entries(workspace).map(([key, text]) => [key, `${text}\nchanged = True\n`]));
  const request = requestOf(workspace, set);
  await checker.checkStaged(requestOf({}, { 'warm.py': 'x = 1\n' }));
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const started = performance.now();
  const { held } = await checker.checkStaged(request);
  const took = performance.now() - started;
  delay.disable();
  console.log(
    `1,000 files of ${(body.length / 1024).toFixed(1)} KB: ${took.toFixed(0)} ms, longest delay ${(delay.max / 1e6).toFixed(1)} ms`,
  );
  expect(held.size).toBe(0);
  // Parsed here, the longest delay would be nearly all of the time; how long that is, is the machine's matter.
  expect(delay.max / 1e6).toBeLessThan(took / 2);
});

test('after dispose nothing is checked any more', async () => {
  const own = createCodeChecker({ log: silentLog });
  await own.dispose();
  await expect(own.checkStaged(requestOf({}, { 'a.py': '' }))).rejects.toMatchObject({ code: 'disposed' });
});
