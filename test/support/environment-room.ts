import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEnvironment, type EnvironmentDuty, type WorkspaceKind } from '../../electron/features/environment/index.ts';
import { createActRecord } from '../../electron/kernel/act-record.ts';
import { systemClock, type Clock } from '../../electron/kernel/clock.ts';
import { openDatabase, type Database } from '../../electron/kernel/database.ts';
import type { Gate } from '../../electron/kernel/ports/gate.ts';
import { silentLog } from '../../electron/kernel/ports/log.ts';
import type { ProcessRunner } from '../../electron/kernel/ports/process-runner.ts';
import { kernelMigrations } from '../../electron/kernel/schema.ts';
import { createWorkspaceLock } from '../../electron/kernel/workspace-lock.ts';
import { runProcess } from '../../electron/platform/headless/process-runner.ts';
import { settingsSchema, type EnvironmentSettings } from '../../shared/model/settings.ts';
import { writeTree } from './tree.ts';

export interface RoomOptions {
  files?: Record<string, string>;
  settings?: Record<string, unknown>;
  kind?: WorkspaceKind;
  /** Of the process; it is all that the check knows. PATH is the machine's unless it is given. */
  environment?: Record<string, string | undefined>;
  /** Given to every program that is run, as by `environment` of the package index. */
  programs?: Record<string, string | undefined>;
  gate?: Gate;
  clock?: Clock;
}

/** A workspace with the environment duty alone, on a real disk and with real processes. */
export interface EnvironmentRoom {
  workspace: string;
  duty: EnvironmentDuty;
  database: Database;
  /** Programs that were run, with their arguments. */
  ran: string[][];
  /** Types and results of the acts on record. */
  acts(): { type: string; target: string; result: string | null }[];
  dispose(): Promise<void>;
}

export function createEnvironmentRoom(options: RoomOptions = {}): EnvironmentRoom {
  const workspace = realpathSync(mkdtempSync(join(tmpdir(), 'nightguard-environment-')));
  writeTree(workspace, { '.keep': '', ...options.files });
  mkdirSync(join(workspace, '.nightguard'));
  const clock = options.clock ?? systemClock;
  const database = openDatabase(join(workspace, '.nightguard', 'state.db'), kernelMigrations);
  const settings: EnvironmentSettings = settingsSchema.parse({
    environment: { memoryPercent: 100, diskPercent: 100, ...options.settings },
  }).environment;
  const ran: string[][] = [];
  const runner: ProcessRunner = (file, args, rest) => {
    ran.push([file, ...args]);
    return runProcess(file, args, { ...rest, env: { ...options.programs, ...rest.env } });
  };
  const duty = openEnvironment({
    workspace,
    database,
    clock,
    log: silentLog,
    lock: createWorkspaceLock(join(workspace, '.nightguard'), 'library', clock),
    runProcess: runner,
    kind: () => options.kind ?? 'plain',
    settings: () => settings,
    environment: { PATH: process.env['PATH'], ...options.environment },
    platform: process.platform,
    audit: createActRecord(database, clock),
    gate: options.gate ?? { judge: () => ({ verdict: 'allow' }) },
    onChange: () => undefined,
  });
  return {
    workspace,
    duty,
    database,
    ran,
    acts: () => database.all('SELECT type, target, result FROM acts ORDER BY number'),
    async dispose() {
      await duty.dispose();
      database.close();
      rmSync(workspace, { recursive: true, force: true });
    },
  };
}
