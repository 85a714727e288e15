import type { Database } from '../../../kernel/database.ts';
import type { PermissionAnswer } from './answer-file.ts';

/** What the bytes of requests were answered, by path and hash. */
export interface GivenAnswers {
  /** `given`: it lies beside the request, or did. `approval`: the question that it waits for. */
  of(path: string, hash: string): { answer: PermissionAnswer; given: boolean; approval: number | null } | null;
  keep(path: string, answer: PermissionAnswer, approval: number | null): void;
  gave(path: string, answer: PermissionAnswer): void;
  /** Uses a leave up; false when it is none, its time is over, or somebody has used it. */
  take(path: string, answer: PermissionAnswer, now: number): boolean;
}

interface Row {
  answer: string;
  given: number;
  approval: number | null;
}

export const createGivenAnswers = (database: Database): GivenAnswers => ({
  of(path, hash) {
    const sql = 'SELECT answer, given, approval FROM permission_answers WHERE request = ? AND request_sha256 = ?';
    const row = database.get<Row>(sql, path, hash);
    if (row === undefined) return null;
    return { answer: JSON.parse(row.answer) as PermissionAnswer, given: row.given === 1, approval: row.approval };
  },
  keep(path, answer, approval) {
    database.run(
      'INSERT OR REPLACE INTO permission_answers (request, request_sha256, verdict, answer, approval, answered_at) VALUES (?, ?, ?, ?, ?, ?)',
      path,
      answer.requestSha256,
      answer.verdict,
      JSON.stringify(answer),
      approval,
      answer.answeredAt,
    );
  },
  gave(path, { requestSha256, verdict }) {
    // Only this answer: another process may have a newer one.
    const sql = 'UPDATE permission_answers SET given = 1 WHERE request = ? AND request_sha256 = ? AND verdict = ?';
    database.run(sql, path, requestSha256, verdict);
  },
  take(path, { requestSha256, verdict, answeredAt, validUntil }, now) {
    if (verdict !== 'allow' || validUntil === null || now >= validUntil || now < answeredAt) return false;
    const sql = `UPDATE permission_answers SET taken_at = ? WHERE request = ? AND request_sha256 = ? AND verdict = 'allow' AND taken_at IS NULL`;
    return database.run(sql, now, path, requestSha256).changes === 1;
  },
});
