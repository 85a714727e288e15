import { goBack } from '../go-back.ts';
import type { Session } from '../session.ts';

/** Puts an archived version back; the present bytes are archived first. */
export function archiveRestore(session: Session, id: number): Promise<number> {
  return goBack(
    session,
    { kind: 'version', archiveId: id },
    { words: ['archive', 'restore', String(id)], dryRun: false, changed: 'overwrite' },
  );
}
