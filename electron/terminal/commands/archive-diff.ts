import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { diffLines } from '../text/diff-lines.ts';

/** An archived version against the file of today. */
export function archiveDiff({ output, voice, withGuardian }: Session, id: number): Promise<number> {
  return withGuardian(async (guardian) => {
    const diff = await guardian.diff({ kind: 'version', archiveId: id });
    output.document(diff);
    output.lines(diffLines(diff, voice));
    return EXIT.ok;
  });
}
