import type { RitualRun, RunResult } from '../../../../shared/model/rituals.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { DueRun, Standing, Unrun } from '../plan/plan-runs.ts';

interface RunRow {
  id: number;
  ritual: string;
  scheduled_for: number;
  started_at: number | null;
  finished_at: number | null;
  result: RunResult | null;
  trigger: RitualRun['trigger'];
  detail: string;
}

/** What is remembered of rituals: it survives restarts, and a due hour has one row for good. */
export interface RunRecord {
  standings(): Map<string, Standing>;
  /** Makes rituals known from now on, and takes a changed timing as a new beginning. */
  know(rituals: readonly { name: string; timing: unknown }[]): void;
  isAccounted(ritual: string, scheduledFor: number): boolean;
  /** Takes a due hour for this process; null when another one, or an earlier start, has taken it. Durable before the ritual begins. */
  claim(run: DueRun): number | null;
  /** A run that a person wants now, besides the schedule. */
  begin(ritual: string): number;
  end(id: number, result: RunResult, detail: string, output: string): void;
  note(unrun: readonly Unrun[], accounted: ReadonlyMap<string, number>): void;
  /** After the clock was set back by more than a day: what was noted of hours that have not come is forgotten; what was run stays. */
  forgetFuture(): void;
  setPaused(ritual: string, paused: boolean): void;
  setSkipNext(ritual: string, skip: boolean): void;
  /** Ends the runs that a crash has left open. Returns them. */
  endInterrupted(): RitualRun[];
  /** Runs that were handed over and are not answered, oldest first. */
  handedOver(): RitualRun[];
  /** What became of a run that was handed over. False when it was answered before. */
  answer(id: number, result: Extract<RunResult, 'done' | 'failed' | 'unanswered'>, detail: string): boolean;
  /** Newest first; of one ritual, or of all. */
  runs(ritual: string | null, limit: number): RitualRun[];
  output(id: number): string | null;
}

/** More of a ritual's output than this is not kept: its end is what people look at. */
const MOST_OUTPUT = 64 * 1024;
const DAY_MS = 86_400_000;

