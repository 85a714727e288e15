import type {
  ChangeType,
  ReleaseDetail,
  ReleaseKind,
  ReleaseStatus,
  ReleaseSummary,
  Trigger,
  Verification,
} from '../../../../shared/model/updates.ts';
import type { Database } from '../../../kernel/database.ts';
import { releaseId, releaseNumber } from './release-id.ts';

/** One file of a release, as it stands in the journal. Modes are permission bits; hashes SHA-256. */
export interface JournalRow {
  seq: number;
  key: string;
  /** Spelt as on disk, relative to the workspace. */
  path: string;
  type: ChangeType;
  before_hash: string | null;
  before_mode: number | null;
  after_hash: string | null;
  after_mode: number | null;
  size: number | null;
  /** Place beside which new (`.new`) and replaced (`.old`) bytes wait until the end, relative to the workspace. */
  slot: string;
  archive_id: number | null;
  base_before: string | null;
  base_after: string | null;
  /** Contents from Core that are refused once this release stands; '' is a deletion. */
  rejects: string[];
}

export interface NewRelease {
  kind: ReleaseKind;
  /** For people: what a rollback goes back on. */
  of: string | null;
  /** The releases that this rollback goes back on completely, so that nothing of them is left; newest first. */
  takesBack: readonly number[];
  trigger: Trigger;
  startedAt: number;
  intent: number;
}

/** A row of one file's past: what a finished release did to it. */
export interface PastRow extends JournalRow {
  release: number;
  kind: ReleaseKind;
  finished_at: number;
}

/** As the database has it: lists as JSON. */
type Stored<Row extends JournalRow> = Omit<Row, 'rejects'> & { rejects: string };

const toRow = <Row extends JournalRow>(row: Stored<Row>): Row =>
  ({ ...row, rejects: JSON.parse(row.rejects) as string[] }) as Row;

interface ReleaseRow {
  number: number;
  kind: ReleaseKind;
  of: string | null;
  status: ReleaseStatus;
  trigger: Trigger;
  started_at: number;
  finished_at: number | null;
  reason: string | null;
  rolled_back_by: number | null;
  files: number;
  current: number;
}

// A file is current in a release when no later successful release touched it.
const SUMMARY = `
SELECT r.*,
  (SELECT count(*) FROM release_files f WHERE f.release = r.number) AS files,
  EXISTS (
    SELECT 1 FROM release_files f WHERE f.release = r.number AND NOT EXISTS (
      SELECT 1 FROM release_files later JOIN releases lr ON lr.number = later.release
      WHERE later.key = f.key AND later.release > r.number AND lr.status = 'SUCCESS'
    )
  ) AS current
FROM releases r`;

const PAST = `
SELECT f.*, r.kind, r.finished_at FROM release_files f JOIN releases r ON r.number = f.release WHERE r.status = 'SUCCESS'`;

/** A release that has come to its end, good or bad, with its files. */
export interface EndedRelease {
  number: number;
  status: 'SUCCESS' | 'ROLLED_BACK' | 'FAILED';
  reason: string | null;
  finished_at: number;
  rows: JournalRow[];
}

/** The record of every set that was applied or taken back. */
export interface Releases {
  begin(release: NewRelease, rows: (number: number) => JournalRow[]): number;
  setStatus(number: number, status: ReleaseStatus, finishedAt: number | null, reason: string | null): void;
  markRolledBack(number: number, by: number | null): void;
  /** The releases that this one goes back on completely, newest first. */
  takesBack(number: number): number[];
  addFolder(number: number, path: string, what: 'made' | 'emptied'): void;
  /** Deepest first. */
  folders(number: number, what: 'made' | 'emptied'): string[];
  /** Whether any release made this folder. */
  madeFolder(path: string): boolean;
  rows(number: number): JournalRow[];
  unfinished(): { number: number; kind: ReleaseKind; status: ReleaseStatus; intent: number }[];
  verifications(number: number): Verification[];
  saveVerifications(number: number, verifications: readonly Verification[]): void;
  list(before: string | null, limit: number): ReleaseSummary[];
  detail(id: string): ReleaseDetail | null;
  /** Ended releases with numbers above `after`, up to and including `last`, in order. */
  endedBetween(after: number, last: number): EndedRelease[];
  lastEnded(): number;
  /** Finished work on one file, newest first. */
  pastOf(key: string): PastRow[];
  /** All finished work after a moment, oldest first. */
  pastSince(at: number): PastRow[];
  /** Whether the file once had this content, before or after a release. */
  everHad(key: string, hash: string): boolean;
}

