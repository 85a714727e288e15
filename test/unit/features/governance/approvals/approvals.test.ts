import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentHashOf } from '../../../../../electron/features/governance/policy/index.ts';
import { beginAct } from '../../../../../electron/kernel/begin-act.ts';
import type { Act } from '../../../../../electron/kernel/ports/audit.ts';
import { sha256 } from '../../../../../electron/kernel/hash.ts';
import { createRoom, person, type Room } from '../support/room.ts';

let room: Room;
beforeEach(() => {
  room = createRoom();
});
afterEach(() => room.dispose());

const patch: Act = {
  type: 'annealing.apply-patch',
  target: 'libs/a.py',
  actor: 'nightguard (watch)',
  paths: ['libs/a.py'],
  contentHash: sha256('the patch'),
};
const MINUTE = 60_000;

function approve(act: Act = patch): number {
  expect(room.gate.judge(act).verdict).toBe('ask');
  const id = room.approvals.pending().at(-1)?.id ?? 0;
  room.approvals.approve(id, person, contentHashOf(act).slice(0, 8));
  return id;
}

test('an act that asks waits as one request, and asking again does not ask twice', () => {
  for (let n = 0; n < 3; n += 1) expect(room.gate.judge(patch).verdict).toBe('ask');
  expect(room.approvals.pending()).toMatchObject([
    {
      type: patch.type,
      contentHash: patch.contentHash,
      rule: 'Code is changed. (patches to code)',
      procedure: 'person',
      state: 'pending',
    },
  ]);
});

test('a request says what will be done; why it is asked about is the rule’s to say', () => {
  room.write({ 'README.md': '# Canon\n', '02_AAOS-Immune_system/DNA.md': '' });
  room.gate.judge({
    ...patch,
    type: 'update.apply',
    paths: ['b.py', 'README.md'],
    summary: 'Apply 2 files from Core: README.md, b.py',
  });
  expect(room.approvals.get(1)).toMatchObject({
    summary: 'Apply 2 files from Core: README.md, b.py',
    rule: 'guarded path: README.md is part of the constitution: it changes by consensus only.',
  });
  room.gate.judge(patch);
  expect(room.approvals.get(2)?.summary).toBe('annealing.apply-patch: libs/a.py');
});

test('an approval holds for the same set in another order', () => {
  const set = { ...patch, type: 'update.apply', paths: ['02_AAOS-Immune_system/DNA.md', '02_AAOS-Immune_system/templates/a.md'] };
  room.agreed.add(set.contentHash ?? '');
  approve(set);
  expect(room.gate.judge({ ...set, paths: set.paths.toReversed() }).verdict).toBe('allow');
});

test('an approval lets exactly this act happen, once, through whichever door of the same actor', () => {
  const id = approve();
  expect(room.gate.judge({ ...patch, contentHash: sha256('another') }).verdict).toBe('ask');
  expect(room.gate.judge({ ...patch, actor: 'agent scout' }).verdict).toBe('ask');
  expect(room.gate.judge({ ...patch, target: 'libs/b.py', paths: ['libs/b.py'] }).verdict).toBe('ask');
  expect(room.gate.judge({ ...patch, actor: 'nightguard (ritual)' })).toEqual({ verdict: 'allow' });
  expect(room.approvals.get(id)).toMatchObject({ state: 'used', usedAt: room.clock.at });
  expect(room.gate.judge(patch).verdict).toBe('ask');
});

test('nobody answers: it is denied by itself, and later asked anew; an approval that is not used runs out', () => {
  room.gate.judge(patch);
  room.clock.at += 24 * 60 * MINUTE;
  expect(room.approvals.pending()).toEqual([]);
  expect(() => room.approvals.approve(1, person, contentHashOf(patch))).toThrow(/does not wait/);
  expect(room.approvals.expire()).toMatchObject([{ id: 1, state: 'expired' }]);
  const id = approve();
  room.clock.at += 60 * MINUTE;
  expect(room.gate.judge(patch).verdict).toBe('ask');
  expect(room.approvals.get(id)?.state).toBe('expired');
});

test('a clock that goes back makes an approval void, not eternal', () => {
  approve();
  room.clock.at -= MINUTE;
  expect(room.gate.judge(patch).verdict).toBe('ask');
});

test('a denial stands with its reason until its time is over', () => {
  room.gate.judge(patch);
  room.approvals.deny(1, person, 'Not tonight.');
  expect(room.gate.judge(patch)).toEqual({ verdict: 'deny', reason: 'Guardian (window) denied it: Not tonight.', again: true });
  expect(() => room.approvals.approve(1, person, contentHashOf(patch))).toThrow(/does not wait/);
  room.clock.at += 24 * 60 * MINUTE;
  expect(room.gate.judge(patch).verdict).toBe('ask');
});

