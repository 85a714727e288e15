import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { openLogs, type Logs } from '../../../electron/features/logs/index.ts';
import type { Handlers } from '../../../electron/ipc/bind.ts';
import { redact } from '../../../electron/kernel/redact.ts';
import { NOW } from './fixtures.ts';
import type { ScenarioName } from './scenarios.ts';

type Act = <T, R>(channel: string, run: (input: T) => R) => (input: T) => R;
type Channels = `logs:${'sources' | 'view' | 'page' | 'place' | 'export'}`;

/** The real duty over real files of fixtures. `empty`: nothing was written yet. `lines`: how long the application's log is. */
export function openFakeLogs(name: ScenarioName, lines: number): Logs {
  // Goes with the profile.
  const workspace = mkdtempSync(join(app.getPath('userData'), 'workspace-'));
  const applicationLog = join(workspace, 'nightguard.log');
  if (name !== 'empty') writeFileSync(applicationLog, linesOf(lines));
  return openLogs({
    workspace,
    auditLog: () => null,
    applicationLog,
    rituals: { runs: () => [], output: () => '' },
    redactor: () => redact,
  });
}

/** Answers from those logs; an export writes nothing. */
export function logsHandlers(logs: Logs, act: Act): Pick<Handlers, Channels> {
  return {
    'logs:sources': () => logs.sources(),
    'logs:view': ({ log, query }) => logs.view(log, query),
    'logs:page': ({ log, query, from, count }) => logs.page(log, query, from, count),
    'logs:place': ({ log, query, at }) => logs.placeOf(log, query, at),
    'logs:export': act('logs:export', ({ log, query }) => logs.view(log, query).then(({ shown }) => ({ lines: shown }))),
  };
}

const LEVELS = ['info', 'info', 'info', 'info', 'warn', 'info', 'info', 'error'] as const;

function linesOf(count: number): string {
  const lines = Array.from({ length: count }, (_, index) => {
    const at = new Date(NOW - (count - index) * 1000).toISOString();
    const level = LEVELS[index % LEVELS.length] ?? 'info';
    return JSON.stringify({
      at,
      level,
      message: `line ${index + 1} of release R-${String(1000 + (index % 50))}`,
      path: 'libs/공유.py',
    });
  });
  return `${lines.join('\n')}\n`;
}
