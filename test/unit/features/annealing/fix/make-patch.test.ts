import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { examine } from '../../../../../electron/features/annealing/analyse/examine.ts';
import { readFailingSource } from '../../../../../electron/features/annealing/analyse/failing-source.ts';
import { makePatch } from '../../../../../electron/features/annealing/fix/make-patch.ts';
import { generalRule, rules } from '../../../../../electron/features/annealing/rules/index.ts';
import type { ErrorEvent, ErrorFrame } from '../../../../../shared/model/annealing.ts';
import { writeTree } from '../../../../support/tree.ts';
import { anEvent } from '../support/room.ts';

let workspace: string;
beforeEach(() => {
  workspace = realpathSync(mkdtempSync(join(tmpdir(), 'nightguard-patch-')));
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

/** The patched text, or why there is none. */
async function patched(
  text: string,
  line: number,
  error: Partial<ErrorEvent>,
  name = 'a.py',
  place: Partial<ErrorFrame> = {},
): Promise<string> {
  writeTree(workspace, { [name]: text });
  const frame = { ...anEvent().frames[0]!, file: name, line, code: null, ...place };
  const match = examine(anEvent({ code: null, frames: [frame], ...error }), rules, generalRule)[0]!;
  const made = await makePatch(match, await readFailingSource(workspace, frame));
  return made.patch === null ? `none: ${made.none}` : made.text;
}
const key = (message = "'k'") => ({ type: 'KeyError', message });

describe('a patch', () => {
  it('changes nothing but the failing node: line ends, tabs, comments and a byte order mark stay', async () => {
    expect(await patched('\uFEFFdef f(d):\r\n\tx =  d["k"]   # why\r\n\treturn   x\r\n', 2, key())).toBe(
      '\uFEFFdef f(d):\r\n\tx =  d.get("k")   # why\r\n\treturn   x\r\n',
    );
    expect(
      await patched('def f(t):\r\n\tn = int(t)  # why\r\n\treturn n\r\n', 2, {
        type: 'ValueError',
        message: "invalid literal for int() with base 10: 'x'",
      }),
    ).toBe('def f(t):\r\n\ttry:\r\n\t\tn = int(t)  # why\r\n\texcept ValueError:\r\n\t\tn = None\r\n\treturn n\r\n');
  });

  it('stands on Korean lines', async () => {
    expect(await patched('값 = {}\n결과 = 값["이름"] + "원"\n', 2, key("'이름'"))).toBe(
      '값 = {}\n결과 = 값.get("이름") + "원"\n',
    );
  });

  it('takes the node that the runtime marked', async () => {
    const text = 'x = [a[0], b[0]]\n';
    expect(await patched(text, 1, { type: 'IndexError', message: 'list index out of range' })).toMatch(/^none: which access/);
    expect(
      await patched(text, 1, { type: 'IndexError', message: 'list index out of range' }, 'a.py', { column: 12, endColumn: 16 }),
    ).toBe('x = [a[0], (b[0] if len(b) > 0 else None)]\n');
    expect(
      await patched(
        'const x = [a.id, b.id];\n',
        1,
        { language: 'node', type: 'TypeError', message: "Cannot read properties of undefined (reading 'id')" },
        'a.ts',
        { column: 20 },
      ),
    ).toBe('const x = [a.id, b?.id];\n');
  });

  it.each([
    ['d["k"] = d["k"] + 1\n', 'd["k"] = d.get("k") + 1\n'],
    ['d["k"] += 1\n', 'none: '],
    ['del d["k"]\n', 'none: '],
    ['try:\n    x = d["k"]\nexcept KeyError:\n    raise\n', 'none: '],
    ['x = d["k"]["k"]\n', 'none: '],
    ['x = d["a":"k"]\n', 'none: '],
    ['x = (\n', 'none: a.py does not parse'],
  ])('of %j is %j', async (text, expected) => {
    const line = text.startsWith('try') ? 2 : 1;
    expect(await patched(text, line, key())).toContain(expected);
  });

  it('puts an import behind the docstring and __future__, once', async () => {
    const text =
      '"""Doc."""\nfrom __future__ import annotations\n\nimport sys\n\n\ndef f(p):\n    with open(p) as g:\n        return g.read()\n';
    const result = await patched(text, 8, { type: 'FileNotFoundError', message: '' });
    expect(result).toContain('annotations\n\nimport os\nimport sys\n');
    expect(result).toContain('    if not os.path.exists(p):\n        return None\n    with open(p) as g:\n');
    expect(await patched(text.replace('import sys', 'import os'), 8, { type: 'FileNotFoundError', message: '' })).not.toMatch(
      /import os[\s\S]*import os/,
    );
  });

  it.each([
    'a.seen.at = 1;\n',
    'delete a.at;\n',
    'a.at++;\n',
    'new a.at();\n',
    '[a.at] = x;\n',
    'try { a.at; } catch { b(); }\n',
    'x = a?.at;\n',
  ])('leaves %j alone', async (text) => {
    const error = { language: 'node' as const, type: 'TypeError', message: "Cannot read properties of undefined (reading 'at')" };
    expect(await patched(text, 1, error, 'a.js')).toMatch(/^none: /);
  });
});
