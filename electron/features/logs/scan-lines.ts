import { closeSync, openSync, readSync } from 'node:fs';
import type { LogQuery } from '../../../shared/model/logs.ts';
import { lineTest, wantsAll } from './line-test.ts';
import { OPEN_LOG } from './log-file.ts';

/** From where on a file is to be scanned; everything before is known. */
export interface ScanTask {
  path: string;
  /** Byte behind the last line break that is known. */
  offset: number;
  /** Lines before it. */
  line: number;
  /** Null: only counted. */
  query: LogQuery | null;
}

export interface Scanned {
  /** Byte behind the last line break. */
  end: number;
  lines: number;
  /** Byte offset of each line whose number is a multiple of EVERY, from `task.line` on. */
  marks: Float64Array;
  /** Numbers of wanted lines; null when nothing was asked. */
  hits: Uint32Array | null;
}

/** A mark each so many lines: a page is found by reading from the mark before it. */
export const EVERY = 512;
const SLICE = 1 << 20;
const NEWLINE = 0x0a;

/** Goes through a file once, in slices: memory does not grow with it. Synchronous, for a thread of its own. */
export function scanLines({ path, offset, line, query }: ScanTask): Scanned {
  const file = openSync(path, OPEN_LOG);
  const found = { marks: [] as number[], hits: [] as number[], lines: line, end: offset };
  const test = query === null || wantsAll(query) ? null : lineTest(query);
  try {
    const buffer = Buffer.allocUnsafe(SLICE);
    let rest: Buffer[] = [];
    let at = offset;
    if (line % EVERY === 0) found.marks.push(offset);
    for (;;) {
      const read = readSync(file, buffer, 0, SLICE, at);
      if (read === 0) break;
      const slice = buffer.subarray(0, read);
      const last = slice.lastIndexOf(NEWLINE);
      if (last < 0) rest.push(Buffer.from(slice));
      else {
        if (test !== null) searchIn(Buffer.concat([...rest, slice.subarray(0, last)]), test, found);
        count(slice, last, at, found);
        rest = last + 1 < read ? [Buffer.from(slice.subarray(last + 1))] : [];
        found.end = at + last + 1;
      }
      at += read;
    }
  } finally {
    closeSync(file);
  }
  return {
    end: found.end,
    lines: found.lines,
    marks: Float64Array.from(found.marks),
    hits: test === null ? null : Uint32Array.from(found.hits),
  };
}

interface Found {
  marks: number[];
  hits: number[];
  lines: number;
}

/** Before `count`: the lines of this slice have the numbers from `found.lines` on. */
function searchIn(bytes: Buffer, test: (line: string) => boolean, found: Found): void {
  const lines = bytes.toString('utf8').split('\n');
  for (const [index, line] of lines.entries()) if (test(line)) found.hits.push(found.lines + index);
}

function count(slice: Buffer, last: number, at: number, found: Found): void {
  for (let next = slice.indexOf(NEWLINE); next >= 0 && next <= last; next = slice.indexOf(NEWLINE, next + 1)) {
    found.lines += 1;
    if (found.lines % EVERY === 0) found.marks.push(at + next + 1);
  }
}
