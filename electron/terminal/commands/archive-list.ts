import { EXIT } from '../exit-codes.ts';
import type { ListOptions } from '../command-options.ts';
import type { Session } from '../session.ts';
import { archiveList as archiveLines } from '../text/archive-report.ts';

/** Archived versions whose path holds the query, newest first. */
export function archiveList({ output, voice, withGuardian }: Session, query: string, { limit }: ListOptions): Promise<number> {
  return withGuardian((guardian) => {
    const page = guardian.archive(query, 0, limit);
    output.document(page);
    output.lines(archiveLines(page, voice));
    return EXIT.ok;
  });
}
