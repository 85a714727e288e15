import type { UnloggedChange } from '../../../../shared/model/governance.ts';
import type { Database } from '../../../kernel/database.ts';

/** The consensus that exactly this content of exactly this file was accepted by, or null: a person has then carried it out in an editor. */
export function consensusOn(database: Database, { path, is }: UnloggedChange): number | null {
  if (is === null) return null;
  const sql =
    "SELECT id FROM consensus_cases WHERE target = ? AND content_hash = ? AND outcome = 'accepted' ORDER BY id DESC LIMIT 1";
  return database.get<{ id: number }>(sql, path, is)?.id ?? null;
}
