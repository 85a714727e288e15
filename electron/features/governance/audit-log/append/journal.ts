import { closeSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { hash } from 'node:crypto';
import { z } from 'zod';
import { errnoOf } from '../../../../kernel/errors.ts';
import type { NewEntry } from '../types.ts';

/** What is about to be added to the log, durable before the first byte of it is. */
export interface Intention {
  log: string;
  /** Size of the log before the append. */
  offset: number;
  bytes: Buffer;
  act: number | null;
  exact: NewEntry | null;
}

/**
 * The write-ahead note of the append, in a file of its own: an append may take part in a transaction of the database that is not durable
 * yet. It is overwritten by the next append and never removed; a note that is torn itself means that its append had not begun.
 */
export interface AppendJournal {
  write(intention: Intention): void;
  read(): Intention | null;
}

const schema = z.object({
  log: z.string(),
  offset: z.number(),
  block: z.string(),
  act: z.number().nullable(),
  exact: z.custom<NewEntry>((value) => typeof value === 'object').nullable(),
});

export function createAppendJournal(path: string): AppendJournal {
  return {
    write({ bytes, ...rest }) {
      const body = JSON.stringify({ ...rest, block: bytes.toString('utf8') });
      mkdirSync(dirname(path), { recursive: true });
      const descriptor = openSync(path, 'w', 0o600);
      try {
        const data = Buffer.from(`${hash('sha256', body, 'hex')}\n${body}`);
        writeWhole(descriptor, data);
        ftruncateSync(descriptor, data.length);
        fsyncSync(descriptor);
      } finally {
        closeSync(descriptor);
      }
    },
    read() {
      const text = textOf(path);
      const [sum, body] = [text.slice(0, 64), text.slice(65)];
      if (body === '' || hash('sha256', body, 'hex') !== sum) return null;
      const parsed = schema.safeParse(JSON.parse(body));
      if (!parsed.success) return null;
      const { block, ...rest } = parsed.data;
      return { ...rest, bytes: Buffer.from(block) };
    },
  };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return '';
    throw error;
  }
}

/** One write call may take less than it was given. */
export function writeWhole(descriptor: number, data: Buffer): void {
  for (let done = 0; done < data.length;) done += writeSync(descriptor, data, done, data.length - done);
}
