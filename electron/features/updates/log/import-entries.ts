import { z } from 'zod';
import { updateEntrySchema, type UpdateEntry } from '../../../../shared/model/updates.ts';
import type { Database } from '../../../kernel/database.ts';
import { createFact } from '../../../kernel/facts.ts';
import type { JsonArrayContent, JsonArrayLog } from '../../../kernel/json-array-log.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import type { FileWorkers } from '../apply/file-workers.ts';
import type { ArchiveIndex } from '../archive/archive-index.ts';
import type { Base } from '../ledger/base.ts';
import { findArchivedCopies } from './archived-copies.ts';
import { suppositionsOf } from './suppositions.ts';

export interface ImportContext {
  workspace: string;
  file: Pick<JsonArrayLog, 'read'>;
  database: Database;
  archive: ArchiveIndex;
  base: Base;
  workers: FileWorkers;
  log: Log;
  /** Where archived files may be, relative to the workspace. */
  archiveFolders: readonly string[];
}

/**
 * Takes over what an earlier system, or a database that is lost, has logged; once. The entries become part of the history, what
 * Core last brought is supposed as common ancestor, and archived files that prove to be what the log says are known again.
 */
export async function importEntries(context: ImportContext): Promise<void> {
  const { file, database, archive, base, log } = context;
  const imported = createFact(database, 'update-log.imported', z.boolean());
  if (imported.get() === true) return;
  const content = await file.read();
  const entries = entriesIn(content);
  const copies = await findArchivedCopies(context, entries);
  database.transaction(() => {
    // Another process may have done it meanwhile.
    if (imported.get() === true) return;
    if (content.state === 'ok') {
      for (const entry of content.entries) database.run('INSERT INTO imported_entries (entry) VALUES (?)', JSON.stringify(entry));
    }
    for (const [key, hash] of suppositionsOf(entries)) base.suppose(key, hash);
    for (const copy of copies) if (!archive.hasPath(copy.archive_path)) archive.add(copy);
    imported.set(true);
  });
  // An unreadable file is left where it is: the first write moves it to the quarantine and says so.
  if (content.state === 'unreadable') log.write('warn', 'update_log.json could not be read', { reason: content.reason });
}

/** What was there before Nightguard, oldest first. */
export const importedEntries = (database: Database): UpdateEntry[] =>
  database
    .all<{ entry: string }>('SELECT entry FROM imported_entries ORDER BY seq')
    .flatMap((row) => parseEntry(JSON.parse(row.entry)));

const entriesIn = (content: JsonArrayContent): UpdateEntry[] =>
  content.state === 'ok' ? content.entries.flatMap(parseEntry) : [];

/** One entry, or none when the value is of another shape. */
export const parseEntry = (value: unknown): UpdateEntry[] => {
  const parsed = updateEntrySchema.safeParse(value);
  return parsed.success ? [parsed.data] : [];
};
