import { z } from 'zod';
import { plannedUpgradeSchema, type Ecosystem, type PlannedUpgrade } from '../../../../shared/model/security.ts';
import type { Database } from '../../../kernel/database.ts';
import type { ToolProcess } from '../../../kernel/ports/tool-runner.ts';

export type AttemptState = 'preparing' | 'changing' | 'testing' | 'kept' | 'restoring' | 'taken-back' | 'rolled-back';

interface Row {
  number: number;
  run: number;
  ecosystem: Ecosystem;
  state: AttemptState;
  intent: number;
  upgrades: string;
  places: string;
  writes: string;
  processes: string;
  after: string | null;
  reason: string;
}

/** One change of one environment, as it was written down. */
export interface Attempt extends Omit<Row, 'upgrades' | 'places' | 'writes' | 'processes' | 'after'> {
  upgrades: PlannedUpgrade[];
  places: string[];
  /** SHA-256 of what it writes itself. */
  writes: string[];
  processes: ToolProcess[];
  after: string[] | null;
}

/** The journal of changes: durable before each step, so that a crash at any moment is found. */
export interface Attempts {
  begin(attempt: Pick<Attempt, 'run' | 'ecosystem' | 'intent' | 'upgrades' | 'places' | 'writes'>): number;
  setState(number: number, state: AttemptState, reason?: string): void;
  addProcess(number: number, process: ToolProcess): void;
  keep(number: number, after: readonly string[]): void;
  /** A kept change goes back, under an intent of its own. */
  goBack(number: number, intent: number): void;
  get(number: number): Attempt | undefined;
  of(run: number): Attempt[];
  unfinished(): Attempt[];
  /** Kept ones, newest first: those that can be rolled back. */
  kept(): Attempt[];
}

const texts = z.array(z.string());
const processes = z.array(z.object({ pid: z.number(), start: z.string().nullable() }));

const read = (row: Row): Attempt => ({
  ...row,
  upgrades: z.array(plannedUpgradeSchema).parse(JSON.parse(row.upgrades)),
  places: texts.parse(JSON.parse(row.places)),
  writes: texts.parse(JSON.parse(row.writes)),
  processes: processes.parse(JSON.parse(row.processes)),
  after: row.after === null ? null : texts.parse(JSON.parse(row.after)),
});

export function createAttempts(database: Database): Attempts {
  const all = (where: string, ...values: number[]): Attempt[] =>
    database.all<Row>(`SELECT * FROM security_attempts WHERE ${where}`, ...values).map(read);
  return {
    begin: ({ run, ecosystem, intent, upgrades, places, writes }) =>
      database.run(
        `INSERT INTO security_attempts (run, ecosystem, state, intent, upgrades, places, writes) VALUES (?, ?, 'preparing', ?, ?, ?, ?)`,
        run,
        ecosystem,
        intent,
        JSON.stringify(upgrades),
        JSON.stringify(places),
        JSON.stringify(writes),
      ).lastId,
    setState(number, state, reason = '') {
      database.run('UPDATE security_attempts SET state = ?, reason = ? WHERE number = ?', state, reason, number);
    },
    addProcess(number, process) {
      database.transaction(() => {
        const known = all('number = ?', number)[0]?.processes ?? [];
        database.run('UPDATE security_attempts SET processes = ? WHERE number = ?', JSON.stringify([...known, process]), number);
      });
    },
    keep(number, after) {
      database.run(`UPDATE security_attempts SET state = 'kept', after = ? WHERE number = ?`, JSON.stringify(after), number);
    },
    goBack(number, intent) {
      database.run(`UPDATE security_attempts SET state = 'restoring', intent = ? WHERE number = ?`, intent, number);
    },
    get: (number) => all('number = ?', number)[0],
    of: (run) => all('run = ? ORDER BY number', run),
    unfinished: () => all(`state IN ('preparing', 'changing', 'testing', 'restoring') ORDER BY number DESC`),
    kept: () => all(`state = 'kept' ORDER BY number DESC`),
  };
}
