import type { SelfCheck } from '../../../../../shared/model/governance.ts';
import type { Database } from '../../../../kernel/database.ts';
import { sha256 } from '../../../../kernel/hash.ts';

/** A file of the immune system as it is now; `hash` is null when it could not be read. */
export interface OwnFile {
  path: string;
  hash: string | null;
  detail?: string;
}

/** Recorded hashes of the immune system's own files. */
export interface Manifest {
  read(): ReadonlyMap<string, string>;
  /** Replaces the record: at adoption, and after an accepted meta change. `by` names the person or the consensus. */
  record(files: readonly OwnFile[], by: string, now: number): void;
  /** Replaces what is recorded of these paths only: those that are not among `files` are gone. */
  amend(paths: readonly string[], files: readonly OwnFile[], by: string, now: number): void;
}

/** One hash for all that is recorded, to be written where the database is not. */
export const manifestHash = (recorded: ReadonlyMap<string, string>): string =>
  sha256(
    [...recorded]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, hash]) => `${hash}  ${path}\n`)
      .join(''),
  );

export function createManifest(database: Database): Manifest {
  const insert = ({ path, hash }: OwnFile, by: string, now: number): void => {
    if (hash === null) return;
    const sql = 'INSERT OR REPLACE INTO immune_manifest (path, hash, recorded_at, recorded_by) VALUES (?, ?, ?, ?)';
    database.run(sql, path, hash, now, by);
  };
  return {
    read: () =>
      new Map(
        database
          .all<{ path: string; hash: string }>('SELECT path, hash FROM immune_manifest')
          .map(({ path, hash }) => [path, hash]),
      ),
    record(files, by, now) {
      database.transaction(() => {
        database.run('DELETE FROM immune_manifest');
        for (const file of files) insert(file, by, now);
      });
    },
    amend(paths, files, by, now) {
      database.transaction(() => {
        for (const path of paths) database.run('DELETE FROM immune_manifest WHERE path = ?', path);
        for (const file of files) insert(file, by, now);
      });
    },
  };
}

/** Compares own files with their record. Without a record nothing is known, and that is not fine. */
export function checkIntegrity(files: readonly OwnFile[], recorded: ReadonlyMap<string, string>): SelfCheck[] {
  const check = (subject: string, result: SelfCheck['result'], detail: string): SelfCheck => ({
    check: 'integrity',
    subject,
    result,
    detail,
  });
  if (recorded.size === 0) return [check('manifest', 'could-not-check', 'No hashes have been recorded yet')];
  const seen = new Set(files.map(({ path }) => path));
  const gone = [...recorded.keys()].filter((path) => !seen.has(path));
  return [
    ...files.map(({ path, hash, detail }) => {
      const known = recorded.get(path);
      if (hash === null) return check(path, 'could-not-check', detail ?? 'It could not be read');
      if (known === undefined) return check(path, 'violated', 'It is not in the record: it came without a meta change');
      return known === hash ? check(path, 'ok', '') : check(path, 'violated', 'It is not what was accepted');
    }),
    ...gone.map((path) => check(path, 'violated', 'It was accepted and is gone')),
  ];
}
