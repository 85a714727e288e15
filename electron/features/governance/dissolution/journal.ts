import type { Database } from '../../../kernel/database.ts';
import type { DissolutionPlan } from './plan.ts';

export type JournalStep = 'summarising' | 'archiving' | 'removing' | 'recording' | 'done' | 'taken-back';

/** A dissolution that has begun. */
export interface Journalled {
  id: number;
  plan: DissolutionPlan;
  step: JournalStep;
  intent: number;
}

/** What has begun and how far it is, so that a crash at any point can be ended. */
export interface DissolutionJournal {
  begin(plan: DissolutionPlan, intent: number, now: number): Journalled;
  advance(id: number, step: Exclude<JournalStep, 'done' | 'taken-back'>): void;
  finish(id: number, step: 'done' | 'taken-back', now: number, detail: string | null): void;
  unfinished(): Journalled[];
  /** The same without their plans, which may be long: asked for often. */
  open(): { id: number; structure: string; startedAt: number }[];
}

const OPEN = `step NOT IN ('done', 'taken-back') ORDER BY id`;

export const createDissolutionJournal = (database: Database): DissolutionJournal => ({
  begin(plan, intent, now) {
    const sql = `INSERT INTO dissolutions (structure, plan, step, intent, started_at) VALUES (?, ?, 'summarising', ?, ?)`;
    const { lastId } = database.run(sql, plan.structure, JSON.stringify(plan), intent, now);
    return { id: lastId, plan, step: 'summarising', intent };
  },
  advance(id, step) {
    database.run('UPDATE dissolutions SET step = ? WHERE id = ?', step, id);
  },
  finish(id, step, now, detail) {
    // The plan has served: what was done is in the archive and in the log.
    const sql = `UPDATE dissolutions SET step = ?, finished_at = ?, detail = ?, plan = '{}' WHERE id = ?`;
    database.run(sql, step, now, detail, id);
  },
  unfinished: () =>
    database
      .all<{ id: number; plan: string; step: JournalStep; intent: number }>(
        `SELECT id, plan, step, intent FROM dissolutions WHERE ${OPEN}`,
      )
      .map(({ plan, ...row }) => ({ ...row, plan: JSON.parse(plan) as DissolutionPlan })),
  open: () => database.all(`SELECT id, structure, started_at AS startedAt FROM dissolutions WHERE ${OPEN}`),
});
