import { dirname } from 'node:path';
import { z } from 'zod';
import type { UpdateEntry } from '../../../../shared/model/updates.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import { sweepTemporaries } from '../../../kernel/atomic-file.ts';
import { createFact } from '../../../kernel/facts.ts';
import { createJsonArrayLog } from '../../../kernel/json-array-log.ts';
import { messageOf } from '../../../kernel/errors.ts';
import { assertRealFolders, within } from '../../../kernel/paths.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import type { ArchiveIndex } from '../archive/archive-index.ts';
import type { Hold } from '../ledger/holds.ts';
import { releaseId } from '../ledger/release-id.ts';
import type { EndedRelease, Releases } from '../ledger/releases.ts';
import { importedEntries, importEntries, parseEntry, type ImportContext } from './import-entries.ts';
import { entriesOfRelease, entryOfHold } from './update-entries.ts';

/** Relative to the workspace; read by 97layerOS's own tools. */
const LOG_PATH = 'knowledge/system/update_log.json';

/** What came of writing the file: where an unreadable one was set aside, and why it could not be written now. */
export interface Projection {
  quarantined: string | null;
  problem: string | null;
}

/** The projection of the ledger that other tools read, and the entries that they wrote before Nightguard came. */
export interface UpdateLog {
  /** Takes over what an earlier system wrote; once. */
  importOnce(into: Pick<ImportContext, 'base' | 'workers' | 'archiveFolders'>): Promise<void>;
  /** Writes every ended release that is not in the file yet, and what began to be held. Returns the quarantined file, if any. */
  project(newHolds: readonly Hold[]): Promise<Projection>;
  /** Whether a crash kept ended releases out of the file, or came while it was written. */
  isBehind(): boolean;
  /** Everything, oldest first. */
  history(): UpdateEntry[];
}

interface UpdateLogContext {
  workspace: string;
  database: Database;
  releases: Releases;
  archive: ArchiveIndex;
  clock: Clock;
  log: Log;
}

export function createUpdateLog(context: UpdateLogContext): UpdateLog {
  const { workspace, database, releases, archive, clock, log } = context;
  const file = createJsonArrayLog({ path: within(workspace, LOG_PATH), workspace, clock, log });
  const lastLogged = createFact(database, 'update-log.last-release', z.number().int());
  const writing = createFact(database, 'update-log.writing', z.boolean());

  const entriesUpTo = (number: number): UpdateEntry[] =>
    releases.endedBetween(0, number).flatMap((release) => entriesOfRelease(release, archive));

  /** A crash between writing the file and noting so leaves `writing` set: then the file itself says what it has. */
  const unlogged = async (ended: EndedRelease[]): Promise<EndedRelease[]> => {
    if (writing.get() !== true) return ended;
    await sweepTemporaries(dirname(within(workspace, LOG_PATH)));
    const content = await file.read();
    if (content.state !== 'ok') return ended;
    const present = new Set(content.entries.flatMap(parseEntry).map((entry) => entry.release));
    return ended.filter((one) => !present.has(releaseId(one.number)));
  };

  const write = async (newHolds: readonly Hold[]): Promise<{ quarantined: string | null }> => {
    assertRealFolders(workspace, LOG_PATH, new Set());
    const logged = lastLogged.get() ?? 0;
    const ended = await unlogged(releases.endedBetween(logged, Number.MAX_SAFE_INTEGER));
    const entries = [
      ...ended.flatMap((release) => entriesOfRelease(release, archive)),
      ...newHolds.map((hold) => entryOfHold(hold, clock.now())),
    ];
    writing.set(true);
    const outcome = await file.append(entries, () => [...importedEntries(database), ...entriesUpTo(logged)]);
    database.transaction(() => {
      lastLogged.set(releases.lastEnded());
      writing.set(null);
    });
    return outcome;
  };

  return {
    importOnce: (into) => importEntries({ workspace, file, database, archive, log, ...into }),
    async project(newHolds) {
      try {
        return { ...(await write(newHolds)), problem: null };
      } catch (error) {
        // The ledger is the truth and the file its picture: it is written later, and never stands in the way of an act.
        log.write('warn', 'update_log.json could not be written', { error: messageOf(error) });
        return { quarantined: null, problem: messageOf(error) };
      }
    },
    isBehind: () => writing.get() === true || (lastLogged.get() ?? 0) < releases.lastEnded(),
    history: () => [...importedEntries(database), ...entriesUpTo(Number.MAX_SAFE_INTEGER)],
  };
}
