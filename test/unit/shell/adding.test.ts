import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { firstLook } from '../../../electron/guardian/first-look.ts';
import { createGuardian } from '../../../electron/guardian.ts';
import type { Guardian } from '../../../electron/guardian-api.ts';
import { createFileSecrets } from '../../../electron/platform/headless/file-secrets.ts';
import { ensureSample } from '../../../electron/sample/make-sample.ts';
import { createAddWorkspace, type AddWorkspace } from '../../../electron/shell/adding.ts';
import { createSandbox, type Sandbox } from '../../support/sandbox.ts';
import { readTree } from '../../support/tree.ts';

const OWN = /^(\.nightguard|\.tmp|nightguard\.yaml|knowledge)(\/|$)/;

/** A real guardian, a real disk; only the dialogs are answered by the test. */
describe('adding a workspace', () => {
  let room: Sandbox;
  let answers: (string | null)[];
  let added: { path: string; guardian: Guardian | undefined }[];
  let made: Guardian[];
  let adding: AddWorkspace;
  const guardianOf = (workspace: string): Promise<Guardian> =>
    createGuardian({ workspace, door: 'library', secrets: createFileSecrets(join(room.folder, 'secrets')) });
  const home = (): string => join(room.folder, 'home');

  beforeEach(() => {
    room = createSandbox({ core: { 'a.py': 'A = 2\n', 'b.md': 'new\n' }, workspace: { 'a.py': 'A = 1\n' } });
    answers = [];
    made = [];
    added = [];
    adding = createAddWorkspace({
      workspaces: {
        list: () => [],
        assertApart: () => undefined,
        add: async (path, guardian) => void added.push({ path, guardian }),
      },
      chooseFolder: async () => answers.shift() ?? null,
      firstLook: (folder) => firstLook(folder, { platform: 'linux', home: home(), environment: {} }),
      create: async (workspace) => {
        const guardian = await guardianOf(workspace);
        made.push(guardian);
        return guardian;
      },
      sample: async () => {
        const { workspace } = await ensureSample(join(room.folder, 'sample'), async (path) => {
          const guardian = await guardianOf(path);
          await guardian.runUpdate({ trigger: 'startup' });
          await guardian.dispose();
        });
        return workspace;
      },
      language: () => 'en',
    });
  });
  afterEach(async () => {
    await adding.dispose();
    await room.dispose();
  });
  const fresh = (name: string): string => {
    const folder = join(room.folder, name);
    mkdirSync(join(folder, 'docs'), { recursive: true });
    writeFileSync(join(folder, 'a.py'), 'A = 1\n');
    return folder;
  };

  test('a look writes nothing; trying out writes settings and state only, and says what the first update would do', async () => {
    const folder = fresh('studio');
    answers = [folder, room.core];
    expect(await adding.choose('folder')).toMatchObject({ look: { folder, kind: 'plain', hasSettings: false }, tried: null });
    const before = readTree(folder);
    expect(await adding.setCore('choose')).toMatchObject({ source: room.core });
    expect(readTree(folder)).toEqual(before);

    const { tried } = await adding.tryOut();
    expect(tried).toMatchObject({ state: 'looked', counts: { new: 1, modified: 0, deleted: 0, held: 1 } });
    expect(tried?.files).toEqual([
      { path: 'b.md', what: 'new' },
      { path: 'a.py', what: 'held' },
    ]);
    expect(readTree(folder, OWN)).toEqual(before);
    expect(readFileSync(join(folder, 'nightguard.yaml'), 'utf8')).toContain(room.core);

    await adding.begin();
    expect(added).toMatchObject([{ path: folder, guardian: { workspace: folder } }]);
    expect(adding.state()).toBeNull();
    await added[0]?.guardian?.dispose();
  });

  test('a mirrored Core in a Drive folder is proposed; there is none of a number that was not found', async () => {
    const core = join(home(), 'Google Drive', 'Core');
    mkdirSync(core, { recursive: true });
    answers = [fresh('studio')];
    expect(await adding.choose('folder')).toMatchObject({ source: core, look: { cores: [{ path: core, mode: 'mirror' }] } });
    await expect(adding.setCore(7)).rejects.toMatchObject({ code: 'usage' });
    expect(await adding.setCore('none')).toMatchObject({ source: null });
    expect((await adding.tryOut()).tried).toMatchObject({ state: 'no-core' });
  });

  test('settings that are there stay as they are, and say where Core is', async () => {
    const folder = fresh('studio');
    const text = `# mine\nupdates:\n  source: ${room.core}\n`;
    writeFileSync(join(folder, 'nightguard.yaml'), text);
    answers = [folder];
    expect(await adding.choose('folder')).toMatchObject({ source: room.core, look: { hasSettings: true } });
    await expect(adding.setCore('none')).rejects.toMatchObject({ code: 'usage' });
    expect((await adding.tryOut()).tried).toMatchObject({ state: 'looked' });
    expect(readFileSync(join(folder, 'nightguard.yaml'), 'utf8')).toBe(text);
  });

  test('a Core that cannot be looked at is told, never as nothing to do', async () => {
    const folder = fresh('studio');
    writeFileSync(join(folder, 'nightguard.yaml'), `updates:\n  source: ${join(room.folder, 'gone')}\n`);
    answers = [folder];
    await adding.choose('folder');
    expect((await adding.tryOut()).tried).toMatchObject({ state: 'could-not-check', reason: expect.stringContaining('gone') });
  });

  test('a Core around the workspace is refused', async () => {
    answers = [fresh('studio/inner'), join(room.folder, 'studio')];
    await adding.choose('folder');
    await expect(adding.setCore('choose')).rejects.toMatchObject({ code: 'unsafe-path' });
  });

  test('nobody at the dialog changes nothing, and nothing begins before it was tried out', async () => {
    expect(await adding.choose('folder')).toBeNull();
    await expect(adding.tryOut()).rejects.toMatchObject({ code: 'usage' });
    answers = [fresh('studio')];
    await adding.choose('folder');
    await expect(adding.begin()).rejects.toMatchObject({ code: 'usage' });
    expect(added).toEqual([]);
    expect(existsSync(join(room.folder, 'studio', '.nightguard'))).toBe(false);
  });

  test('given up, its guardian is given back and it can be chosen again', async () => {
    const folder = fresh('studio');
    answers = [folder, folder];
    await adding.choose('folder');
    await adding.tryOut();
    await adding.cancel();
    expect(adding.state()).toBeNull();
    expect(await adding.choose('folder')).toMatchObject({ look: { hasSettings: true } });
    expect((await adding.tryOut()).tried).toMatchObject({ state: 'no-core' });
  });

  test('asked twice at once, it has one guardian, and one that is given up meanwhile is given back', async () => {
    answers = [fresh('studio')];
    await adding.choose('folder');
    const [first, second] = await Promise.all([adding.tryOut(), adding.tryOut(), adding.cancel()]);
    expect(second.look).toEqual(first.look);
    expect(made).toHaveLength(1);
    expect(adding.state()).toBeNull();
  });

  test('the sample has updates waiting', async () => {
    expect(await adding.choose('sample')).toMatchObject({ look: { name: '97layerOS', hasSettings: true } });
    expect((await adding.tryOut()).tried).toMatchObject({ state: 'looked', counts: { new: 2, modified: 2, held: 1 } });
  });
});
