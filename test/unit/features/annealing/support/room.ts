import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createErrorLedger, type ErrorLedger } from '../../../../../electron/features/annealing/ledger/error-ledger.ts';
import { annealingMigrations } from '../../../../../electron/features/annealing/schema.ts';
import { systemClock, type Clock } from '../../../../../electron/kernel/clock.ts';
import { openDatabase, type Database } from '../../../../../electron/kernel/database.ts';
import { kernelMigrations } from '../../../../../electron/kernel/schema.ts';
import type { ErrorEvent } from '../../../../../shared/model/annealing.ts';
import { defaultSettings, type AnnealingSettings } from '../../../../../shared/model/settings.ts';
import { writeTree } from '../../../../support/tree.ts';

/** A workspace with a real database, and a clock that a test moves. */
export interface Room {
  workspace: string;
  database: Database;
  clock: Clock & { at: number };
  settings: AnnealingSettings;
  ledger: ErrorLedger;
  write(files: Record<string, string>): void;
  dispose(): void;
}

export const NOW = new Date(2026, 1, 15, 10, 30, 0).getTime();

export function createRoom(change: Partial<AnnealingSettings> = {}): Room {
  const workspace = realpathSync(mkdtempSync(join(tmpdir(), 'nightguard-annealing-')));
  const database = openDatabase(join(workspace, '.nightguard/state.db'), [...kernelMigrations, ...annealingMigrations]);
  const clock = { ...systemClock, at: NOW, now: () => clock.at };
  const settings = { ...defaultSettings().annealing, ...change };
  return {
    workspace,
    database,
    clock,
    settings,
    ledger: createErrorLedger({ database, clock, settings: () => settings }),
    write: (files) => writeTree(workspace, files),
    dispose() {
      database.close();
      rmSync(workspace, { recursive: true, force: true });
    },
  };
}

/** An event of `fetch_trends` in execution/trend_crawler.py, but for what is said. */
export const anEvent = (change: Partial<ErrorEvent> = {}): ErrorEvent => ({
  at: NOW,
  source: 'run',
  language: 'python',
  type: 'FileNotFoundError',
  message: "[Errno 2] No such file or directory: '/path/to/trends.json'",
  code: 'Errno 2',
  frames: [
    {
      file: 'execution/trend_crawler.py',
      line: 42,
      column: null,
      endColumn: null,
      function: 'fetch_trends',
      own: true,
      code: 'open(path)',
    },
  ],
  links: [],
  subject: null,
  command: null,
  context: {},
  ...change,
});
