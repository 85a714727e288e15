import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insideOf, placeFrames } from '../../../../../electron/features/annealing/capture/place-frames.ts';
import { createSourceMaps } from '../../../../../electron/features/annealing/capture/source-maps.ts';
import { parseErrors } from '../../../../../electron/features/annealing/parse/parse-output.ts';
import { spawnSync } from 'node:child_process';
import { writeTree } from '../../../../support/tree.ts';

const PLACE = { roots: ['/w/space', '/real/space'], cwd: 'execution' };

describe('the place of a frame', () => {
  it('is relative to the workspace, however the workspace was named', () => {
    expect(insideOf('/w/space/a/b.py', PLACE)).toBe('a/b.py');
    expect(insideOf('/real/space/b.py', PLACE)).toBe('b.py');
    expect(insideOf('b.py', PLACE)).toBe('execution/b.py');
    expect(insideOf('../libs/b.py', PLACE)).toBe('libs/b.py');
  });

  it('is outside for everything else', () => {
    for (const file of ['/w/spaceship/a.py', '../../a.py', '<string>', 'node:fs', '', 'https://x/y.js', '/w/space/../a.py'])
      expect(insideOf(file, PLACE)).toBeNull();
  });

  it('tells the workspace’s own code from packages that are installed in it', () => {
    const own = (file: string): boolean =>
      placeFrames([{ file, line: 1, column: null, endColumn: null, function: 'f', code: null }], PLACE)[0]!.own;
    expect(own('/w/space/a.py')).toBe(true);
    for (const file of ['node_modules/x/i.js', '.venv/lib/python3.12/site-packages/x.py', '.tmp/archive/a.py'])
      expect(own(`/w/space/${file}`)).toBe(false);
  });
});

describe('source maps', () => {
  let workspace: string;
  beforeEach(() => {
    workspace = realpathSync(mkdtempSync(join(tmpdir(), 'nightguard-maps-')));
  });
  afterEach(() => rmSync(workspace, { recursive: true, force: true }));

  it.each([true, false])('lead from built code to its source (inline: %s)', async (isInline) => {
    const source = 'interface A {\n  b?: { c: number };\n}\nfunction load(a: A): number {\n  return a.b!.c;\n}\nload({});\n';
    const { outputText, sourceMapText } = ts.transpileModule(source, {
      fileName: '../src/load.ts',
      compilerOptions: { module: ts.ModuleKind.CommonJS, inlineSourceMap: isInline, sourceMap: !isInline },
    });
    // The name of the map is the module's own; where it says the source is, is what counts.
    const js = outputText.replace(
      /sourceMappingURL=load\.js\.map|sourceMappingURL=.*load\.js\.map/,
      'sourceMappingURL=load.js.map',
    );
    const map = (text: string): string => JSON.stringify({ ...(JSON.parse(text) as object), sources: ['../src/load.ts'] });
    const inlined = js.replace(
      /base64,(.+)/,
      (_, data: string) => `base64,${Buffer.from(map(Buffer.from(data, 'base64').toString())).toString('base64')}`,
    );
    writeTree(workspace, {
      'dist/load.js': inlined,
      'src/load.ts': source,
      ...(sourceMapText === undefined ? {} : { 'dist/load.js.map': map(sourceMapText) }),
    });
    const { stderr } = spawnSync(process.execPath, [join(workspace, 'dist/load.js')], { encoding: 'utf8' });
    const frames = placeFrames(parseErrors(stderr)[0]!.frames, { roots: [workspace], cwd: '' });
    const mapped = (await createSourceMaps(workspace).map(frames)).findLast((one) => one.own);
    expect(mapped).toMatchObject({ file: 'src/load.ts', line: 5, function: 'load' });
  });

  it('that are broken, missing or lead out of the workspace change nothing', async () => {
    writeTree(workspace, {
      'a.js': 'x\n//# sourceMappingURL=../../etc/passwd',
      'b.js': 'x\n//# sourceMappingURL=data:application/json,{nope',
      'c.js': 'x\n//# sourceMappingURL=gone.map',
    });
    const frames = ['a.js', 'b.js', 'c.js', 'd.js'].map((file) => ({
      file,
      line: 1,
      column: 1,
      endColumn: null,
      function: 'f',
      own: true,
      code: null,
    }));
    expect(await createSourceMaps(workspace).map(frames)).toEqual(frames);
  });
});
