import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  annealingMigrations,
  openAnnealing,
  type Annealing,
  type AnnealingAlert,
  type AnnealingPorts,
} from '../../../../../electron/features/annealing/index.ts';
import { createActRecord } from '../../../../../electron/kernel/act-record.ts';
import { systemClock } from '../../../../../electron/kernel/clock.ts';
import { openDatabase } from '../../../../../electron/kernel/database.ts';
import { silentLog } from '../../../../../electron/kernel/ports/log.ts';
import { kernelMigrations } from '../../../../../electron/kernel/schema.ts';
import { runProcess } from '../../../../../electron/platform/headless/process-runner.ts';
import { defaultSettings, type AnnealingSettings } from '../../../../../shared/model/settings.ts';

export interface Opened {
  annealing: Annealing;
  alerts: AnnealingAlert[];
  secrets: Map<string, string>;
  dispose(): Promise<void>;
}

const NO_SECRETS: readonly string[] = [];

/** The annealing of a real folder; only what leaves the machine is caught. */
export function open(workspace: string, change: Partial<AnnealingSettings> = {}, ports: Partial<AnnealingPorts> = {}): Opened {
  const database = openDatabase(join(workspace, '.nightguard/state.db'), [...kernelMigrations, ...annealingMigrations]);
  const settings = { ...defaultSettings().annealing, ...change };
  const alerts: AnnealingAlert[] = [];
  const secrets = new Map<string, string>();
  const annealing = openAnnealing({
    workspace,
    database,
    clock: systemClock,
    log: silentLog,
    settings: () => settings,
    audit: createActRecord(database, systemClock),
    gate: { judge: () => ({ verdict: 'allow' }) },
    secrets: {
      get: (name) => Promise.resolve(secrets.get(name) ?? null),
      set: (name, value) => Promise.resolve(void secrets.set(name, value)),
    },
    runProcess,
    secretValues: () => NO_SECRETS,
    releases: () => [],
    applyFiles: {
      apply: () => Promise.resolve({ outcome: 'denied', reason: 'there is no updates duty here' }),
      takeBack: () => Promise.resolve({ outcome: 'gone' }),
    },
    advisor: { ask: () => Promise.reject(new Error('there is no model here')) },
    variable: () => null,
    api: { answer: () => Promise.resolve(null) },
    onTakenBack: () => undefined,
    alert: (alert) => void alerts.push(alert),
    onCheckIn: () => undefined,
    onChange: () => undefined,
    ...ports,
  });
  return {
    annealing,
    alerts,
    secrets,
    async dispose() {
      await annealing.dispose();
      database.close();
    },
  };
}

/** A file of the workspace, or null. */
export const textOf = (workspace: string, path: string): string | null =>
  existsSync(join(workspace, path)) ? readFileSync(join(workspace, path), 'utf8') : null;
