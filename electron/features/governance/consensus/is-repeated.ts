import type { MetaLog } from '../audit-log/index.ts';
import type { MetaChangeEntry } from './records.ts';

/** Whether the log ends with this very entry: its transaction was taken back, which the log cannot be. */
export function isRepeated(
  meta: Pick<MetaLog, 'read'>,
  { target, changes, consensus_note, rationale, approved_by }: Omit<MetaChangeEntry, 'timestamp' | 'type'>,
): boolean {
  const last = meta.read().at(-1)?.fields;
  if (last === undefined || last === null) return false;
  return (
    JSON.stringify([last['target'], last['changes'], last['consensus_note'], last['rationale'], last['approved_by']]) ===
    JSON.stringify([target, changes, consensus_note, rationale, approved_by])
  );
}
