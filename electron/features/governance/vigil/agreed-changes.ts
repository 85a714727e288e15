import type { UnloggedChange } from '../../../../shared/model/governance.ts';
import type { Database } from '../../../kernel/database.ts';
import { sha256 } from '../../../kernel/hash.ts';

/**
 * The consensus by which exactly this change of exactly this file was accepted, or null: a person has then carried it out in an editor. The
 * hash is that of the one change as proposals and updates have it: path, hash before, hash after.
 */
export function consensusOn(database: Database, { path, was, is }: UnloggedChange): number | null {
  if (is === null) return null;
  const contentHash = sha256(JSON.stringify([{ path, before: was, after: is }]));
  const sql = 'SELECT id, outcome FROM consensus_cases WHERE content_hash = ? AND outcome IS NOT NULL ORDER BY id DESC LIMIT 1';
  const newest = database.get<{ id: number; outcome: string }>(sql, contentHash);
  return newest?.outcome === 'accepted' ? newest.id : null;
}
