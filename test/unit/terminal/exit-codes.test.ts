import { expect, test } from 'vitest';
import { exitOfCycle, exitOfError, exitOfRollback, exitOfSignal } from '../../../electron/terminal/exit-codes.ts';
import type { CycleResult, HeldItem, RollbackFile } from '../../../shared/model/updates.ts';

const held = (reason: HeldItem['reason']): HeldItem => ({
  path: 'a',
  reason,
  detail: '',
  sourceHash: null,
  localHash: null,
  since: 0,
  decisions: [],
});
const cycle = (status: CycleResult['status'], items: HeldItem[] = []): CycleResult => ({
  status,
  release: null,
  updates_count: 0,
  success_count: 0,
  failed_count: 0,
  held_count: 0,
  timestamp: '',
  entries: [],
  reason: null,
  held: items,
  heldSet: null,
});
const lost: RollbackFile = { path: 'a', action: 'lost', currentHash: null, targetHash: null, archiveId: null, detail: '' };

test.each([
  ['NO_UPDATES', 0],
  ['COMPLETED', 0],
  ['PLANNED', 0],
  ['ROLLED_BACK', 1],
  ['FAILED', 1],
] as const)('an update that came to %s ends with %i', (status, code) => {
  expect(exitOfCycle(cycle(status))).toBe(code);
});

test('whatever waits for a person makes it 2, what a person took back does not', () => {
  expect(exitOfCycle(cycle('COMPLETED', [held('conflict')]))).toBe(2);
  expect(exitOfCycle(cycle('NO_UPDATES', [held('taken-back')]))).toBe(0);
  expect(exitOfCycle(cycle('FAILED', [held('conflict')]))).toBe(1);
});

test('a rollback that leaves a file without its bytes is not well', () => {
  expect(exitOfRollback({ status: 'NOTHING_TO_DO', files: [lost] })).toBe(1);
  expect(exitOfRollback({ status: 'COMPLETED', files: [] })).toBe(0);
  expect(exitOfRollback({ status: 'HELD', files: [] })).toBe(2);
});

test('errors end with 64 for how it was asked, 1 for what could not be done, 70 for our own fault', () => {
  expect([exitOfError('usage'), exitOfError('not-found'), exitOfError('no-workspace')]).toEqual([64, 64, 64]);
  expect([exitOfError('locked'), exitOfError('disk-full'), exitOfError('source-missing')]).toEqual([1, 1, 1]);
  expect(exitOfError('internal')).toBe(70);
});

test('a signal ends as shells count', () => {
  expect([exitOfSignal('SIGINT'), exitOfSignal('SIGTERM'), exitOfSignal(new Error('x'))]).toEqual([130, 143, 130]);
});
