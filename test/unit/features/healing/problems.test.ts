import { expect, test } from 'vitest';
import { createProblems } from '../../../../electron/features/healing/problems.ts';
import type { HealthIssue, HealthReport } from '../../../../shared/model/healing.ts';

const issue = (changes: Partial<HealthIssue>): HealthReport => {
  const one: HealthIssue = {
    id: 'process.worker.memory',
    category: 'processes',
    severity: 'ERROR',
    details: 'worker leaks memory: 612 MB.',
    since: 1,
    attempts: 0,
    givenUp: false,
  };
  return { issues: [{ ...one, ...changes }] } as unknown as HealthReport;
};

test('figures that move with each look make no new problem; another text, a new episode or giving up does', () => {
  const problems = createProblems('/nowhere');
  const first = problems(issue({}), 0);
  expect(first).toMatchObject([{ code: 'health-degraded', severity: 'warning', detail: 'worker leaks memory: 612 MB.' }]);
  expect(problems(issue({ details: 'worker leaks memory: 640.5 MB.' }), 1)).toEqual(first);
  expect(problems(issue({ details: 'worker rises: 640 MB.' }), 2)).toMatchObject([{ detail: 'worker rises: 640 MB.' }]);
  expect(problems(issue({ details: 'worker rises: 700 MB.', since: 9 }), 3)).toMatchObject([
    { detail: 'worker rises: 700 MB.', at: 9 },
  ]);
  expect(problems(issue({ severity: 'CRITICAL', givenUp: true, attempts: 5 }), 4)).toMatchObject([
    { severity: 'harm', detail: expect.stringContaining('given up after 5 attempts') as string },
  ]);
  expect(problems(issue({ severity: 'INFO' }), 5)).toEqual([]);
  expect(problems(null, 6)).toEqual([]);
});
