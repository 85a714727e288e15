import type { Database } from '../../../../kernel/database.ts';
import type { VerifyResult } from './verify-log.ts';

const KEPT = 500;

/** Keeps the newest results: when the log was last looked at, and what came of it. */
export function rememberVerification(database: Database, result: VerifyResult): void {
  database.transaction(() => {
    const { lastId } = database.run(
      'INSERT INTO audit_verifications (at, level, state, result) VALUES (?, ?, ?, ?)',
      result.at,
      result.level,
      result.state,
      JSON.stringify(result),
    );
    database.run('DELETE FROM audit_verifications WHERE number <= ?', lastId - KEPT);
  });
}

/** The newest result, of one level if it is given. */
export function lastVerification(database: Database, level?: 'quick' | 'full'): VerifyResult | null {
  const row =
    level === undefined
      ? database.get<{ result: string }>('SELECT result FROM audit_verifications ORDER BY number DESC LIMIT 1')
      : database.get<{ result: string }>(
          'SELECT result FROM audit_verifications WHERE level = ? ORDER BY number DESC LIMIT 1',
          level,
        );
  return row === undefined ? null : (JSON.parse(row.result) as VerifyResult);
}
