import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Guardian } from '../../../../../electron/guardian-api.ts';
import type { StructureNode } from '../../../../../shared/model/governance.ts';
import { blueprint, changed, withFrontMatter } from '../support/documents.ts';
import { createVigilRoom, DAY, problemsOf, until, type VigilRoom } from './vigil-room.ts';

let room: VigilRoom;
beforeEach(() => {
  room = createVigilRoom();
  room.governance({ structures: ['04_AAOS-Swarm/*'] });
});
afterEach(() => room.dispose());

const good = withFrontMatter(blueprint);
const bad = '# A structure without a front matter\n';
const SCOUT = '04_AAOS-Swarm/scout/DNA_BLUEPRINT.md';

const nodeOf = (node: StructureNode, path: string): StructureNode | null =>
  node.path === path ? node : (node.children.map((child) => nodeOf(child, path)).find((found) => found !== null) ?? null);
const scout = async (guardian: Guardian): Promise<StructureNode | null> => {
  const { tree } = await guardian.governance.constitution(true);
  return tree === null ? null : nodeOf(tree.root, '04_AAOS-Swarm/scout');
};
const judgments = async (guardian: Guardian): Promise<[string, string, string | undefined][]> =>
  (await guardian.governance.auditEntries({ offset: 0, limit: 50, text: '', type: 'blueprint-judgment', result: null })).entries
    .toReversed()
    .map(({ target, result, reasons }) => [target, result, reasons[0]]);

test('a scan writes what was judged otherwise than before, and nothing when nothing has changed', async () => {
  room.here(SCOUT, good);
  const guardian = await room.watching();
  const first = await judgments(guardian);
  expect(first).toEqual([['.', 'Canonical', 'first scan']]);
  await guardian.governance.constitution(true);
  expect(await judgments(guardian)).toEqual(first);
  room.here(SCOUT, bad);
  await guardian.governance.constitution(true);
  await guardian.governance.constitution(true);
  expect((await judgments(guardian)).slice(1)).toEqual([[SCOUT, 'Non-Canonical', 'before: Canonical']]);
  expect(problemsOf(guardian, 'structure-refused')).toMatchObject([{ severity: 'warning', detail: '04_AAOS-Swarm/scout' }]);
  room.here(SCOUT, good);
  await guardian.governance.constitution(true);
  expect(problemsOf(guardian, 'structure-refused')).toEqual([]);
});

test('scans come by themselves, at the interval of the settings', async () => {
  room.governance({ structures: ['04_AAOS-Swarm/*'], scanHours: 6 });
  const guardian = await room.watching();
  const scannedAt = async (): Promise<number | undefined> => (await guardian.governance.constitution(false)).tree?.scannedAt;
  const before = await scannedAt();
  room.clock.advance(6 * 3_600_000);
  await vi.waitFor(async () => expect(await scannedAt()).toBe((before ?? 0) + 6 * 3_600_000), 20_000);
});

test('what was refused when structures were first looked at is a notice', async () => {
  room.here(SCOUT, bad);
  const guardian = await room.watching();
  expect(problemsOf(guardian, 'structure-refused')).toMatchObject([{ severity: 'notice', detail: '04_AAOS-Swarm/scout' }]);
});

test('a limit that is exceeded warns, and calls for a clean-up when the days of grace are over, across restarts', async () => {
  room.here(SCOUT, good);
  for (let index = 0; index < 25; index += 1) room.here(`04_AAOS-Swarm/scout/f${index}`, '');
  const guardian = await room.watching();
  const since = room.clock.now();
  expect((await scout(guardian))?.limits).toMatchObject([{ limit: 'max_files', action: 'warn', since, actual: 26, allowed: 20 }]);
  await guardian.dispose();
  room.clock.advance(6 * DAY);
  const later = await room.watching();
  expect((await scout(later))?.limits).toMatchObject([{ action: 'warn', since }]);
  room.clock.advance(DAY);
  expect((await scout(later))?.limits).toMatchObject([{ action: 'clean-up', since }]);
  // Removed as a whole, and made again.
  room.remove('04_AAOS-Swarm/scout');
  expect(await scout(later)).toBeNull();
  room.here(SCOUT, good);
  for (let index = 0; index < 25; index += 1) room.here(`04_AAOS-Swarm/scout/f${index}`, '');
  expect((await scout(later))?.limits).toMatchObject([{ action: 'warn', since: room.clock.now() }]);
});

test('a structure whose time is over is named, and left where it is', async () => {
  room.here(SCOUT, withFrontMatter(changed(blueprint, 'created', '2025-01-01')));
  const guardian = await room.watching();
  expect(problemsOf(guardian, 'dissolution-due')).toMatchObject([
    { severity: 'notice', detail: expect.stringContaining('04_AAOS-Swarm/scout') as string },
  ]);
  expect(existsSync(join(room.workspace, SCOUT))).toBe(true);
});

test('a new structure is judged at once, logged, told once, and never removed; a better DNA ends it', async () => {
  const guardian = await room.watching();
  room.here('04_AAOS-Swarm/.keep', '');
  const refused = (): boolean => problemsOf(guardian, 'structure-refused').length > 0;
  await until(
    room,
    () => {
      if (!existsSync(join(room.workspace, SCOUT))) room.here(SCOUT, bad);
      return refused();
    },
    'judged',
  );
  expect(problemsOf(guardian, 'structure-refused')).toMatchObject([{ severity: 'warning', detail: '04_AAOS-Swarm/scout' }]);
  expect(room.news.filter(({ kind }) => kind === 'structure-refused')).toMatchObject([
    { tag: 'structure-04_AAOS-Swarm/scout', values: { structure: '04_AAOS-Swarm/scout' } },
  ]);
  expect(room.log().toString()).toContain('act: structure.judge');
  expect(room.read(SCOUT)).toBe(bad);
  room.here(SCOUT, good);
  await until(room, () => !refused(), 'judged again');
  expect(room.news.filter(({ kind }) => kind === 'structure-refused')).toHaveLength(1);
  expect(await guardian.governance.verifyAudit()).toMatchObject({ state: 'intact' });
});

test('a folder that must have a DNA and has none is refused; folders that are left out are not looked at', async () => {
  room.governance({ structures: ['04_AAOS-Swarm/*'], ignore: ['drafts', 'node_modules'] });
  const guardian = await room.watching();
  room.here('drafts/04_AAOS-Swarm/x/DNA.md', bad);
  room.here('node_modules/x/DNA.md', bad);
  room.here('04_AAOS-Swarm/empty/notes.md', 'mine\n');
  await until(room, () => problemsOf(guardian, 'structure-refused').length > 0, 'judged');
  const refused = problemsOf(guardian, 'structure-refused').map(({ detail }) => detail);
  expect(refused.join()).not.toContain('drafts');
  expect(refused.join()).toContain('04_AAOS-Swarm/empty');
  expect(room.read('04_AAOS-Swarm/empty/notes.md')).toBe('mine\n');
});
