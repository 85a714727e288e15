import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { locate } from '../../../../../electron/features/governance/constitution/index.ts';
import {
  createDissolutionJournal, planDissolution, readStructureFacts, recoverDissolutions, runDissolution, surroundingsOf,
  type DissolutionEffects, type DissolutionOutcome, type DissolutionPlan, type PlannedDissolution,
} from '../../../../../electron/features/governance/dissolution/index.ts'; // prettier-ignore
import { blueprint, immuneBlueprint, withFrontMatter } from '../support/documents.ts';
import { createRoom, person, type Room } from '../support/room.ts';

let room: Room;
let handedOver: string[];
let effects: DissolutionEffects;
beforeEach(() => {
  room = createRoom();
  handedOver = [];
  effects = {
    ...room,
    journal: createDissolutionJournal(room.database),
    handOver(_id, { handover }) {
      if (handover !== null) handedOver.push(handover.successor);
      return Promise.resolve([]);
    },
  };
  room.write({
    'README.md': '# Canon v0.0.1\n',
    '02_AAOS-Immune_system/DNA.md': immuneBlueprint,
    '02_AAOS-Immune_system/AUDIT_LOG.md': 'log\n',
    'swarm/scout/DNA.md': withFrontMatter(blueprint),
    'swarm/scout/한글 노트.md': '내용\n',
    'swarm/scout/deep/run.py': 'print(1)\n',
  });
  symlinkSync('../../README.md', join(room.workspace, 'swarm/scout/link'));
});
afterEach(() => room.dispose());

const path = (...parts: string[]): string => join(room.workspace, ...parts);
async function planned(
  structure = 'swarm/scout',
  reason = 'its purpose is done',
  handover: DissolutionPlan['handover'] = null,
): Promise<PlannedDissolution> {
  const locations = locate(room.workspace, room.settings);
  return planDissolution(
    await readStructureFacts(locations, structure),
    surroundingsOf(locations, ['.tmp/archive']),
    { structure, reason, handover },
    room.clock.at,
  );
}
async function plan(structure?: string): Promise<DissolutionPlan> {
  const result = await planned(structure);
  if (!result.ok) throw new Error(result.refusal);
  return result.plan;
}
const run = (made: DissolutionPlan, using: DissolutionEffects = effects): Promise<DissolutionOutcome> =>
  runDissolution(made, using, 'test');
async function approved(): Promise<DissolutionPlan> {
  const made = await plan();
  expect(await run(made)).toMatchObject({ outcome: 'refused', verdict: 'ask' });
  const [request] = room.approvals.pending();
  expect(request).toMatchObject({ contentHash: made.contentHash, risk: 'high' });
  room.approvals.approve(request?.id ?? 0, person, made.contentHash);
  return made;
}

test('nothing happens without an approval; with it: summary, archive, removal, record, in that order', async () => {
  const made = await approved();
  expect(existsSync(path('swarm/scout/DISSOLUTION_SUMMARY.md'))).toBe(false);
  room.clock.at += 1000;
  expect(await run(made)).toEqual({
    outcome: 'dissolved',
    archivePath: '_archive/97layer-scout/2026-02-15T12-00-00Z',
    left: [],
  });
  expect(existsSync(path('swarm/scout'))).toBe(false);
  const archive = path(made.archivePath);
  expect(readdirSync(archive).sort()).toEqual(['DISSOLUTION_SUMMARY.md', 'DNA.md', 'deep', 'link', '한글 노트.md']);
  expect(readFileSync(join(archive, '한글 노트.md'), 'utf8')).toBe('내용\n');
  expect(lstatSync(join(archive, 'link')).isSymbolicLink()).toBe(true);
  expect(readlinkSync(join(archive, 'link'))).toBe('../../README.md');
  expect(readFileSync(join(archive, 'DISSOLUTION_SUMMARY.md'), 'utf8')).toContain(
    'type: "dissolution-summary"\nsource_structure: "97layer-scout"\ndissolved_at: "2026-02-15T12:00:00Z"',
  );
  expect(room.database.get('SELECT result FROM acts WHERE number = 2')).toEqual({ result: 'done' });
  expect(await recoverDissolutions(effects)).toEqual([]);
});

test('an approval is for what was seen: a file that changed since takes it all back', async () => {
  const made = await approved();
  writeFileSync(path('swarm/scout/deep/run.py'), 'print(2)\n');
  expect(await run(made)).toMatchObject({ outcome: 'taken-back' });
  expect(readdirSync(path('swarm/scout')).sort()).toEqual(['DNA.md', 'deep', 'link', '한글 노트.md']);
  expect(existsSync(path(made.archivePath))).toBe(false);
  expect(await run(await plan())).toMatchObject({ outcome: 'refused', verdict: 'ask' });
});

test('what is written while it runs is left and named, never removed', async () => {
  const made = await approved();
  const { journal } = effects;
  const advance: typeof journal.advance = (id, step) => {
    if (step === 'removing') {
      writeFileSync(path('swarm/scout/deep/new.txt'), 'new\n');
      writeFileSync(path('swarm/scout/한글 노트.md'), 'edited\n');
    }
    journal.advance(id, step);
  };
  const outcome = await run(made, { ...effects, journal: { ...journal, advance } });
  expect(outcome).toMatchObject({ outcome: 'dissolved', left: ['deep/new.txt', '한글 노트.md'] });
  expect(readFileSync(path('swarm/scout/deep/new.txt'), 'utf8')).toBe('new\n');
  expect(readFileSync(path('swarm/scout/한글 노트.md'), 'utf8')).toBe('edited\n');
  expect(readFileSync(join(path(made.archivePath), '한글 노트.md'), 'utf8')).toBe('내용\n');
});

