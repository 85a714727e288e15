import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { locate, readConstitution, resolveProvisions } from '../../../../../electron/features/governance/constitution/index.ts';
import {
  createLimitMemory,
  exitCodeOfScan,
  nodesOf,
  renderJson,
  renderMarkdown,
  renderText,
  scanStructures,
} from '../../../../../electron/features/governance/judgement/index.ts';
import { structureTreeSchema, type StructureTree } from '../../../../../shared/model/governance.ts';
import { blueprint, changed, immuneBlueprint, withFrontMatter } from '../support/documents.ts';
import { createRoom, type Room } from '../support/room.ts';

let room: Room;
beforeEach(() => {
  room = createRoom({ structures: ['swarm/*'] });
  room.write({
    'README.md': '# Canon v0.0.1\n',
    'METADoctrine.md': '# META\n',
    '02_AAOS-Immune_system/AAOS_DNA_DOCTRINE_RULE.md': '---\nversion: "0.3.1"\n---\n# Rules\n',
    '02_AAOS-Immune_system/AUDIT_LOG.md': '',
    '02_AAOS-Immune_system/DNA.md': immuneBlueprint,
    'swarm/good/DNA_BLUEPRINT.md': withFrontMatter(blueprint),
    'swarm/good/deep/er/node/DNA_BLUEPRINT.md': withFrontMatter(changed(blueprint, 'name', 'deep node')),
    'swarm/bare/file.txt': '',
    'swarm/bad/DNA.md': 'no front matter\n',
    'swarm/bad/DNA_BLUEPRINT.md': withFrontMatter(blueprint),
    '_archive/old/DNA.md': 'never looked at\n',
    '.git/DNA.md': 'never looked at\n',
  });
});
afterEach(() => room.dispose());

const scan = (): Promise<StructureTree> => {
  const memory = createLimitMemory(room.database);
  const locations = locate(room.workspace, room.settings);
  return scanStructures(room.workspace, {
    locations,
    settings: room.settings,
    now: room.clock.at,
    since: (structure, violations) => memory.since(structure, violations, room.clock.at),
  });
};

test('a scan is a tree of structures at any depth, each with its verdict and reasons', async () => {
  room.write({ '02_AAOS-Immune_system/SWARM_INQUISITOR_SKILL/SKILL.md': '', '02_AAOS-Immune_system/META_AUDIT_LOG.md': '' });
  const tree = structureTreeSchema.parse(await scan());
  expect([...nodesOf(tree.root)].map(({ path, result, file, bootstrap }) => [path, result, file, bootstrap])).toEqual([
    ['', 'Container', null, false],
    ['02_AAOS-Immune_system', 'Canonical', 'DNA.md', true],
    ['swarm/bad', 'Non-Canonical', 'DNA.md', false],
    ['swarm/bare', 'Non-Canonical', null, false],
    ['swarm/good', 'Canonical', 'DNA_BLUEPRINT.md', false],
    ['swarm/good/deep/er/node', 'Canonical-Conditional', 'DNA_BLUEPRINT.md', false],
  ]);
  expect(tree.counts).toEqual({ Canonical: 2, 'Canonical-Conditional': 1, 'Non-Canonical': 2, Container: 1 });
  expect(exitCodeOfScan(tree)).toBe(1);
});

test('official DNA is judged before a proposal, and the proposal is named', async () => {
  const tree = await scan();
  expect([...nodesOf(tree.root)].find(({ path }) => path === 'swarm/bad')).toMatchObject({ file: 'DNA.md', proposal: true });
});

test('a limit that is exceeded warns, and after seven days calls for a clean-up; within it again the days start anew', async () => {
  const files = Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`swarm/good/f${n}.txt`, '']));
  const limits = async () => [...nodesOf((await scan()).root)].find(({ path }) => path === 'swarm/good')?.limits;
  expect(await limits()).toEqual([]);
  room.write(files);
  const first = room.clock.at;
  expect(await limits()).toEqual([{ limit: 'max_files', allowed: 20, actual: 23, action: 'warn', since: first }]);
  room.clock.at += 7 * 86_400_000 - 1;
  expect(await limits()).toMatchObject([{ action: 'warn', since: first }]);
  room.clock.at += 1;
  expect(await limits()).toMatchObject([{ action: 'clean-up', since: first }]);
  room.write({ 'swarm/good/DNA_BLUEPRINT.md': withFrontMatter(changed(blueprint, 'resource_limits.max_files', 99)) });
  expect(await limits()).toEqual([]);
  room.write({ 'swarm/good/DNA_BLUEPRINT.md': withFrontMatter(blueprint) });
  expect(await limits()).toMatchObject([{ action: 'warn', since: room.clock.at }]);
});

