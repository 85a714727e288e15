import { describe, expect, test } from 'vitest';
import { isConfirmed, mustType, whyNot } from '../../../../renderer/approval/why-not.ts';
import { sampleConsensus, sampleRequest } from '../../../support/sample-approval.ts';

const READ = { expired: false, attended: true, decider: 'mina', readToEnd: true };
const meta = sampleRequest({ procedure: 'meta', risk: 'high' });

test('a request that was read to its end in a window in front may be approved', () => {
  expect(whyNot(sampleRequest(), null, READ)).toBeNull();
});

test.each([
  ['expired', { expired: true }],
  ['scroll', { readToEnd: false }],
  ['unfocused', { attended: false }],
] as const)('it says %s', (reason, changes) => {
  expect(whyNot(sampleRequest(), null, { ...READ, ...changes })).toBe(reason);
});

describe('a change to the constitution', () => {
  test.each([
    [null, 'consensus'],
    [sampleConsensus(), 'consensus'],
    [sampleConsensus({ state: 'rejected' }), 'consensus'],
    [sampleConsensus({ state: 'stale' }), 'consensus'],
    [sampleConsensus({ state: 'awaiting-person' }), null],
    [sampleConsensus({ state: 'escalated' }), null],
  ] as const)('is the turn of a person only after the reviews', (consensus, reason) => {
    expect(whyNot(meta, consensus, READ)).toBe(reason);
  });
});

test('where two people are needed, one of them is not both', () => {
  const consensus = sampleConsensus({ state: 'awaiting-person', persons: ['Mina'] });
  expect(whyNot(meta, consensus, READ)).toBe('spoken');
  expect(whyNot(meta, consensus, { ...READ, decider: 'jun' })).toBeNull();
});

test('the hash is typed where the risk is high or the constitution changes', () => {
  expect(mustType(sampleRequest({ risk: 'low' }))).toBe(false);
  expect(mustType(sampleRequest({ risk: 'medium' }))).toBe(false);
  expect(mustType(sampleRequest({ risk: 'high' }))).toBe(true);
  expect(mustType({ risk: 'low', procedure: 'meta' })).toBe(true);
});

test('six characters of the hash are the least, in either case', () => {
  const hash = `c0ffee12${'0'.repeat(56)}`;
  expect(isConfirmed(hash, 'c0ffe')).toBe(false);
  expect(isConfirmed(hash, ' C0FFEE ')).toBe(true);
  expect(isConfirmed(hash, 'c0ffee13')).toBe(false);
  expect(isConfirmed(hash, '')).toBe(false);
});
