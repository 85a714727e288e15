import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recoverDissolutions, type DissolutionPlan } from '../../../../../electron/features/governance/dissolution/index.ts';
import type { JournalStep } from '../../../../../electron/features/governance/dissolution/journal.ts';
import { actOf } from '../../../../../electron/features/governance/dissolution/what-goes.ts';
import { createDissolutionRoom, type DissolutionRoom } from './dissolution-room.ts';

// What is not the structure's, and not ours: it lies beyond a link, or somebody else has put it where we work.

let room: DissolutionRoom;
let outside: string;
beforeEach(() => {
  room = createDissolutionRoom();
  room.write({ 'swarm/scout/a.txt': 'a\n', 'swarm/scout/sub/b.txt': 'b\n' });
  mkdirSync(room.at('swarm/scout/sub/empty'));
  outside = mkdtempSync(join(tmpdir(), 'nightguard-outside-'));
});
afterEach(() => {
  room.dispose();
  rmSync(outside, { recursive: true, force: true });
});

class Killed extends Error {}

/** As if the process had ended right after this step was journalled. */
async function killedAt(plan: DissolutionPlan, last: JournalStep): Promise<void> {
  const { journal } = room.effects;
  const advance: typeof journal.advance = (id, step) => {
    journal.advance(id, step);
    if (step === last) throw new Killed();
  };
  const finish: typeof journal.finish = () => {
    throw new Killed();
  };
  await expect(room.run(plan, { ...room.effects, journal: { ...journal, advance, finish } })).rejects.toThrow(Killed);
}

test('a structure that was moved away after a kill, and linked to, is not emptied through the link', async () => {
  await killedAt(await room.approved(), 'removing');
  renameSync(room.at('swarm/scout'), join(outside, 'scout'));
  symlinkSync(join(outside, 'scout'), room.at('swarm/scout'));
  expect(await recoverDissolutions(room.effects)).toMatchObject([{ ended: { outcome: 'dissolved', left: ['.'] } }]);
  expect(readdirSync(join(outside, 'scout'))).toEqual(expect.arrayContaining(['DNA.md', 'a.txt', 'sub']));
});

test('nor is one of its folders, not even of empty folders', async () => {
  await killedAt(await room.approved(), 'removing');
  renameSync(room.at('swarm/scout/sub'), join(outside, 'sub'));
  symlinkSync(join(outside, 'sub'), room.at('swarm/scout/sub'));
  expect(await recoverDissolutions(room.effects)).toMatchObject([{ ended: { outcome: 'dissolved', left: ['sub'] } }]);
  expect(readdirSync(join(outside, 'sub')).sort()).toEqual(['b.txt', 'empty']);
});

test('an unfinished archive that has become a link is left alone, with the modes of what it leads to', async () => {
  const plan = await room.approved();
  await killedAt(plan, 'archiving');
  const partial = `${room.at(plan.archivePath)}.partial`;
  mkdirSync(dirname(partial), { recursive: true });
  rmSync(partial, { recursive: true, force: true });
  chmodSync(outside, 0o755);
  symlinkSync(outside, partial);
  expect(await recoverDissolutions(room.effects)).toMatchObject([{ ended: { outcome: 'taken-back' } }]);
  expect(statSync(outside).mode & 0o777).toBe(0o755);
});

test('what somebody else has put in the place of the unfinished archive is not removed with the attempt', async () => {
  const plan = await room.approved();
  room.write({ [`${plan.archivePath}.partial/mine.txt`]: 'mine\n' });
  expect(await room.run(plan)).toMatchObject({ outcome: 'taken-back' });
  expect(readFileSync(`${room.at(plan.archivePath)}.partial/mine.txt`, 'utf8')).toBe('mine\n');
  expect(existsSync(room.at('swarm/scout/DISSOLUTION_SUMMARY.md'))).toBe(false);
});

test.runIf(process.platform === 'linux')(
  'a link to a device without an end is not read when a review asks what goes',
  async () => {
    symlinkSync('/dev/zero', room.at('swarm/scout/A'));
    const planned = await room.planned();
    if (!planned.ok) throw new Error(planned.refusal);
    const act = actOf(planned.plan, room.workspace, 'test');
    expect(act.contents?.('swarm/scout/A')).toEqual({ before: '', after: null });
    expect(act.contents?.('swarm/scout/a.txt')).toEqual({ before: 'a\n', after: null });
  },
);