test('logs that are too large ask for rotation, and a structure past its days for dissolution', async () => {
  room.write({ 'swarm/good/run.log': 'x'.repeat(65 * 1024) });
  room.clock.at += 20 * 86_400_000;
  const found = [...nodesOf((await scan()).root)].find(({ path }) => path === 'swarm/good')?.limits;
  expect(found).toMatchObject([
    { limit: 'max_log_kb', allowed: 64, actual: 65, action: 'rotate' },
    { limit: 'retention.max_days', allowed: 30, actual: 34, action: 'dissolve' },
  ]);
});

test('a folder that cannot be read is said so and is never fine', async () => {
  const closed = join(room.workspace, 'swarm/good/closed');
  room.write({ 'swarm/good/closed/x': '' });
  chmodSync(closed, 0);
  const tree = await scan();
  chmodSync(closed, 0o755);
  if (process.getuid?.() === 0) expect(tree.unreadable).toEqual([]);
  else expect(tree.unreadable).toMatchObject([{ path: 'swarm/good/closed' }]);
  expect(
    exitCodeOfScan({ ...tree, counts: { ...tree.counts, 'Non-Canonical': 0 }, unreadable: [{ path: 'x', detail: 'y' }] }),
  ).toBe(2);
});

test('links are not followed: a loop ends and a structure is not found twice', async () => {
  symlinkSync(room.workspace, join(room.workspace, 'swarm/good/loop'));
  const tree = await scan();
  expect([...nodesOf(tree.root)]).toHaveLength(6);
});

test('the reports name every verdict and reason; names of strangers break neither line nor terminal', async () => {
  room.write({ 'swarm/bad\u001b[31m`x`/DNA.md': 'x' });
  const tree = await scan();
  const text = renderText(tree);
  expect(text).toContain('[Non-Canonical] swarm/bare\n  - [ERROR] No DNA.md or DNA_BLUEPRINT.md found');
  expect(text + renderMarkdown(tree)).not.toContain('\u001b');
  expect(renderMarkdown(tree)).toMatch(/## Non-Canonical\n\n- `swarm\/bad`\n {2}- \\\[ERROR\\\] There is no front matter/);
  expect(JSON.parse(renderJson(tree))).toMatchObject({
    result: 'Container',
    has_blueprint: false,
    sub_structures: [{ path: '02_AAOS-Immune_system' }, {}, {}, {}, {}],
  });
});

test('the constitution is read in order of precedence, with versions and voices, and what is missing is said', async () => {
  const constitution = await readConstitution(locate(room.workspace, room.settings));
  expect(constitution.documents.map(({ role, state, version, voice }) => [role, state, version, voice])).toEqual([
    ['canon', 'read', '0.0.1', 'decree'],
    ['meta-doctrine', 'read', null, 'decree'],
    ['immune-doctrine', 'read', '0.3.1', 'decree'],
    ['structure', 'read', '0.3.1', 'decree'],
  ]);
  const elsewhere = await readConstitution(locate(room.workspace, { ...room.settings, root: 'nowhere' }));
  expect(elsewhere).toMatchObject({ complete: false, documents: [{ state: 'missing' }, {}, {}, {}] });
  expect(() => locate(room.workspace, { ...room.settings, root: '../x' })).toThrow(/does not stay inside/);
});

test('contradiction, doubt and silence halt an act and go to the audit; agreement lets it go on', () => {
  const canon = { role: 'canon', source: 'Canon', says: 'permits' } as const;
  const doctrine = { role: 'immune-doctrine', source: 'Immune Doctrine', says: 'forbids' } as const;
  expect(resolveProvisions([canon])).toEqual({ outcome: 'permitted', by: 'Canon' });
  expect(resolveProvisions([doctrine, canon])).toMatchObject({ outcome: 'halt_and_escalate_to_audit', prevailing: 'Canon' });
  expect(resolveProvisions([canon, { ...doctrine, says: 'unclear' }])).toMatchObject({ outcome: 'halt_and_escalate_to_audit' });
  expect(resolveProvisions([])).toMatchObject({ outcome: 'halt_and_escalate_to_audit', prevailing: null });
});
