import { z } from 'zod';
import {
  securityReportSchema,
  upgradeOutcomeSchema,
  type SecurityReport,
  type SecurityRun,
  type SecurityStatus,
  type UpgradeOutcome,
} from '../../../../shared/model/security.ts';
import type { Database } from '../../../kernel/database.ts';

export interface RunRow {
  number: number;
  trigger: string;
  started_at: number;
  finished_at: number | null;
  status: SecurityStatus | null;
  reason: string;
  report: string | null;
  upgrades: string;
  logged: number;
  rolled_back_at: number | null;
}

/** The record of security runs. */
export interface Runs {
  begin(trigger: string, at: number): number;
  end(
    number: number,
    end: {
      at: number;
      status: SecurityStatus;
      reason: string;
      report: SecurityReport | null;
      upgrades: readonly UpgradeOutcome[];
    },
  ): void;
  get(number: number): RunRow | undefined;
  /** Newest first. */
  list(limit: number): RunRow[];
  unfinished(): RunRow[];
  unlogged(): RunRow[];
  logged(number: number): void;
  rolledBack(number: number, at: number): void;
}

export function createRuns(database: Database): Runs {
  return {
    begin: (trigger, at) => database.run('INSERT INTO security_runs (trigger, started_at) VALUES (?, ?)', trigger, at).lastId,
    end(number, { at, status, reason, report, upgrades }) {
      database.run(
        'UPDATE security_runs SET finished_at = ?, status = ?, reason = ?, report = ?, upgrades = ? WHERE number = ?',
        at,
        status,
        reason,
        report === null ? null : JSON.stringify(report),
        JSON.stringify(upgrades),
        number,
      );
    },
    get: (number) => database.get<RunRow>('SELECT * FROM security_runs WHERE number = ?', number),
    list: (limit) => database.all<RunRow>('SELECT * FROM security_runs ORDER BY number DESC LIMIT ?', limit),
    unfinished: () => database.all<RunRow>('SELECT * FROM security_runs WHERE status IS NULL ORDER BY number'),
    unlogged: () => database.all<RunRow>('SELECT * FROM security_runs WHERE status IS NOT NULL AND logged = 0 ORDER BY number'),
    logged: (number) => void database.run('UPDATE security_runs SET logged = 1 WHERE number = ?', number),
    rolledBack: (number, at) => void database.run('UPDATE security_runs SET rolled_back_at = ? WHERE number = ?', at, number),
  };
}

/** `S-0007`. */
export const runId = (number: number): string => `S-${String(number).padStart(4, '0')}`;

/** Null when a text is no id of a run. */
export function runNumber(id: string): number | null {
  const match = /^S-0*([1-9]\d{0,14})$/i.exec(id);
  return match === null ? null : Number(match[1]);
}

/** A stored report; one of another version of Nightguard reads as none. */
export const reportOf = (row: Pick<RunRow, 'report'>): SecurityReport | null =>
  row.report === null ? null : (securityReportSchema.safeParse(JSON.parse(row.report)).data ?? null);

export const upgradesOf = (row: Pick<RunRow, 'upgrades'>): UpgradeOutcome[] =>
  z.array(upgradeOutcomeSchema).safeParse(JSON.parse(row.upgrades)).data ?? [];

/** A run as others see it. */
export const asRun = (row: RunRow, canRollBack: boolean): SecurityRun => ({
  id: runId(row.number),
  at: row.started_at,
  finishedAt: row.finished_at,
  trigger: row.trigger,
  status: row.status ?? 'INTERRUPTED',
  reason: row.reason,
  upgrades: upgradesOf(row),
  canRollBack,
  rolledBackAt: row.rolled_back_at,
});
