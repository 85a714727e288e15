import {
  errorEventSchema,
  failingFrame,
  functionOf,
  type Analysis,
  type ErrorEvent,
  type ErrorGroup,
  type ErrorReport,
  type ErrorsSummary,
  type GroupState,
  type Suggestion,
} from '../../../../shared/model/annealing.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/errors.ts';
import { fingerprintOf, keyOf } from '../group/fingerprint.ts';
import { createCounts, NOBODY } from './counts.ts';
import { createHistory, historyItem, type History } from './history.ts';
import { nextAnalysisAt, nextState } from './next-state.ts';
import { groupOf, type GroupRow } from './rows.ts';

/** What came of one event. */
export interface Recorded {
  group: number;
  key: string;
  /** Of the key, since its last success. */
  count: number;
  state: GroupState;
  /** The key has come as often as the threshold says. */
  repeats: boolean;
  /** To be analysed now: it repeats, and was not analysed lately. */
  due: boolean;
}

/** Everything that is known of errors, in the database. */
export interface ErrorLedger {
  /** All or none of them; durable when it returns. Events beyond a cap are counted, not kept whole. */
  record(events: readonly ErrorEvent[]): Recorded[];
  /** Takes the counts of a subject back. Returns the keys. */
  succeeded(subject: string): string[];
  /** Newest first. */
  groups(filter: { states?: readonly GroupState[]; limit: number }): ErrorGroup[];
  /** @throws AppError `not-found` */
  group(id: number): ErrorGroup;
  report(id: number, events: number): ErrorReport;
  /** Events an hour over the last 24 hours, the current hour last. */
  hours(id: number): number[];
  summary(): ErrorsSummary;
  analysed(id: number, analysis: Analysis): void;
  /** Puts the suggestion of a model beside those of the rules, in place of the one before. */
  advised(id: number, suggestion: Suggestion): void;
  setState(id: number, state: GroupState): ErrorGroup;
  merge(from: number, into: number): ErrorGroup;
  /** Takes a fingerprint out of its group, into one of its own. */
  split(id: number, fingerprint: string): ErrorGroup;
  counts: ReturnType<typeof createCounts>;
  history: History;
}

export interface LedgerPorts {
  database: Database;
  clock: Pick<Clock, 'now'>;
  settings: () => { threshold: number; windowHours: number; keepEvents: number };
}

const HOUR_MS = 3_600_000;
/** Whole events of one group; more of the same teach nothing. */
const EVENTS_OF_GROUP = 50;
/** Of one group in one batch. */
const EVENTS_AT_ONCE = 10;
const KEPT_HOURS = 24 * 90;

