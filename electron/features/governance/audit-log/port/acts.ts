import type { Database } from '../../../../kernel/database.ts';
import type { Act, ActResult } from '../../../../kernel/ports/audit.ts';
import type { Touched } from './touched.ts';

interface ActRow {
  at: number;
  type: string;
  target: string;
  actor: string;
  paths: string;
  notes: string | null;
  result: ActResult['result'] | null;
  reasons: string | null;
}

/** With its first outcome, if it has one. */
export type KnownAct = Act & { result: ActResult['result'] | null; reasons: string | null };

/** An act by the number of its intent. */
export function actOf(database: Database, number: number): KnownAct | null {
  const row = database.get<ActRow>(
    'SELECT at, type, target, actor, paths, notes, result, reasons FROM acts WHERE number = ?',
    number,
  );
  if (row === undefined) return null;
  const { type, target, actor, result, reasons } = row;
  return {
    type,
    target,
    actor,
    paths: JSON.parse(row.paths) as string[],
    ...(row.notes === null ? {} : { notes: row.notes }),
    result,
    reasons,
  };
}

/** An act that was begun and has no outcome: at start, what a crash has interrupted. */
export interface OpenIntent {
  number: number;
  /** Epoch milliseconds. */
  at: number;
  act: Act;
  before: readonly Touched[];
}

export function openIntents(database: Database): OpenIntent[] {
  const rows = database.all<ActRow & { number: number; before: string | null }>(
    'SELECT acts.*, audit_acts.before FROM acts LEFT JOIN audit_acts ON audit_acts.act = acts.number WHERE acts.result IS NULL ORDER BY acts.number',
  );
  return rows.map(({ number, at, type, target, actor, paths, notes, before }) => ({
    number,
    at,
    act: { type, target, actor, paths: JSON.parse(paths) as string[], ...(notes === null ? {} : { notes }) },
    before: JSON.parse(before ?? '[]') as Touched[],
  }));
}

/** What an act's files were before and after it. Null when it is not known. */
export function touchedBy(database: Database, act: number): { before: Touched[]; after: Touched[] | null } | null {
  const row = database.get<{ before: string; after: string | null }>('SELECT before, after FROM audit_acts WHERE act = ?', act);
  if (row === undefined) return null;
  return { before: JSON.parse(row.before) as Touched[], after: row.after === null ? null : (JSON.parse(row.after) as Touched[]) };
}
