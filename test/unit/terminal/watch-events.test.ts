import { expect, test } from 'vitest';
import { changesOf } from '../../../electron/terminal/watch-events.ts';
import { sampleSnapshot } from '../../support/sample-snapshot.ts';

const before = sampleSnapshot();

test('nothing new is no event', () => {
  expect(changesOf(before, { ...before, revision: 2 })).toEqual([]);
});

test('a watcher that goes deaf, a broken settings file and a problem are told once', () => {
  const after = {
    ...before,
    watcher: { state: 'deaf' as const, since: 1, detail: 'why' },
    settingsProblem: { file: 'f', line: 3, path: 'updates', message: 'm' },
    problems: [
      ...before.problems,
      { code: 'archive-damaged' as const, detail: 'd', at: 1, severity: 'harm' as const, release: null },
    ],
  };
  expect(changesOf(before, after)).toEqual([
    { event: 'watcher', state: 'deaf', detail: 'why' },
    { event: 'settings', file: 'f', line: 3, message: 'm' },
    { event: 'problem', code: 'archive-damaged', detail: 'd' },
  ]);
  expect(changesOf(after, { ...after, revision: 9 })).toEqual([]);
});

test('a look is told when it finds something else than the one before it', () => {
  const last = { ...before, lastCheck: { at: 1, result: 'up-to-date' as const }, lastFullScanAt: 1 };
  expect(changesOf(last, { ...last, lastCheck: { at: 2, result: 'up-to-date' } })).toEqual([]);
  expect(changesOf(last, { ...last, lastCheck: { at: 2, result: 'could-not-check' } })).toEqual([
    { event: 'check', result: 'could-not-check' },
  ]);
});
