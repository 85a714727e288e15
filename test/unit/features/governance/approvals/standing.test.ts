import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ApprovalRow } from '../../../../../electron/features/governance/approvals/rows.ts';
import { standingOf } from '../../../../../electron/features/governance/approvals/standing.ts';

const ASKED = 1000;
const DECIDED = 2000;
const VALID = 3000;
const EXPIRES = 9000;
const row = (change: Partial<ApprovalRow> = {}): ApprovalRow => ({
  id: 1, fingerprint: 'f', actor: 'nightguard', type: 't', target: 'x', paths: '[]', summary: '', diff: null, content_hash: 'c', risk: 'low', rule: 'r',
  procedure: 'person', file: null, state: 'pending', asked_at: ASKED, expires_at: EXPIRES, decided_at: null, decided_by: null, reason: null,
  valid_until: null, used_at: null, ...change,
}); // prettier-ignore
const approved = row({ state: 'approved', decided_at: DECIDED, decided_by: 'mina', valid_until: VALID });

test.each([
  [DECIDED - 1, 'over'],
  [DECIDED, 'usable'],
  [VALID - 1, 'usable'],
  [VALID, 'over'],
  [VALID + 1, 'over'],
])('at %d an approval of 2000 to 3000 is %s', (now, standing) => {
  expect(standingOf(approved, now)).toBe(standing);
});

test.each([
  [ASKED - 1, 'over'],
  [ASKED, 'waiting'],
  [EXPIRES - 1, 'waiting'],
  [EXPIRES, 'over'],
])('at %d a question of 1000 to 9000 is %s', (now, standing) => {
  expect(standingOf(row(), now)).toBe(standing);
});

test('a refusal holds as long as the question would have', () => {
  const denied = row({ state: 'denied', decided_at: DECIDED, decided_by: 'mina' });
  expect([ASKED - 1, DECIDED, EXPIRES - 1].map((now) => standingOf(denied, now))).toEqual(['denied', 'denied', 'denied']);
  expect(standingOf(denied, EXPIRES)).toBe('over');
});

const time = fc.option(fc.integer({ min: 0, max: 10_000 }));

test('whatever a row says, it is usable only when it was approved by somebody, is in its time and was never used', () => {
  const anyRow = fc.record({
    state: fc.constantFrom('pending', 'approved', 'denied', 'expired', 'used'),
    decided_at: time,
    decided_by: fc.option(fc.constant('mina')),
    valid_until: time,
    used_at: fc.option(fc.nat(10_000), { freq: 2 }),
  } satisfies Record<string, fc.Arbitrary<unknown>>);
  fc.assert(
    fc.property(anyRow, fc.integer({ min: 0, max: 10_000 }), (change, now) => {
      const one = row(change as Partial<ApprovalRow>);
      const isGood =
        one.state === 'approved' && one.decided_by !== null && one.used_at === null && one.decided_at !== null && one.valid_until !== null &&
        one.decided_at <= now && now < one.valid_until; // prettier-ignore
      expect(standingOf(one, now) === 'usable').toBe(isGood);
    }),
    { numRuns: 2000 },
  );
});
