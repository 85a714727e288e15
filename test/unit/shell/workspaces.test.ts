import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createWorkspaces, type Workspaces } from '../../../electron/shell/workspaces.ts';
import { createFakeGuardian, type FakeGuardian } from '../../support/fake-guardian.ts';

let folder: string;
let remembered: { workspaces: string[]; active: string | null };
let opened: Map<string, FakeGuardian>;
let listening: Set<string>;
let retry: (() => void) | undefined;
let broken: Set<string>;
let workspaces: Workspaces;

const at = (name: string): string => join(folder, name);
const make = (...names: string[]): void => names.forEach((name) => mkdirSync(at(name), { recursive: true }));

function start(list: typeof remembered): void {
  remembered = list;
  workspaces = createWorkspaces({
    remembered: list,
    remember: async (changed) => void (remembered = changed),
    create: async (path) => {
      if (broken.has(path)) throw new Error('The database is damaged.');
      const guardian = createFakeGuardian(path);
      opened.set(path, guardian);
      return guardian;
    },
    attend: ({ workspace }) => {
      listening.add(workspace);
      return () => void listening.delete(workspace);
    },
    changed: () => undefined,
    clock: {
      after: (_ms, run) => {
        retry = run;
        return () => (retry = undefined);
      },
    },
  });
}
const states = (): Record<string, string> =>
  Object.fromEntries(workspaces.list().map(({ path, state, shown }) => [path, shown ? `${state}, shown` : state]));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightguard-workspaces-'));
  opened = new Map();
  listening = new Set();
  broken = new Set();
  retry = undefined;
});
afterEach(async () => {
  await workspaces.dispose();
  rmSync(folder, { recursive: true, force: true });
});

describe('the workspaces of this machine', () => {
  test('all that are remembered are guarded, and the one that was shown is shown', async () => {
    make('a', 'b');
    start({ workspaces: [at('a'), at('b')], active: at('b') });
    await workspaces.open();
    expect(states()).toEqual({ [at('a')]: 'guarded', [at('b')]: 'guarded, shown' });
    expect([...opened.keys()]).toEqual([at('b'), at('a')]);
    expect(workspaces.active().workspace).toBe(at('b'));
  });

  test('a folder that is not there is away with its reason, is not made, and is guarded once it is back', async () => {
    make('a');
    start({ workspaces: [at('usb'), at('a')], active: at('usb') });
    await workspaces.open();
    expect(workspaces.list()[0]).toMatchObject({ state: 'away', overall: 'unknown', reason: expect.stringContaining(at('usb')) });
    expect(workspaces.active().workspace).toBe(at('a'));
    expect(readdirSync(folder)).toEqual(['a']);
    make('usb');
    retry?.();
    await expect.poll(states).toEqual({ [at('usb')]: 'guarded', [at('a')]: 'guarded, shown' });
    expect(retry).toBeUndefined();
  });

  test('one whose state cannot be opened does not keep the others from being guarded', async () => {
    make('a', 'b');
    broken.add(at('a'));
    start({ workspaces: [at('a'), at('b')], active: at('a') });
    await workspaces.open();
    expect(workspaces.list()[0]).toMatchObject({ state: 'away', reason: 'The database is damaged.' });
    expect(workspaces.active().workspace).toBe(at('b'));
    await expect(workspaces.show(at('a'))).rejects.toMatchObject({ code: 'no-workspace' });
    expect(workspaces.active().workspace).toBe(at('b'));
  });

  test('an added one is guarded, shown and remembered', async () => {
    make('a', 'b');
    start({ workspaces: [at('a')], active: at('a') });
    await workspaces.open();
    await workspaces.add(at('b'));
    expect(workspaces.active().workspace).toBe(at('b'));
    expect(remembered).toEqual({ workspaces: [at('a'), at('b')], active: at('b') });
  });

  test.each(['a/inner', ''])('a folder within or around a guarded one is refused: «%s»', async (name) => {
    make('a/inner');
    start({ workspaces: [at('a')], active: null });
    await workspaces.open();
    await expect(workspaces.add(join(folder, name))).rejects.toMatchObject({ code: 'unsafe-path' });
    expect(workspaces.list()).toHaveLength(1);
  });

  test('a neighbour whose name only begins alike is none of these', async () => {
    make('a', 'ab');
    start({ workspaces: [at('a')], active: null });
    await workspaces.open();
    await workspaces.add(at('ab'));
    expect(workspaces.guarded()).toHaveLength(2);
  });

  test('a removed one is forgotten and given back, its folder untouched, and another one is shown', async () => {
    make('a/knowledge', 'b');
    start({ workspaces: [at('a'), at('b')], active: at('a') });
    await workspaces.open();
    await workspaces.remove(at('a'));
    expect(opened.get(at('a'))?.asked).toContainEqual({ act: 'dispose', values: null });
    expect([...listening]).toEqual([at('b')]);
    expect(remembered).toEqual({ workspaces: [at('b')], active: at('b') });
    expect(readdirSync(at('a'))).toEqual(['knowledge']);
    await workspaces.remove(at('b'));
    expect(() => workspaces.active()).toThrow(expect.objectContaining({ code: 'no-workspace' }));
  });

  test('only what is listed can be shown, removed or asked for', async () => {
    make('a');
    start({ workspaces: [], active: null });
    await expect(workspaces.show(at('a'))).rejects.toMatchObject({ code: 'not-found' });
    await expect(workspaces.remove(at('a'))).rejects.toMatchObject({ code: 'not-found' });
    expect(() => workspaces.guardianOf(at('a'))).toThrow(expect.objectContaining({ code: 'not-found' }));
    expect(opened.size).toBe(0);
  });

  test('one that is asked for twice at once has one guardian', async () => {
    make('a');
    start({ workspaces: [at('a')], active: null });
    await Promise.all([workspaces.open(), workspaces.add(at('a')), workspaces.show(at('a'))]);
    expect(opened.size).toBe(1);
    expect(workspaces.guarded()).toHaveLength(1);
  });

  test('nothing is left after it is given back: no guardian, no listener, no timer', async () => {
    make('a');
    start({ workspaces: [at('a'), at('gone')], active: null });
    await workspaces.open();
    expect(retry).toBeDefined();
    await workspaces.dispose();
    expect(retry).toBeUndefined();
    expect(listening.size).toBe(0);
    expect(opened.get(at('a'))?.asked).toContainEqual({ act: 'dispose', values: null });
  });
});