export function createReleases(database: Database): Releases {
  const insertRow = (number: number, row: JournalRow): void => {
    database.run(
      `INSERT INTO release_files (release, seq, key, path, type, before_hash, before_mode, after_hash, after_mode, size,
         slot, archive_id, base_before, base_after, rejects) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      number,
      row.seq,
      row.key,
      row.path,
      row.type,
      row.before_hash,
      row.before_mode,
      row.after_hash,
      row.after_mode,
      row.size,
      row.slot,
      row.archive_id,
      row.base_before,
      row.base_after,
      JSON.stringify(row.rejects),
    );
  };
  return {
    begin: (release, rows) =>
      database.transaction(() => {
        const number = database.run(
          `INSERT INTO releases (kind, of, takes_back, status, trigger, started_at, intent) VALUES (?, ?, ?, 'APPLYING', ?, ?, ?)`,
          release.kind,
          release.of,
          JSON.stringify(release.takesBack),
          release.trigger,
          release.startedAt,
          release.intent,
        ).lastId;
        for (const row of rows(number)) insertRow(number, row);
        return number;
      }),
    setStatus(number, status, finishedAt, reason) {
      database.run(
        'UPDATE releases SET status = ?, finished_at = ?, reason = ? WHERE number = ?',
        status,
        finishedAt,
        reason,
        number,
      );
    },
    markRolledBack(number, by) {
      database.run('UPDATE releases SET rolled_back_by = ? WHERE number = ?', by, number);
    },
    takesBack(number) {
      const row = database.get<{ takes_back: string }>('SELECT takes_back FROM releases WHERE number = ?', number);
      return row === undefined ? [] : (JSON.parse(row.takes_back) as number[]);
    },
    addFolder(number, path, what) {
      database.run('INSERT OR IGNORE INTO release_folders (release, path, what) VALUES (?, ?, ?)', number, path, what);
    },
    folders: (number, what) =>
      database
        .all<{ path: string }>(
          'SELECT path FROM release_folders WHERE release = ? AND what = ? ORDER BY length(path) DESC',
          number,
          what,
        )
        .map((row) => row.path),
    madeFolder: (path) =>
      database.get(`SELECT 1 FROM release_folders WHERE path = ? AND what = 'made' LIMIT 1`, path) !== undefined,
    rows: (number) =>
      database.all<Stored<JournalRow>>('SELECT * FROM release_files WHERE release = ? ORDER BY seq', number).map(toRow),
    unfinished: () =>
      database.all(`SELECT number, kind, status, intent FROM releases WHERE status IN ('APPLYING', 'VERIFYING') ORDER BY number`),
    verifications: (number) => verificationsOf(database, number),
    saveVerifications(number, verifications) {
      for (const [seq, { name, passed, durationMs, output }] of verifications.entries()) {
        const sql =
          'INSERT OR REPLACE INTO verifications (release, seq, name, passed, duration_ms, output) VALUES (?, ?, ?, ?, ?, ?)';
        database.run(sql, number, seq, name, passed ? 1 : 0, durationMs, output);
      }
    },
    list: (before, limit) =>
      database
        .all<ReleaseRow>(
          `${SUMMARY} WHERE r.number < ? ORDER BY r.number DESC LIMIT ?`,
          before === null ? Number.MAX_SAFE_INTEGER : releaseNumber(before),
          limit,
        )
        .map(toSummary),
    detail(id) {
      const number = releaseNumber(id);
      const row = database.get<ReleaseRow>(`${SUMMARY} WHERE r.number = ?`, number);
      if (row === undefined) return null;
      return { ...toSummary(row), entries: this.rows(number).map(toFile), verifications: verificationsOf(database, number) };
    },
    endedBetween(after, last) {
      const sql = `SELECT number, status, reason, finished_at FROM releases
        WHERE number > ? AND number <= ? AND finished_at IS NOT NULL ORDER BY number`;
      return database
        .all<Omit<EndedRelease, 'rows'>>(sql, after, last)
        .map((release) => ({ ...release, rows: this.rows(release.number) }));
    },
    lastEnded: () =>
      database.get<{ n: number | null }>('SELECT max(number) AS n FROM releases WHERE finished_at IS NOT NULL')?.n ?? 0,
    pastOf: (key) => database.all<Stored<PastRow>>(`${PAST} AND f.key = ? ORDER BY f.release DESC`, key).map(toRow),
    pastSince: (at) => database.all<Stored<PastRow>>(`${PAST} AND r.finished_at > ? ORDER BY f.release`, at).map(toRow),
    everHad: (key, hash) =>
      database.get(
        `SELECT 1 FROM release_files f JOIN releases r ON r.number = f.release
         WHERE f.key = ? AND r.status = 'SUCCESS' AND (f.before_hash = ? OR f.after_hash = ?) LIMIT 1`,
        key,
        hash,
        hash,
      ) !== undefined,
  };
}

function verificationsOf(database: Database, number: number): Verification[] {
  const sql = 'SELECT name, passed, duration_ms, output FROM verifications WHERE release = ? ORDER BY seq';
  return database
    .all<{ name: string; passed: number; duration_ms: number; output: string }>(sql, number)
    .map(({ name, passed, duration_ms, output }) => ({ name, passed: passed === 1, durationMs: duration_ms, output }));
}

function toSummary(row: ReleaseRow): ReleaseSummary {
  return {
    id: releaseId(row.number),
    kind: row.kind,
    of: row.of,
    status: row.status,
    trigger: row.trigger,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    files: row.files,
    reason: row.reason,
    canRollBack: row.status === 'SUCCESS' && row.rolled_back_by === null && row.current === 1,
    rolledBackBy: row.rolled_back_by === null ? null : releaseId(row.rolled_back_by),
  };
}

const toFile = (row: JournalRow): ReleaseDetail['entries'][number] => ({
  path: row.path,
  type: row.type,
  beforeHash: row.before_hash,
  afterHash: row.after_hash,
  archiveId: row.archive_id,
  size: row.size,
});