test('approving takes the beginning of the hash that was seen, and nobody grants their own request', () => {
  room.gate.judge({ ...patch, actor: 'agent Scout' });
  for (const wrong of ['', patch.contentHash?.slice(0, 5) ?? '', 'ffffffff', '%']) {
    expect(() => room.approvals.approve(1, person, wrong)).toThrow(/nothing was approved/);
  }
  expect(() => room.approvals.approve(1, { ...person, name: 'agent scout ' }, contentHashOf(patch))).toThrow(/of their own/);
  expect(() => room.approvals.approve(1, { ...person, name: 'Nightguard' }, contentHashOf(patch))).toThrow(/by itself/);
  expect(room.approvals.get(1)?.state).toBe('pending');
});

test('a change of the constitution needs a consensus on this very content before a person can approve it', () => {
  const meta = { ...patch, type: 'update.apply', paths: ['02_AAOS-Immune_system/DNA.md'] };
  expect(room.gate.judge(meta).verdict).toBe('ask');
  expect(() => room.approvals.approve(1, person, contentHashOf(meta))).toThrow(/consensus/);
  room.agreed.add(contentHashOf(meta));
  room.approvals.approve(1, person, contentHashOf(meta));
  expect(room.gate.judge(meta).verdict).toBe('allow');
});

test('when an act cannot begin, its approval is not used up; when it begins, both are there', () => {
  const id = approve();
  const { database, gate, audit } = room;
  expect(() =>
    beginAct({ database, gate, audit }, patch, () => {
      throw new Error('power cut');
    }),
  ).toThrow('power cut');
  expect(room.approvals.get(id)?.state).toBe('approved');
  expect(database.all('SELECT * FROM acts')).toEqual([]);
  expect(beginAct({ database, gate, audit }, patch)).toMatchObject({ judgement: { verdict: 'allow' }, intent: 1 });
  expect(room.approvals.get(id)?.state).toBe('used');
  expect(beginAct({ database, gate, audit }, patch)).toMatchObject({ judgement: { verdict: 'ask' }, intent: null });
});

test('a flood of requests is denied and does not bury the others', () => {
  for (let n = 0; n < 200; n += 1) expect(room.gate.judge({ ...patch, contentHash: sha256(String(n)) }).verdict).toBe('ask');
  expect(room.gate.judge({ ...patch, contentHash: sha256('one more') })).toMatchObject({ verdict: 'deny' });
  expect(room.approvals.pending()).toHaveLength(200);
  room.approvals.approve(1, person, sha256('0'));
  expect(room.gate.judge({ ...patch, contentHash: sha256('0') }).verdict).toBe('allow');
});

test('an error on the way is a deny', () => {
  room.database.run('DROP TABLE approval_requests');
  expect(room.gate.judge(patch).verdict).toBe('deny');
});

test('no approval is used twice, after its time, or for other content, whatever happens in which order', () => {
  const contents = ['a', 'b'].map(sha256);
  const step = fc.oneof(
    fc.record({ do: fc.constant('judge' as const), content: fc.constantFrom(...contents) }),
    fc.record({ do: fc.constant('approve' as const), content: fc.constantFrom(...contents) }),
    fc.record({ do: fc.constant('deny' as const), content: fc.constantFrom(...contents) }),
    fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: -30, max: 90 }) }),
    fc.record({ do: fc.constant('expire' as const) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      room.database.run('DELETE FROM approval_requests');
      room.clock.at += 100 * 24 * 60 * MINUTE;
      const granted = new Map<string, number>();
      for (const one of steps) {
        if (one.do === 'wait') room.clock.at += one.minutes * MINUTE;
        else if (one.do === 'expire') room.approvals.expire();
        else if (one.do === 'judge') {
          const { verdict } = room.gate.judge({ ...patch, contentHash: one.content });
          if (verdict !== 'allow') continue;
          const at = granted.get(one.content);
          expect(at).toBeDefined();
          expect(room.clock.at).toBeGreaterThanOrEqual(at ?? Infinity);
          expect(room.clock.at).toBeLessThan((at ?? 0) + 60 * MINUTE);
          granted.delete(one.content);
        } else {
          const waiting = room.approvals.pending().find(({ contentHash }) => contentHash === one.content);
          if (waiting === undefined) continue;
          if (one.do === 'deny') room.approvals.deny(waiting.id, person, 'no');
          else {
            room.approvals.approve(waiting.id, person, one.content);
            granted.set(one.content, room.clock.at);
          }
        }
      }
    }),
    { numRuns: 150 },
  );
});
