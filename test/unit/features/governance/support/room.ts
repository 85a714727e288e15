import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createApprovals, type Approvals } from '../../../../../electron/features/governance/approvals/index.ts';
import { governanceMigrations } from '../../../../../electron/features/governance/governance-schema.ts';
import { createPolicyGate, type PolicyGate } from '../../../../../electron/features/governance/policy/index.ts';
import { createActRecord } from '../../../../../electron/kernel/act-record.ts';
import { systemClock, type Clock } from '../../../../../electron/kernel/clock.ts';
import { openDatabase, type Database } from '../../../../../electron/kernel/database.ts';
import type { Audit } from '../../../../../electron/kernel/ports/audit.ts';
import { kernelMigrations } from '../../../../../electron/kernel/schema.ts';
import { defaultSettings, type GovernanceSettings } from '../../../../../shared/model/settings.ts';
import { NOW } from './documents.ts';

/** A workspace with a real database, a clock that a test moves, and the gate on both. */
export interface Room {
  workspace: string;
  database: Database;
  clock: Clock & { at: number };
  settings: GovernanceSettings;
  approvals: Approvals;
  gate: PolicyGate;
  audit: Audit;
  /** Contents on which a consensus was reached. */
  agreed: Set<string>;
  write(files: Record<string, string>): void;
  dispose(): void;
}

export function createRoom(change: Partial<GovernanceSettings> = {}): Room {
  const workspace = realpathSync(mkdtempSync(join(tmpdir(), 'nightguard-governance-')));
  const database = openDatabase(join(workspace, '.nightguard/state.db'), [...kernelMigrations, ...governanceMigrations]);
  const clock = { ...systemClock, at: NOW, now: () => clock.at };
  const settings = { ...defaultSettings().governance, ...change };
  const agreed = new Set<string>();
  const approvals = createApprovals({
    database,
    clock,
    validMs: () => settings.approvals.validMinutes * 60_000,
    hasConsensus: (hash) => agreed.has(hash),
  });
  const gate = createPolicyGate({ workspace, settings: () => settings, approvals, constituted: { state: () => 'here' }, clock });
  return {
    workspace,
    database,
    clock,
    settings,
    approvals,
    gate,
    agreed,
    audit: createActRecord(database, clock),
    write(files) {
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(join(workspace, name)), { recursive: true });
        writeFileSync(join(workspace, name), text);
      }
    },
    dispose() {
      database.close();
      rmSync(workspace, { recursive: true, force: true });
    },
  };
}

export const person = { kind: 'person', name: 'Guardian', door: 'window' } as const;