export function createErrorLedger({ database, clock, settings }: LedgerPorts): ErrorLedger {
  const counts = createCounts(database);
  const history = createHistory(database);

  const row = (id: number): GroupRow => {
    const found = database.get<GroupRow>('SELECT * FROM error_groups WHERE id = ?', id);
    if (found === undefined) throw new AppError('not-found', `There is no error group ${id}.`);
    return found;
  };
  const group = (id: number): ErrorGroup => groupOf(database, row(id));

  const create = (event: ErrorEvent, key: string): number => {
    const name = functionOf(event.frames);
    return database.run(
      `INSERT INTO error_groups (error_key, type, function, language, message, state, first_seen, last_seen)
       VALUES (?, ?, ?, ?, ?, 'new', ?, ?)`,
      key, event.type, name, event.language, firstLine(event.message), event.at, event.at,
    ).lastId; // prettier-ignore
  };

  const groupFor = (event: ErrorEvent, fingerprint: string, key: string): GroupRow => {
    const known = database.get<{ group_id: number }>(
      'SELECT group_id FROM error_fingerprints WHERE fingerprint = ?',
      fingerprint,
    );
    if (known !== undefined) return row(known.group_id);
    const id = create(event, key);
    database.run('INSERT INTO error_fingerprints (fingerprint, group_id) VALUES (?, ?)', fingerprint, id);
    return row(id);
  };

  const recordOne = (event: ErrorEvent, kept: Map<number, number>): Recorded => {
    const { threshold, windowHours } = settings();
    const key = keyOf(event);
    const fingerprint = fingerprintOf(event);
    const known = groupFor(event, fingerprint, key);
    const { count, recent } = counts.add(key, event.subject ?? NOBODY, event.at, threshold);
    const { state, repeats } = nextState({
      state: known.state, stateAt: known.state_at, at: event.at, recent, threshold, windowMs: windowHours * HOUR_MS,
    }); // prettier-ignore
    const due = repeats && clock.now() >= known.next_analysis_at;
    const frame = failingFrame(event.frames) ?? event.frames.at(-1);
    database.run(
      `UPDATE error_groups SET total = total + 1, message = ?, file = ?, line = ?, state = ?, state_at = ?,
       first_seen = min(first_seen, ?), last_seen = max(last_seen, ?), next_analysis_at = ? WHERE id = ?`,
      firstLine(event.message), frame?.file ?? null, frame?.line ?? null, state, state === known.state ? known.state_at : event.at,
      event.at, event.at,
      // Set at once: the analysis itself comes later, and a storm must not order a second one meanwhile.
      due ? nextAnalysisAt(clock.now(), known.analyses + 1) : known.next_analysis_at,
      known.id,
    ); // prettier-ignore
    database.run(
      'INSERT INTO error_hours (group_id, hour, count) VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1',
      known.id,
      Math.floor(event.at / HOUR_MS),
    );
    const whole = kept.get(known.id) ?? 0;
    if (whole < EVENTS_AT_ONCE) {
      kept.set(known.id, whole + 1);
      database.run(
        'INSERT INTO error_events (group_id, fingerprint, at, body) VALUES (?, ?, ?, ?)',
        known.id, fingerprint, event.at, JSON.stringify(event),
      ); // prettier-ignore
      history.add(historyItem(event, key, count));
    }
    return { group: known.id, key, count, state, repeats, due };
  };

  const prune = (groups: Iterable<number>): void => {
    for (const id of groups) {
      database.run(
        `DELETE FROM error_events WHERE group_id = ?1 AND id <= coalesce(
         (SELECT id FROM error_events WHERE group_id = ?1 ORDER BY id DESC LIMIT 1 OFFSET ${EVENTS_OF_GROUP}), -1)`,
        id,
      );
    }
    const newest = database.get<{ id: number | null }>('SELECT max(id) AS id FROM error_events')?.id ?? 0;
    database.run('DELETE FROM error_events WHERE id <= ?', newest - settings().keepEvents);
    database.run('DELETE FROM error_hours WHERE hour < ?', Math.floor(clock.now() / HOUR_MS) - KEPT_HOURS);
  };

  return {
    counts,
    history,
    group,
    record(events) {
      if (events.length === 0) return [];
      return database.transaction(() => {
        const kept = new Map<number, number>();
        const recorded = events.map((event) => recordOne(event, kept));
        prune(kept.keys());
        return recorded;
      });
    },
    succeeded: (subject) => database.transaction(() => (subject === NOBODY ? [] : counts.reset(subject))),
    groups({ states, limit }) {
      const marks = states?.map(() => '?').join(', ');
      const where = marks === undefined ? '' : `WHERE state IN (${marks})`;
      return database
        .all<GroupRow>(`SELECT * FROM error_groups ${where} ORDER BY last_seen DESC, id DESC LIMIT ?`, ...(states ?? []), limit)
        .map((found) => groupOf(database, found));
    },
    report(id, limit) {
      const found = group(id);
      const events = database.all<{ body: string }>(
        'SELECT body FROM error_events WHERE group_id = ? ORDER BY id DESC LIMIT ?',
        id,
        limit,
      );
      return { group: found, events: events.flatMap(({ body }) => readEvent(body)), hours: hoursOf(database, id, clock.now()) };
    },
    hours: (id) => hoursOf(database, id, clock.now()),
    summary() {
      const rows = database.all<{ state: GroupState; n: number }>('SELECT state, count(*) AS n FROM error_groups GROUP BY state');
      const of = (state: GroupState): number => rows.find((one) => one.state === state)?.n ?? 0;
      const [recurring, proposed, regressed] = [of('recurring'), of('proposed'), of('regressed')];
      return { open: of('new') + recurring + proposed + regressed, recurring, proposed, regressed };
    },
    analysed(id, analysis) {
      const { state, analyses } = row(id);
      const proposed = analysis.suggestions.length > 0 && (state === 'new' || state === 'recurring');
      database.run(
        'UPDATE error_groups SET analysis = ?, analyses = ?, state = ?, state_at = ?, next_analysis_at = ? WHERE id = ?',
        JSON.stringify(analysis), analyses + 1, proposed ? 'proposed' : state, clock.now(), nextAnalysisAt(clock.now(), analyses + 1), id,
      ); // prettier-ignore
    },
    advised(id, suggestion) {
      database.transaction(() => {
        const { analysis, state } = group(id);
        if (analysis === null) return;
        const suggestions = [...analysis.suggestions.filter(({ rule }) => rule !== suggestion.rule), suggestion];
        database.run(
          'UPDATE error_groups SET analysis = ?, state = ? WHERE id = ?',
          JSON.stringify({ ...analysis, suggestions }), state === 'new' || state === 'recurring' ? 'proposed' : state, id,
        ); // prettier-ignore
      });
    },
    setState(id, state) {
      return database.transaction(() => {
        const found = row(id);
        database.run(
          'UPDATE error_groups SET state = ?, state_at = ?, next_analysis_at = 0 WHERE id = ?',
          state,
          clock.now(),
          id,
        );
        if (state === 'fixed' && !hasLiveSibling(database, found)) counts.forget(found.error_key);
        return group(id);
      });
    },
    merge(from, into) {
      if (from === into) throw new AppError('usage', 'A group cannot be merged into itself.');
      return database.transaction(() => {
        mergeRows(database, row(from), row(into));
        return group(into);
      });
    },
    split(id, fingerprint) {
      return database.transaction(() => group(splitRows(database, group(id), fingerprint)));
    },
  };
}