/** Rows in the database, written by nobody else. */
export function createRunRecord(database: Database, clock: Pick<Clock, 'now'>): RunRecord {
  const insert = (
    ritual: string,
    scheduledFor: number,
    startedAt: number | null,
    result: RunResult | null,
    trigger: string,
  ): number | null => {
    const sql =
      'INSERT OR IGNORE INTO ritual_runs (ritual, scheduled_for, started_at, finished_at, result, trigger) VALUES (?, ?, ?, ?, ?, ?)';
    const finishedAt = result === null ? null : clock.now();
    const { changes, lastId } = database.run(sql, ritual, scheduledFor, startedAt, finishedAt, result, trigger);
    return changes === 1 ? lastId : null;
  };
  const advance = (ritual: string, accounted: number): void => {
    // Never back: a clock that was set back does not make old hours due again.
    database.run('UPDATE ritual_standings SET accounted = max(accounted, ?) WHERE ritual = ?', accounted, ritual);
  };
  return {
    standings: () =>
      new Map(
        database
          .all<{ ritual: string; accounted: number; skip_next: number; paused: number }>('SELECT * FROM ritual_standings')
          .map(({ ritual, accounted, skip_next: skip, paused }) => [
            ritual,
            { accounted, skipNext: skip === 1, paused: paused === 1 },
          ]),
      ),
    know(rituals) {
      const known = new Map(
        database
          .all<{ ritual: string; timing: string }>('SELECT ritual, timing FROM ritual_standings')
          .map(({ ritual, timing }) => [ritual, timing]),
      );
      const changed = rituals
        .map(({ name, timing }) => ({ name, timing: JSON.stringify(timing) }))
        .filter(({ name, timing }) => known.get(name) !== timing);
      const sql = `INSERT INTO ritual_standings (ritual, timing, accounted) VALUES (?, ?, ?)
        ON CONFLICT (ritual) DO UPDATE SET timing = excluded.timing, accounted = excluded.accounted`;
      // Looked at each minute: without a change nothing is written.
      if (changed.length === 0) return;
      database.transaction(() => changed.forEach(({ name, timing }) => void database.run(sql, name, timing, clock.now())));
    },
    isAccounted: (ritual, scheduledFor) =>
      database.get(
        `SELECT 1 FROM ritual_runs WHERE ritual = ? AND scheduled_for = ? AND trigger <> 'person'`,
        ritual,
        scheduledFor,
      ) !== undefined,
    claim: ({ ritual, scheduledFor, trigger }) =>
      database.transaction(() => {
        advance(ritual, scheduledFor);
        return insert(ritual, scheduledFor, clock.now(), null, trigger);
      }),
    begin(ritual) {
      const id = insert(ritual, clock.now(), clock.now(), null, 'person');
      if (id === null) throw new AppError('internal', `The run of ${ritual} could not be recorded.`);
      return id;
    },
    end(id, result, detail, output) {
      const sql = 'UPDATE ritual_runs SET finished_at = ?, result = ?, detail = ?, output = ? WHERE id = ? AND result IS NULL';
      database.run(sql, clock.now(), result, detail, output.slice(-MOST_OUTPUT), id);
    },
    note(unrun, accounted) {
      database.transaction(() => {
        for (const { ritual, scheduledFor, result } of unrun) {
          insert(ritual, scheduledFor, null, result, 'schedule');
          if (result === 'skipped') database.run('UPDATE ritual_standings SET skip_next = 0 WHERE ritual = ?', ritual);
        }
        for (const [ritual, at] of accounted) advance(ritual, at);
      });
    },
    forgetFuture() {
      const now = clock.now();
      if (database.get('SELECT 1 FROM ritual_standings WHERE accounted > ?', now + DAY_MS) === undefined) return;
      database.transaction(() => {
        database.run('UPDATE ritual_standings SET accounted = ? WHERE accounted > ?', now, now + DAY_MS);
        database.run('DELETE FROM ritual_runs WHERE scheduled_for > ? AND started_at IS NULL', now);
      });
    },
    setPaused: (ritual, paused) =>
      void database.run('UPDATE ritual_standings SET paused = ? WHERE ritual = ?', paused ? 1 : 0, ritual),
    setSkipNext: (ritual, skip) =>
      void database.run('UPDATE ritual_standings SET skip_next = ? WHERE ritual = ?', skip ? 1 : 0, ritual),
    endInterrupted: () =>
      database.transaction(() => {
        const open = database.all<RunRow>('SELECT * FROM ritual_runs WHERE result IS NULL');
        for (const { id } of open) {
          database.run(`UPDATE ritual_runs SET result = 'interrupted', finished_at = ? WHERE id = ?`, clock.now(), id);
        }
        return open.map(toRun);
      }),
    handedOver: () => database.all<RunRow>(`SELECT * FROM ritual_runs WHERE result = 'handed-over' ORDER BY id`).map(toRun),
    answer: (id, result, detail) =>
      database.run(
        `UPDATE ritual_runs SET result = ?, finished_at = ?, detail = ? WHERE id = ? AND result = 'handed-over'`,
        result,
        clock.now(),
        detail,
        id,
      ).changes === 1,
    runs: (ritual, limit) =>
      (ritual === null
        ? database.all<RunRow>('SELECT * FROM ritual_runs ORDER BY id DESC LIMIT ?', limit)
        : database.all<RunRow>('SELECT * FROM ritual_runs WHERE ritual = ? ORDER BY id DESC LIMIT ?', ritual, limit)
      ).map(toRun),
    output: (id) => database.get<{ output: string }>('SELECT output FROM ritual_runs WHERE id = ?', id)?.output ?? null,
  };
}

const toRun = (row: RunRow): RitualRun => ({
  id: row.id,
  ritual: row.ritual,
  scheduledFor: row.scheduled_for,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
  result: row.result,
  trigger: row.trigger,
  detail: row.detail,
});
