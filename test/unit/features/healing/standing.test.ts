import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  FORGET_AFTER,
  look,
  mayTry,
  MOST_ATTEMPTS,
  tried,
  type Standing,
} from '../../../../electron/features/healing/cycle/standing.ts';

type State = Standing['last'];
const state = fc.constantFrom<State>('passed', 'failed', 'could-not-check');
const patience = fc.record({ failAfter: fc.integer({ min: 1, max: 5 }), passAfter: fc.integer({ min: 1, max: 5 }) });

/** Looks as the cycle does, trying whenever it may. */
function live(states: readonly State[], rules: { failAfter: number; passAfter: number }) {
  let standing: Standing | undefined;
  return states.map((found, index) => {
    standing = look(standing, found, index, rules);
    const tries = mayTry(standing);
    if (tries) standing = tried(standing);
    return { standing, tries };
  });
}

test('an issue is raised after exactly so many failed looks in a row, and ended after so many good ones', () => {
  const rules = { failAfter: 3, passAfter: 2 };
  const since = live(
    ['failed', 'failed', 'passed', 'failed', 'failed', 'failed', 'passed', 'failed', 'passed', 'passed'],
    rules,
  ).map(({ standing }) => standing.since);
  expect(since).toEqual([null, null, null, null, null, 5, 5, 5, 5, null]);
});

test('attempts come with pauses that double, and end after five', () => {
  const lived = live(
    Array.from({ length: 60 }, () => 'failed' as const),
    { failAfter: 1, passAfter: 1 },
  );
  expect(lived.flatMap(({ tries }, index) => (tries ? [index] : []))).toEqual([0, 1, 3, 7, 15]);
  expect(lived[15]?.standing.givenUp).toBe(false);
  expect(lived[16]?.standing.givenUp).toBe(true);
});

test('whatever is seen: never more than five attempts without a long good time, and never more than one a look', () => {
  fc.assert(
    fc.property(fc.array(state, { maxLength: 300 }), patience, (states, rules) => {
      let [attempts, good] = [0, 0];
      for (const [index, { tries }] of live(states, rules).entries()) {
        good = states[index] === 'passed' ? good + 1 : 0;
        if (good >= FORGET_AFTER) attempts = 0;
        if (tries) attempts += 1;
        expect(attempts).toBeLessThanOrEqual(MOST_ATTEMPTS);
        if (tries) expect(states[index]).toBe('failed');
      }
    }),
  );
});

test('whatever is seen: what could not be checked neither raises nor ends an issue', () => {
  fc.assert(
    fc.property(fc.array(state, { minLength: 1, maxLength: 100 }), patience, (states, rules) => {
      const lived = live(states, rules);
      for (const [index, found] of states.entries())
        if (found === 'could-not-check') expect(lived[index]?.standing.since).toBe(lived[index - 1]?.standing.since ?? null);
    }),
  );
});

test('whatever is seen: an issue is there only after enough failed looks in a row, and since the look that made it one', () => {
  fc.assert(
    fc.property(fc.array(state, { maxLength: 100 }), patience, (states, rules) => {
      for (const [index, { standing }] of live(states, rules).entries()) {
        if (standing.since === null) continue;
        const run = states.slice(Math.max(0, standing.since - rules.failAfter + 1), standing.since + 1);
        expect(run.every((one) => one === 'failed') && run.length === rules.failAfter).toBe(true);
        expect(standing.since).toBeLessThanOrEqual(index);
      }
    }),
  );
});
