import { open, readdir, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Clock } from '../../../kernel/clock.ts';
import { errnoOf } from '../../../kernel/errors.ts';
import { within } from '../../../kernel/paths.ts';
import { parseErrors } from '../parse/parse-output.ts';
import type { ParsedError } from '../parse/parsed-error.ts';
import { cutAt } from './cut.ts';
import { headOf, isKnown, type Position, type Positions } from './positions.ts';

/** Reads one log on from where it was left. */
export interface LogTailer {
  /** Reads what is new. Returns whether something was. */
  look(): Promise<boolean>;
}

export interface TailerPorts {
  workspace: string;
  /** Relative to the workspace. */
  path: string;
  positions: Positions;
  clock: Clock;
  /** Whether a log that was never seen is read from its beginning. */
  fromStart: boolean;
  /** Must make the events and the position durable together. */
  commit: (errors: readonly ParsedError[], position: Position) => Promise<void>;
}

const CHUNK = 1024 * 1024;
/** When nothing came for this long, what is there is whole. Milliseconds. */
const SETTLED_MS = 1500;
/** What every error of a known kind holds somewhere: most of a log needs no closer look. */
const MARKS = [
  'Traceback (most recent call last):',
  '\n    at ',
  'SyntaxError: ',
  'IndentationError: ',
  'TabError: ',
  '\nNode.js v',
].map((mark) => Buffer.from(mark));

export function createLogTailer({ workspace, path, positions, clock, fromStart, commit }: TailerPorts): LogTailer {
  const file = within(workspace, path);
  /** Size when it last grew, and when that was seen. */
  let grown = { size: -1, at: 0 };

  const begin = async (handle: FileHandle): Promise<Position> => {
    const { ino, size } = await handle.stat();
    return { path, ino, ...(await headOf(handle)), offset: fromStart ? 0 : size };
  };

  /** Reads from the position to the end, piece by piece. `whole`: nothing more will come to this file. */
  const readOn = async (handle: FileHandle, start: Position, whole: boolean): Promise<Position> => {
    let position = start;
    for (;;) {
      const { size } = await handle.stat();
      const left = size - position.offset;
      if (left <= 0) return position;
      const { bytesRead, buffer } = await handle.read(
        Buffer.alloc(Math.min(CHUNK, left)),
        0,
        Math.min(CHUNK, left),
        position.offset,
      );
      const bytes = buffer.subarray(0, bytesRead);
      const isLast = bytesRead === left;
      const taken = consume(bytes, isLast && whole, isLast && (whole || isSettled(size)), bytesRead === CHUNK);
      if (taken.length === 0) return position;
      position = { ...position, ...(await refreshedHead(handle, position)), offset: position.offset + taken.length };
      await commit(taken.errors, position);
    }
  };

  const isSettled = (size: number): boolean => grown.size === size && clock.now() - grown.at >= SETTLED_MS;

  const finishOld = async (position: Position): Promise<void> => {
    const old = await openRotated(file, position);
    if (old === null) return;
    try {
      await readOn(old, position, true);
    } finally {
      await old.close();
    }
  };

  return {
    async look() {
      const handle = await openOrNull(file);
      if (handle === null) return false;
      try {
        const { ino, size, isFile } = await statOf(handle);
        if (!isFile) return false;
        if (grown.size !== size) grown = { size, at: clock.now() };
        let position = positions.get(path);
        if (position === null) {
          position = await begin(handle);
          await commit([], position);
        } else if (ino !== position.ino || size < position.offset || !(await isKnown(handle, position))) {
          await finishOld(position);
          position = { path, ino, ...(await headOf(handle)), offset: 0 };
          await commit([], position);
        }
        const after = await readOn(handle, position, false);
        return after.offset !== position.offset;
      } finally {
        await handle.close();
      }
    },
  };
}

const statOf = async (handle: FileHandle): Promise<{ ino: number; size: number; isFile: boolean }> => {
  const info = await handle.stat();
  return { ino: info.ino, size: info.size, isFile: info.isFile() };
};

/** A short head is learnt again while the log grows. */
const refreshedHead = async (handle: FileHandle, position: Position): Promise<Pick<Position, 'headLength' | 'headHash'>> =>
  position.headLength >= 1024 ? position : headOf(handle);

interface Taken {
  errors: ParsedError[];
  length: number;
}

/** What of some bytes can be read now. `isFull`: as much as is read at once, so that some of it must go, or it would never end. */
function consume(bytes: Buffer, ended: boolean, settled: boolean, isFull: boolean): Taken {
  const end = ended ? bytes.length : bytes.lastIndexOf(0x0a) + 1;
  // A line of a megabyte is no traceback.
  if (end === 0) return { errors: [], length: isFull ? bytes.length : 0 };
  const lines = bytes.subarray(0, end);
  const isPlain = MARKS.every((mark) => lines.indexOf(mark) < 0);
  if (isPlain && settled) return { errors: [], length: end };
  // Offsets are bytes: one character each, until the text is whole.
  const text = lines.toString('latin1');
  const cut = isPlain ? cutAt(text.slice(-16_384), false) + Math.max(0, text.length - 16_384) : cutAt(text, settled);
  const length = ended ? end : cut === 0 && isFull ? end : cut;
  if (isPlain || length === 0) return { errors: [], length };
  return { errors: parseErrors(lines.subarray(0, length).toString('utf8')), length };
}

async function openOrNull(file: string): Promise<FileHandle | null> {
  try {
    return await open(file, 'r');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EISDIR'].includes(errnoOf(error) ?? '')) return null;
    throw error;
  }
}

/** The file that a log became when it was rotated: of the same inode, or a copy that begins alike. */
async function openRotated(file: string, position: Position): Promise<FileHandle | null> {
  const folder = dirname(file);
  const names = await readdir(folder).catch(() => []);
  const copies: string[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const info = await stat(path).catch(() => null);
    if (info === null || !info.isFile() || path === file || info.size < position.offset) continue;
    if (info.ino === position.ino) return openOrNull(path);
    copies.push(path);
  }
  for (const path of copies) {
    const handle = await openOrNull(path);
    if (handle === null) continue;
    if (position.headLength > 0 && (await isKnown(handle, position))) return handle;
    await handle.close();
  }
  return null;
}
