import { describe, expect, test } from 'vitest';
import { statusReport } from '../../../../electron/terminal/text/status-report.ts';
import { UNKNOWN_HEALTH } from '../../../../shared/model/healing.ts';
import { overallOf, type Snapshot } from '../../../../shared/model/snapshot.ts';
import { THREE, voiceOf } from './voices.ts';

const facts: Omit<Snapshot, 'overall'> = {
  revision: 1,
  workspace: { name: 'ws', path: '/home/me/작업', source: '/drive/Core' },
  provenGoodAt: THREE,
  lastCheck: { at: THREE, result: 'up-to-date' },
  lastFullScanAt: THREE,
  watcher: { state: 'off', since: THREE, detail: '' },
  activity: null,
  held: [],
  heldSet: null,
  approvals: [],
  lastNight: null,
  releases: [
    {
      id: 'R-0002',
      kind: 'rollback',
      of: 'R-0001',
      status: 'SUCCESS',
      trigger: 'terminal',
      startedAt: THREE,
      finishedAt: THREE,
      files: 1,
      reason: null,
      canRollBack: true,
      rolledBackBy: null,
    },
  ],
  problems: [],
  pausedUntil: null,
  when: 'immediate',
  waiting: 0,
  trackedFiles: 12,
  pointerFiles: 0,
  settingsProblem: null,
  health: UNKNOWN_HEALTH,
  environment: { state: 'passed', checkedAt: THREE, failing: 0 },
  errors: { open: 0, recurring: 0, proposed: 0, regressed: 0 },
  security: {
    state: 'good',
    packages: 0,
    vulnerable: 0,
    outdated: 0,
    unchecked: 0,
    upgrades: 0,
    lastRunAt: null,
    nextRunAt: null,
    running: null,
  },
};
const snapshot = (changes: Partial<typeof facts> = {}): Snapshot => ({
  ...facts,
  ...changes,
  overall: overallOf({ ...facts, ...changes }),
});

test('a good workspace says so first, then what that rests on', () => {
  expect(statusReport(snapshot(), voiceOf('en')).join('\n')).toBe(`Everything proven good

Workspace        /home/me/작업
Core             /drive/Core
Last check       2026-02-15 03:00 (2 min. ago), up to date
Last full scan   2026-02-15 03:00 (2 min. ago)
Proven good      2026-02-15 03:00 (2 min. ago)
Watching         not by this command (the tray application or \`nightguard watch\` does)
Files from Core  12

Environment  as it should be (2 min. ago)
Packages     no known vulnerabilities (never)
Health       never
Errors       0 open, 0 repeating

Last releases:
  R-0002  2026-02-15 03:00  rollback of R-0001  1 file  from the terminal`);
});

test('Korean labels are aligned by cells', () => {
  const lines = statusReport(snapshot(), voiceOf('ko'));
  expect(lines.slice(0, 5)).toEqual([
    '모두 정상 확인됨',
    '',
    '작업 공간         /home/me/작업',
    'Core              /drive/Core',
    '마지막 확인       2026-02-15 03:00 (2분 전), 최신 상태',
  ]);
});

describe('nothing that went wrong is called good', () => {
  test.each(['failed', 'rolled-back', 'could-not-check'] as const)('when the last check was %s', (result) => {
    const [headline] = statusReport(snapshot({ lastCheck: { at: THREE, result } }), voiceOf('en'));
    expect(headline).not.toContain('good');
  });

  test('when nothing was ever checked', () => {
    const lines = statusReport(snapshot({ lastCheck: null, provenGoodAt: null, lastFullScanAt: null }), voiceOf('en'));
    expect(lines[0]).toBe('Not checked yet');
    expect(lines.at(-1)).toBe('See what would come in: nightguard update --dry-run');
  });
});

test('a settings file with an error is named with its line', () => {
  const settingsProblem = { file: '/ws/nightguard.yaml', line: 7, path: 'updates', message: 'updates.when must be one of …' };
  expect(statusReport(snapshot({ settingsProblem }), voiceOf('en'))[1]).toBe(
    '/ws/nightguard.yaml:7: updates.when must be one of …',
  );
});