test.each(['archiving', 'removing', 'recording'] as const)(
  'killed at %s it is ended at the next start, with nothing lost',
  async (killedAt) => {
    const made = await approved();
    const { journal } = effects;
    const advance: typeof journal.advance = (id, step) => {
      journal.advance(id, step);
      if (step === killedAt) throw new Killed();
    };
    // Killed means that nobody takes anything back either.
    const finish: typeof journal.finish = () => {
      throw new Killed();
    };
    await expect(run(made, { ...effects, journal: { ...journal, advance, finish } })).rejects.toThrow(Killed);
    const [recovered] = await recoverDissolutions(effects);
    const outcome = recovered?.ended;
    const original = path('swarm/scout/한글 노트.md');
    const copy = join(path(made.archivePath), '한글 노트.md');
    expect(existsSync(original) ? readFileSync(original, 'utf8') : readFileSync(copy, 'utf8')).toBe('내용\n');
    if (killedAt === 'recording') {
      expect(outcome).toMatchObject({ outcome: 'dissolved' });
      expect(existsSync(path('swarm/scout'))).toBe(false);
    }
    if (killedAt === 'archiving') {
      expect(outcome).toMatchObject({ outcome: 'taken-back' });
      expect(existsSync(path('swarm/scout/DISSOLUTION_SUMMARY.md'))).toBe(false);
      expect(existsSync(path('_archive/97layer-scout'))).toBe(false);
    }
    expect(await recoverDissolutions(effects)).toEqual([]);
  },
);

class Killed extends Error {}

test.each([
  ['02_AAOS-Immune_system', 'immune-system-without-handover'],
  ['_archive/old', 'in-the-archive'],
  ['swarm', 'no-dna'],
  ['linked', 'through-a-link'],
  ['linked/deep', 'through-a-link'],
])('%s is not dissolved: %s', async (structure, refusal) => {
  mkdirSync(path('_archive/old'), { recursive: true });
  symlinkSync(path('swarm/scout'), path('linked'));
  expect(await planned(structure)).toEqual({ ok: false, refusal });
});

test('the workspace itself, a place outside it, a structure with an audit log and one without a reason are not dissolved', async () => {
  await expect(planned('../x')).rejects.toThrow(/does not stay inside/);
  await expect(planned('')).rejects.toThrow(/does not stay inside/);
  expect(await planned('swarm/scout', '  ')).toEqual({ ok: false, refusal: 'no-reason' });
  room.write({ 'swarm/scout/deep/Audit_Log.md': '' });
  expect(await planned()).toEqual({ ok: false, refusal: 'holds-an-audit-log' });
});

test('the immune system goes only with a handover, by the meta procedure, and its audit logs stay', async () => {
  room.write({ '02_AAOS-Immune_system/_archive/AUDIT_LOG_20260101T000000Z_0001_ab.md': 'sealed\n' });
  const handover = { successor: 'Canon Guardian', readmeNote: 'Dissolved; see the successor.' };
  const result = await planned('02_AAOS-Immune_system', 'replaced', handover);
  if (!result.ok) throw new Error(result.refusal);
  expect(result.plan.steps).toEqual(['summary', 'archive', 'close-sessions', 'hand-over', 'update-readme', 'remove', 'audit']);
  const logs = ['AUDIT_LOG.md', '_archive/AUDIT_LOG_20260101T000000Z_0001_ab.md'];
  expect(result.plan.kept).toEqual(logs);
  expect(await run(result.plan)).toMatchObject({ outcome: 'refused', verdict: 'ask' });
  expect(room.approvals.pending()).toMatchObject([
    {
      procedure: 'meta',
      paths: ['02_AAOS-Immune_system/DNA.md', 'README.md'],
      diff: expect.stringContaining('Canon Guardian') as string,
    },
  ]);
  room.agreed.add(result.plan.contentHash);
  room.approvals.approve(1, person, result.plan.contentHash);
  // Its own log goes on being written to: that is no change of what was approved.
  room.write({ '02_AAOS-Immune_system/AUDIT_LOG.md': 'log\nmore\n', '02_AAOS-Immune_system/META_AUDIT_LOG.md': 'meta\n' });
  expect(await run(result.plan)).toMatchObject({ outcome: 'dissolved', left: [] });
  expect(readdirSync(path('02_AAOS-Immune_system')).sort()).toEqual(['AUDIT_LOG.md', 'META_AUDIT_LOG.md', '_archive']);
  expect(readFileSync(path(result.plan.archivePath, 'AUDIT_LOG.md'), 'utf8')).toBe('log\nmore\n');
  expect(handedOver).toEqual(['Canon Guardian']);
});

test('a handover is for the immune system alone', async () => {
  const handover = { successor: 'somebody', readmeNote: 'note' };
  expect(await planned('swarm/scout', 'done', handover)).toEqual({ ok: false, refusal: 'handover-of-nothing' });
  expect(await planned('02_AAOS-Immune_system', 'done', { ...handover, successor: ' ' })).toMatchObject({ ok: false });
});