const firstLine = (message: string): string => (message.split('\n', 1)[0] ?? '').slice(0, 500);

const readEvent = (body: string): ErrorEvent[] => {
  const parsed = errorEventSchema.safeParse(JSON.parse(body));
  return parsed.success ? [parsed.data] : [];
};

const HOURS_SHOWN = 24;

function hoursOf(database: Database, id: number, now: number): number[] {
  const last = Math.floor(now / HOUR_MS);
  const rows = database.all<{ hour: number; count: number }>(
    'SELECT hour, count FROM error_hours WHERE group_id = ? AND hour > ?', id, last - HOURS_SHOWN,
  ); // prettier-ignore
  const byHour = new Map(rows.map(({ hour, count }) => [hour, count]));
  return Array.from({ length: HOURS_SHOWN }, (_, index) => byHour.get(last - HOURS_SHOWN + 1 + index) ?? 0);
}

/** Another cause under the same key that is not done with: the count is its as well. */
const hasLiveSibling = (database: Database, { id, error_key }: GroupRow): boolean =>
  database.get(
    "SELECT 1 FROM error_groups WHERE error_key = ? AND id <> ? AND state NOT IN ('fixed', 'ignored')",
    error_key,
    id,
  ) !== undefined;

function mergeRows(database: Database, from: GroupRow, into: GroupRow): void {
  for (const table of ['error_fingerprints', 'error_events', 'error_fixes'])
    database.run(`UPDATE ${table} SET group_id = ? WHERE group_id = ?`, into.id, from.id);
  database.run(
    `INSERT INTO error_hours (group_id, hour, count) SELECT ?, hour, count FROM error_hours WHERE group_id = ?
     ON CONFLICT DO UPDATE SET count = count + excluded.count`,
    into.id, from.id,
  ); // prettier-ignore
  database.run('DELETE FROM error_hours WHERE group_id = ?', from.id);
  database.run(
    'UPDATE error_groups SET total = total + ?, first_seen = min(first_seen, ?), last_seen = max(last_seen, ?) WHERE id = ?',
    from.total, from.first_seen, from.last_seen, into.id,
  ); // prettier-ignore
  database.run('DELETE FROM error_groups WHERE id = ?', from.id);
}

function splitRows(database: Database, from: ErrorGroup, fingerprint: string): number {
  if (!from.fingerprints.includes(fingerprint))
    throw new AppError('not-found', `Group ${from.id} has no fingerprint ${fingerprint}.`);
  if (from.fingerprints.length === 1) throw new AppError('usage', `Group ${from.id} has only this fingerprint.`);
  const events = database
    .all<{ body: string }>(
      'SELECT body FROM error_events WHERE group_id = ? AND fingerprint = ? ORDER BY id',
      from.id,
      fingerprint,
    )
    .flatMap(({ body }) => readEvent(body));
  const newest = events.at(-1);
  const frame = newest === undefined ? undefined : (failingFrame(newest.frames) ?? newest.frames.at(-1));
  const { lastId } = database.run(
    `INSERT INTO error_groups (error_key, type, function, language, message, file, line, state, total, first_seen, last_seen)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'new', ?, ?, ?)`,
    newest === undefined ? from.key : keyOf(newest), newest?.type ?? from.type, newest === undefined ? from.function : functionOf(newest.frames),
    from.language, firstLine(newest?.message ?? from.message), frame?.file ?? from.file, frame?.line ?? from.line,
    events.length, events[0]?.at ?? from.firstSeen, newest?.at ?? from.lastSeen,
  ); // prettier-ignore
  database.run('UPDATE error_fingerprints SET group_id = ? WHERE fingerprint = ?', lastId, fingerprint);
  database.run('UPDATE error_events SET group_id = ? WHERE group_id = ? AND fingerprint = ?', lastId, from.id, fingerprint);
  // How the older ones divide is not known any more: what can be told apart is.
  database.run('UPDATE error_groups SET total = max(0, total - ?) WHERE id = ?', events.length, from.id);
  return lastId;
}
