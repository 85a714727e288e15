import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Guardian } from '../../../../electron/guardian-api.ts';
import { createSandbox, type Sandbox } from '../../../support/sandbox.ts';

let room: Sandbox;
let guardian: Guardian;
let path: string;

beforeEach(async () => {
  room = createSandbox({ core: { 'a.py': 'A = 1\n' } });
  path = join(room.workspace, 'nightguard.yaml');
  writeFileSync(path, `# ours\nupdates:\n  source: ${room.core} # mirrored\n  when: immediate\n`);
  guardian = await room.guardian();
});
afterEach(() => room.dispose());

const edited = (from: string, to: string): string => guardian.settings.read().text.replace(from, to);
const save = (text: string, hash = guardian.settings.read().hash) => guardian.settings.save(text, hash, 'layer');

test('what is saved is in force at once, and the version before can be put back', async () => {
  const before = guardian.settings.read();
  const text = edited('immediate', 'manual');
  const preview = guardian.settings.preview(text);
  expect(preview).toMatchObject({ problem: null, sections: ['updates'] });
  expect(preview.unified).toContain('-  when: immediate\n+  when: manual');
  expect(readFileSync(path, 'utf8')).toBe(before.text);

  expect(await save(text)).toEqual({ state: 'saved', reason: null });
  expect(guardian.snapshot().when).toBe('manual');
  const [former] = guardian.settings.read().former;
  expect(guardian.settings.former(former?.id ?? '')).toBe(before.text);
  expect(await save(guardian.settings.former(former?.id ?? ''))).toMatchObject({ state: 'saved' });
  expect(readFileSync(path, 'utf8')).toBe(before.text);
  expect(guardian.settings.read().former).toHaveLength(2);
});

test('what is wrong is told with its line, and never saved', async () => {
  const text = edited('when: immediate', 'wenn: immediate');
  expect(guardian.settings.preview(text).problem).toMatchObject({
    line: 4,
    path: 'updates.wenn',
    message: expect.stringContaining('Did you mean when?') as string,
  });
  const before = readFileSync(path, 'utf8');
  await expect(save(text)).rejects.toMatchObject({ code: 'settings-invalid' });
  expect(readFileSync(path, 'utf8')).toBe(before);
});

test('a file that somebody else has changed meanwhile is not written over', async () => {
  const { hash } = guardian.settings.read();
  const text = edited('immediate', 'manual');
  writeFileSync(path, `${readFileSync(path, 'utf8')}# theirs\n`);
  await expect(save(text, hash)).rejects.toMatchObject({ code: 'changed-meanwhile' });
  expect(readFileSync(path, 'utf8')).toContain('# theirs');
});

test('who may decide what is not changed without an approval', async () => {
  const before = readFileSync(path, 'utf8');
  const answer = await save(`${before}governance:\n  acts:\n    codePatches: allow\n`);
  expect(answer.state).toBe('held');
  expect(readFileSync(path, 'utf8')).toBe(before);
  expect(guardian.snapshot().approvals).toMatchObject([{ type: 'settings.change-governance' }]);
});

test('a former version that is damaged, or a name that leads elsewhere, is refused', async () => {
  await save(edited('immediate', 'manual'));
  const folder = join(room.workspace, '.nightguard/settings');
  const [id = ''] = readdirSync(folder);
  writeFileSync(join(folder, id), 'updates: {}\n');
  expect(() => guardian.settings.former(id)).toThrow('damaged');
  expect(() => guardian.settings.former('../../nightguard.yaml')).toThrow('There is no former version');
});
