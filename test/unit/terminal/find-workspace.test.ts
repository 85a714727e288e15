import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findWorkspace } from '../../../electron/terminal/find-workspace.ts';
import { workspacePath } from '../../../electron/terminal/workspace-path.ts';

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'nightguard-find-')));
  mkdirSync(join(root, 'ws', 'libs', 'deep'), { recursive: true });
  writeFileSync(join(root, 'ws', 'nightguard.yaml'), '');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('the workspace is the nearest folder up that has a nightguard.yaml', () => {
  expect(findWorkspace(join(root, 'ws', 'libs', 'deep'), undefined)).toBe(join(root, 'ws'));
  writeFileSync(join(root, 'ws', 'libs', 'nightguard.yaml'), '');
  expect(findWorkspace(join(root, 'ws', 'libs', 'deep'), undefined)).toBe(join(root, 'ws', 'libs'));
});

test('a folder called nightguard.yaml makes no workspace', () => {
  mkdirSync(join(root, 'other', 'nightguard.yaml'), { recursive: true });
  expect(() => findWorkspace(join(root, 'other'), undefined)).toThrow(/nightguard init/);
});

test('a folder that is asked for is taken, not those above it', () => {
  expect(findWorkspace(root, 'ws')).toBe(join(root, 'ws'));
  expect(() => findWorkspace(root, 'ws/libs')).toThrow(expect.objectContaining({ code: 'no-workspace' }));
  expect(() => findWorkspace(root, 'nowhere')).toThrow(expect.objectContaining({ code: 'usage' }));
});

test('a path is meant from the workspace first, as Nightguard prints it, then from here', () => {
  const ws = join(root, 'ws');
  writeFileSync(join(ws, 'libs', 'x.py'), '');
  expect(workspacePath('libs/x.py', ws, join(ws, 'libs'))).toBe('libs/x.py');
  expect(workspacePath('x.py', ws, join(ws, 'libs'))).toBe('libs/x.py');
  expect(workspacePath('./gone.py', ws, join(ws, 'libs'))).toBe('libs/gone.py');
  expect(workspacePath('gone.py', ws, join(ws, 'libs'))).toBe('gone.py');
  expect(workspacePath(join(ws, 'libs', 'x.py'), ws, root)).toBe('libs/x.py');
  expect(() => workspacePath('../../etc/passwd', ws, ws)).toThrow(expect.objectContaining({ code: 'usage' }));
});
