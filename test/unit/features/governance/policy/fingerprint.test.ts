import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentHashOf, fingerprintOf } from '../../../../../electron/features/governance/policy/fingerprint.ts';
import { sha256 } from '../../../../../electron/kernel/hash.ts';
import type { Act } from '../../../../../electron/kernel/ports/audit.ts';

const act: Act = {
  type: 'annealing.apply-patch',
  target: 'libs/a.py',
  actor: 'nightguard (watch)',
  paths: ['libs/a.py', 'libs/한글.py'],
  contentHash: sha256('the patch'),
};

test.each<[string, Partial<Act>]>([
  ['content', { contentHash: sha256('another') }],
  ['type', { type: 'code.patch' }],
  ['target', { target: 'libs/b.py' }],
  ['path more', { paths: [...act.paths, 'c.py'] }],
  ['path less', { paths: ['libs/a.py'] }],
  ['actor', { actor: 'agent scout' }],
])('another %s is another act', (_, change) => {
  expect(fingerprintOf({ ...act, ...change })).not.toBe(fingerprintOf(act));
});

test('another door, order or Unicode form is the same act', () => {
  const same = { ...act, actor: 'nightguard (ritual)', paths: act.paths.map((path) => path.normalize('NFD')).toReversed() };
  expect(fingerprintOf(same)).toBe(fingerprintOf(act));
});

test('an act without content is what its whole description says', () => {
  const { contentHash: _, ...bare } = act;
  for (const change of [{ type: 'x' }, { target: 'x' }, { paths: ['x'] }, { notes: 'x' }])
    expect(contentHashOf({ ...bare, ...change })).not.toBe(contentHashOf(bare));
  expect(fingerprintOf({ ...bare, notes: 'x' })).not.toBe(fingerprintOf(bare));
});

const part = fc.constantFrom('a', 'b', 'a","b', '', 'é', 'e\u0301');
const anyAct = fc.record({ type: part, target: part, actor: part, paths: fc.array(part, { maxLength: 3 }), contentHash: part });

test('two acts have one fingerprint only when actor, type, target, paths and content are the same', () => {
  const meaning = ({ type, target, actor, paths, contentHash = '' }: Act): string =>
    JSON.stringify([type, target, actor, paths.map((path) => path.normalize('NFC')).sort(), contentHash]);
  fc.assert(
    fc.property(anyAct, anyAct, (one, other) => {
      expect(fingerprintOf(one) === fingerprintOf(other)).toBe(meaning(one) === meaning(other));
    }),
    { numRuns: 2000 },
  );
});
