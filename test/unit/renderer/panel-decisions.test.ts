import { describe, expect, it } from 'vitest';
import { newest } from '../../../renderer/api/newest.ts';
import { outcomeOfCycle, outcomeOfRollback } from '../../../renderer/features/frame/outcome.ts';
import { minutesUntil, nextMorning } from '../../../renderer/features/frame/pause.ts';
import { rankProblems } from '../../../renderer/features/overview/rank-problems.ts';
import { filesToChange, groupByAction } from '../../../renderer/features/rollback/rollback-plan.ts';
import { bytes, duration, relativeTime, splitPath } from '../../../renderer/ui/format.ts';
import type { RollbackFile } from '../../../shared/model/updates.ts';
import { cycle, snapshot } from '../../support/fake-panel-main/fixtures.ts';
import { SCENARIOS } from '../../support/fake-panel-main/scenarios.ts';

describe('the newest snapshot', () => {
  it('is kept when an older one arrives late', () => {
    const [older, newer] = [snapshot({ revision: 4 }), snapshot({ revision: 5 })];
    expect(newest(newer, older)).toBe(newer);
    expect(newest(older, newer)).toBe(newer);
    expect(newest(null, older)).toBe(older);
  });
});

describe('the outcome of a check', () => {
  it('is "could not check" when nothing was found for a reason', () => {
    expect(outcomeOfCycle(cycle({ reason: 'Core folder not found' }))).toMatchObject({
      key: 'sentence.could-not-check',
      tone: 'neutral',
    });
  });

  it('is "could not check" when Core could not be looked at, and a failure when an update was tried', () => {
    expect(outcomeOfCycle(cycle({ status: 'FAILED', reason: 'EIO' }))).toMatchObject({
      key: 'sentence.could-not-check',
      tone: 'neutral',
    });
    expect(outcomeOfCycle(cycle({ status: 'FAILED', updates_count: 2, failed_count: 2 }))).toMatchObject({ tone: 'harm' });
  });

  it('offers to undo what was applied', () => {
    expect(outcomeOfCycle(cycle({ status: 'COMPLETED', release: 'R-0007', success_count: 2 })).undo).toBe('R-0007');
  });

  it('offers to undo a rollback, which is a release too', () => {
    const outcome = outcomeOfRollback({ status: 'COMPLETED', release: 'R-0008', of: 'R-0007', files: [], reason: null }, 2);
    expect(outcome).toMatchObject({ undo: 'R-0008', values: { count: 2, of: 'R-0007' } });
  });

  it('never calls a failed rollback done', () => {
    const outcome = outcomeOfRollback({ status: 'FAILED', release: null, of: 'R-0007', files: [], reason: 'EACCES' }, 2);
    expect(outcome).toMatchObject({ tone: 'harm', undo: null, reason: 'EACCES' });
  });
});

describe('the rollback preview', () => {
  const file = (path: string, action: RollbackFile['action']): RollbackFile => ({
    path,
    action,
    currentHash: null,
    targetHash: null,
    archiveId: null,
    detail: '',
  });
  const preview = {
    target: { kind: 'release', release: 'R-0007' } as const,
    of: 'R-0007',
    token: 't',
    files: [file('a', 'put-back'), file('b', 'remove'), file('c', 'decide'), file('d', 'lost'), file('e', 'unchanged')],
  };

  it('lists every file once, questions and losses first', () => {
    expect(groupByAction(preview).map(({ action }) => action)).toEqual(['decide', 'lost', 'put-back', 'remove', 'unchanged']);
    expect(groupByAction(preview).flatMap(({ files }) => files)).toHaveLength(5);
  });

  it('counts files changed since only when they shall be overwritten', () => {
    expect(filesToChange(preview, 'keep')).toBe(2);
    expect(filesToChange(preview, 'overwrite')).toBe(3);
  });
});

describe('problems', () => {
  it('are led by at most one harm; the rest is counted, none is lost', () => {
    const { problems } = SCENARIOS.problem();
    const { shown, folded } = rankProblems(problems);
    expect(shown.filter((problem) => problem.severity === 'harm')).toHaveLength(1);
    expect(shown[0]?.code).toBe('disk-full');
    expect(shown.length + folded.length).toBe(problems.length);
  });
});

describe('pausing until the morning', () => {
  it('ends at the next 08:00 of the clock on the wall', () => {
    expect(nextMorning(new Date(2026, 10, 21, 22, 30).getTime())).toBe(new Date(2026, 10, 22, 8).getTime());
    expect(nextMorning(new Date(2026, 10, 21, 2, 0).getTime())).toBe(new Date(2026, 10, 21, 8).getTime());
    expect(nextMorning(new Date(2026, 10, 21, 8, 0).getTime())).toBe(new Date(2026, 10, 22, 8).getTime());
  });

  it('is at least a minute', () => {
    expect(minutesUntil(1000, 0)).toBe(1);
    expect(minutesUntil(90 * 60_000, 0)).toBe(90);
  });
});

describe('figures', () => {
  it('are written in the language of the panel', () => {
    expect(relativeTime(0, 2 * 60_000, 'ko')).toBe('2분 전');
    expect(relativeTime(0, 2 * 60_000, 'en')).toBe('2 min. ago');
    expect(bytes(1_234_567, 'en')).toBe('1.2 MB');
    expect(duration(41, 'en')).toBe('41 ms');
  });

  it('split a path before its name', () => {
    expect(splitPath('libs/agents/scout.py')).toEqual({ folder: 'libs/agents', name: '/scout.py' });
    expect(splitPath('scout.py')).toEqual({ folder: '', name: 'scout.py' });
  });
});
