import {
  analysisSchema,
  type AppliedFix,
  type ErrorGroup,
  type ErrorLanguage,
  type GroupState,
} from '../../../../shared/model/annealing.ts';
import type { Database } from '../../../kernel/database.ts';

/** A row of error_groups. */
export interface GroupRow {
  id: number;
  error_key: string;
  type: string;
  function: string;
  language: ErrorLanguage;
  message: string;
  file: string | null;
  line: number | null;
  state: GroupState;
  state_at: number;
  total: number;
  first_seen: number;
  last_seen: number;
  analyses: number;
  next_analysis_at: number;
  analysis: string | null;
}

/** The group of a row with its count and fingerprints. */
export function groupOf(database: Database, row: GroupRow): ErrorGroup {
  const count = database.get<{ count: number | null }>(
    'SELECT sum(count) AS count FROM error_counts WHERE error_key = ?',
    row.error_key,
  );
  const fingerprints = database.all<{ fingerprint: string }>(
    'SELECT fingerprint FROM error_fingerprints WHERE group_id = ? ORDER BY fingerprint',
    row.id,
  );
  return {
    id: row.id,
    key: row.error_key,
    type: row.type,
    function: row.function,
    language: row.language,
    message: row.message,
    file: row.file,
    line: row.line,
    state: row.state,
    total: row.total,
    count: count?.count ?? 0,
    firstSeen: row.first_seen,
    lastSeen: row.last_seen,
    analysis: readAnalysis(row.analysis),
    fix: newestFix(database, row.id),
    fingerprints: fingerprints.map(({ fingerprint }) => fingerprint),
  };
}

const newestFix = (database: Database, group: number): AppliedFix | null =>
  database.get<AppliedFix>(
    'SELECT state, release, file, verdict, at, reason FROM error_fixes WHERE group_id = ? ORDER BY id DESC LIMIT 1',
    group,
  ) ?? null;

/** One that another version wrote in another shape is made anew when the error comes again. */
function readAnalysis(text: string | null): ErrorGroup['analysis'] {
  const parsed = analysisSchema.safeParse(text === null ? null : JSON.parse(text));
  return parsed.success ? parsed.data : null;
}
