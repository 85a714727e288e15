import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { AppError } from './errors.ts';

/** Forward-only; `user_version` counts how many have run. Each duty adds its own list under its own prefix of tables. */
export interface Migration {
  /** Never reused, never reordered: the sum of all duties' migrations is ordered by it. */
  id: number;
  sql: string;
}

/** A workspace database: one connection, statements prepared once, transactions that nest by joining. */
export interface Database {
  readonly path: string;
  run(sql: string, ...values: SqlValue[]): { changes: number; lastId: number };
  get<Row>(sql: string, ...values: SqlValue[]): Row | undefined;
  all<Row>(sql: string, ...values: SqlValue[]): Row[];
  iterate<Row>(sql: string, ...values: SqlValue[]): IterableIterator<Row>;
  /** All or nothing; durable (fsynced) when it returns. A transaction inside a transaction joins it. */
  transaction<T>(work: () => T): T;
  /** Changes when another process has written. Cheap. */
  dataVersion(): number;
  close(): void;
}

export type SqlValue = string | number | bigint | null | Uint8Array;

/** How long a statement waits for another process's write, in milliseconds: longer than any of ours takes, as the thread stands still. */
const BUSY_TIMEOUT_MS = 2000;

/**
 * Opens (or creates) the database and brings it up to date.
 * @throws AppError `database` when the file is not a database, or was written by a newer Nightguard.
 */
export function openDatabase(path: string, migrations: readonly Migration[]): Database {
  mkdirSync(dirname(path), { recursive: true });
  const connection = connect(path);
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    let statement = statements.get(sql);
    if (statement === undefined) {
      statement = connection.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };

  const database: Database = {
    path,
    run(sql, ...values) {
      const { changes, lastInsertRowid } = prepare(sql).run(...values);
      return { changes: Number(changes), lastId: Number(lastInsertRowid) };
    },
    get: <Row>(sql: string, ...values: SqlValue[]) => prepare(sql).get(...values) as Row | undefined,
    all: <Row>(sql: string, ...values: SqlValue[]) => prepare(sql).all(...values) as Row[],
    iterate: <Row>(sql: string, ...values: SqlValue[]) => prepare(sql).iterate(...values) as IterableIterator<Row>,
    transaction(work) {
      if (connection.isTransaction) return work();
      connection.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        connection.exec('COMMIT');
        return result;
      } catch (error) {
        if (connection.isTransaction) connection.exec('ROLLBACK');
        throw error;
      }
    },
    dataVersion: () => (prepare('PRAGMA data_version').get() as { data_version: number }).data_version,
    close: () => connection.close(),
  };
  try {
    migrate(connection, database, migrations);
  } catch (error) {
    connection.close();
    throw error;
  }
  return database;
}

function connect(path: string): DatabaseSync {
  let connection: DatabaseSync | undefined;
  try {
    connection = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
    // FULL: a transaction that has returned survives a power cut.
    connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
    return connection;
  } catch (error) {
    connection?.close();
    const advice = `Move it aside and start Nightguard again: it will rebuild what it can from the logs and the archive.`;
    throw new AppError('database', `${path} could not be opened as a database. ${advice}`, { cause: error });
  }
}

function migrate(connection: DatabaseSync, database: Database, migrations: readonly Migration[]): void {
  const version = (): number => database.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
  const ordered = [...migrations].sort((a, b) => a.id - b.id);
  const newest = ordered.at(-1)?.id ?? 0;
  if (version() === newest) return;
  database.transaction(() => {
    // Read again inside the transaction: another process may have migrated while this one waited.
    const current = version();
    if (current > newest) {
      throw new AppError(
        'database',
        `${database.path} was written by a newer Nightguard (${current} > ${newest}). Update this one.`,
      );
    }
    for (const migration of ordered) {
      if (migration.id > current) connection.exec(migration.sql);
    }
    connection.exec(`PRAGMA user_version = ${newest}`);
  });
}
