import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import {
  openSecurity,
  securityMigrations,
  type Security,
  type SecurityNews,
} from '../../../../electron/features/security/index.ts';
import { digestOf, readTree } from '../../../../electron/features/security/apply/snapshot/tree.ts';
import { createActRecord } from '../../../../electron/kernel/act-record.ts';
import { systemClock, type Clock } from '../../../../electron/kernel/clock.ts';
import { openDatabase, type Database } from '../../../../electron/kernel/database.ts';
import type { Gate } from '../../../../electron/kernel/ports/gate.ts';
import { silentLog } from '../../../../electron/kernel/ports/log.ts';
import { kernelMigrations } from '../../../../electron/kernel/schema.ts';
import { createWorkspaceLock } from '../../../../electron/kernel/workspace-lock.ts';
import { runCommand } from '../../../../electron/platform/headless/command-runner.ts';
import { runProcess } from '../../../../electron/platform/headless/process-runner.ts';
import { toolRunner } from '../../../../electron/platform/headless/tool-runner.ts';
import { settingsSchema, type SecuritySettings } from '../../../../shared/model/settings.ts';
import { pythonOf, type PackageIndex, type VenvTemplate } from '../../../support/package-index/index.ts';

const execute = promisify(execFile);

export const NOW = Date.parse('2026-11-22T03:00:00Z');

/** A workspace with a real virtual environment, and the duty on it. */
export interface SecurityRoom {
  workspace: string;
  venv: string;
  security: Security;
  database: Database;
  clock: Clock & { at: number };
  news: SecurityNews[];
  settings: SecuritySettings;
  gate: { judge: Gate['judge'] };
  write(files: Record<string, string>): void;
  read(path: string): string;
  /** Real pip in the environment. */
  pip(...args: string[]): Promise<string>;
  versions(): Promise<Record<string, string>>;
  /** One hash of everything in the environment. */
  digest(path?: string): Promise<string>;
  log(): Record<string, unknown>[];
  /** A new start on the same workspace. */
  reopen(): Promise<void>;
  dispose(): Promise<void>;
}

export interface RoomOptions {
  settings?: Record<string, unknown>;
  template?: VenvTemplate;
  index?: PackageIndex;
  osv: string;
}

export function createSecurityRoom({ settings: given = {}, template, index, osv }: RoomOptions): SecurityRoom {
  const workspace = realpathSync(mkdtempSync(join(tmpdir(), 'nightguard-security-')));
  const venv = join(workspace, '.venv');
  template?.copyTo(venv);
  const clock = { ...systemClock, at: NOW, now: () => clock.at };
  const settings = settingsSchema.parse({
    security: {
      osv: { url: osv, timeoutSeconds: 2 },
      ...given,
      pip: {
        enabled: template !== undefined,
        audit: false,
        ...(index === undefined ? {} : { index: index.url }),
        ...(given['pip'] as object),
      },
      npm: { enabled: false, ...(given['npm'] as object) },
    },
  }).security;
  const gate: SecurityRoom['gate'] = {
    judge: (act) =>
      act.type === 'security.upgrade-major' ? { verdict: 'ask', reason: 'A person decides.' } : { verdict: 'allow' },
  };
  const news: SecurityNews[] = [];
  const open = (): { database: Database; security: Security } => {
    const database = openDatabase(join(workspace, '.nightguard/state.db'), [...kernelMigrations, ...securityMigrations]);
    const security = openSecurity({
      workspace,
      settings: () => room.settings,
      database,
      clock,
      log: silentLog,
      lock: createWorkspaceLock(join(workspace, '.nightguard'), 'library', systemClock),
      audit: createActRecord(database, clock),
      gate,
      tools: toolRunner,
      runProcess,
      runCommand,
      environment: { before: () => Promise.resolve(), after: () => Promise.resolve(null) },
      nextRunAt: () => null,
      onChange: () => undefined,
      onNews: (item) => news.push(item),
    });
    return { database, security };
  };
  const room = { workspace, venv, clock, news, settings, gate } as SecurityRoom;
  Object.assign(room, open(), {
    write(files: Record<string, string>) {
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(join(workspace, name)), { recursive: true });
        writeFileSync(join(workspace, name), text);
      }
    },
    read: (path: string) => readFileSync(join(workspace, path), 'utf8'),
    // Not synchronously: the index is served by this very process.
    pip: async (...args: string[]) => (await execute(pythonOf(venv), ['-m', 'pip', ...args], { cwd: workspace })).stdout,
    async versions() {
      const list = JSON.parse(await room.pip('list', '--format', 'json')) as { name: string; version: string }[];
      return Object.fromEntries(list.map(({ name, version }) => [name, version]));
    },
    digest: async (path = '.venv') => digestOf(await readTree(join(workspace, path))),
    log: () => JSON.parse(room.read('knowledge/system/security_update_log.json')) as Record<string, unknown>[],
    async reopen() {
      await room.security.dispose();
      room.database.close();
      Object.assign(room, open());
    },
    async dispose() {
      await room.security.dispose();
      room.database.close();
      rmSync(workspace, { recursive: true, force: true });
    },
  });
  return room;
}
