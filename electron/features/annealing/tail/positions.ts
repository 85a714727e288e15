import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { Database } from '../../../kernel/database.ts';

/** How far a log was read, and how to know it again. */
export interface Position {
  path: string;
  ino: number;
  headLength: number;
  headHash: string;
  offset: number;
}

interface Row {
  path: string;
  ino: number;
  head_length: number;
  head_hash: string;
  offset: number;
}

export interface Positions {
  get(path: string): Position | null;
  set(position: Position): void;
}

export function createPositions(database: Database): Positions {
  return {
    get(path) {
      const row = database.get<Row>('SELECT * FROM error_tails WHERE path = ?', path);
      return row === undefined
        ? null
        : { path, ino: row.ino, headLength: row.head_length, headHash: row.head_hash, offset: row.offset };
    },
    set: ({ path, ino, headLength, headHash, offset }) =>
      void database.run(
        'INSERT OR REPLACE INTO error_tails (path, ino, head_length, head_hash, offset) VALUES (?, ?, ?, ?, ?)',
        path, ino, headLength, headHash, offset,
      ), // prettier-ignore
  };
}

const HEAD = 1024;

/** What the first bytes of a file are, up to `length`. */
export async function headOf(handle: FileHandle, length = HEAD): Promise<{ headLength: number; headHash: string }> {
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, 0);
  return {
    headLength: bytesRead,
    headHash: createHash('sha256').update(buffer.subarray(0, bytesRead)).digest('hex').slice(0, 32),
  };
}

/** Whether an open file begins as the known one did. */
export async function isKnown(handle: FileHandle, { headLength, headHash }: Position): Promise<boolean> {
  if (headLength === 0) return true;
  return (await headOf(handle, headLength)).headHash === headHash;
}
