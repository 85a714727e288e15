import type { UnloggedChange } from '../../../../shared/model/governance.ts';
import type { Database } from '../../../kernel/database.ts';
import { caseOfChange, hashOfChange } from '../consensus/index.ts';

/**
 * The consensus by which exactly this change of exactly this file was accepted, alone or as one of a set, or null: a person has then carried
 * it out in an editor.
 */
export function consensusOn(database: Database, { path, was, is }: UnloggedChange): number | null {
  if (is === null) return null;
  const change = hashOfChange(path, was, is);
  const sql = `SELECT id, outcome FROM consensus_cases WHERE (content_hash = ? OR id = ?) AND outcome IS NOT NULL ORDER BY id DESC LIMIT 1`;
  const newest = database.get<{ id: number; outcome: string }>(sql, change, caseOfChange(database, change).get());
  return newest?.outcome === 'accepted' ? newest.id : null;
}
