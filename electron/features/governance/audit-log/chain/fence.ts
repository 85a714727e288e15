import { isPythonSpace, pythonStrip } from '../format/python-text.ts';

/** A line that holds nothing but `---` and white space. `end` is after its line end; `closed`: it has one. */
export interface Fence {
  start: number;
  end: number;
  closed: boolean;
}

/** `more`: the answer hangs on bytes that are not here yet. */
export type FenceLook = { state: 'fence'; fence: Fence } | { state: 'none' } | { state: 'more' };

const DASHES = Buffer.from('---');
const LF = 0x0a;
const CR = 0x0d;

/** Where the next `---` stands at or after `from`, or -1. */
export const nextDashes = (buffer: Buffer, from: number): number => buffer.indexOf(DASHES, from);

/** Whether the `---` at `at` is a fence. `buffer` begins at the start of a line. */
export function lookAtFence(buffer: Buffer, at: number, final: boolean): FenceLook {
  if (at > 0 && buffer[at - 1] !== LF && buffer[at - 1] !== CR) return { state: 'none' };
  for (let index = at + DASHES.length; index < buffer.length; index += 1) {
    const byte = buffer[index] as number;
    if (byte === LF) return fence(at, index + 1, true);
    if (byte === CR) return afterReturn(buffer, at, index, final);
    if (byte >= 0x80) return lookAtWideLine(buffer, at, index, final);
    if (!isPythonSpace(byte)) return { state: 'none' };
  }
  return final ? fence(at, buffer.length, false) : { state: 'more' };
}

const fence = (start: number, end: number, closed: boolean): FenceLook => ({ state: 'fence', fence: { start, end, closed } });

function afterReturn(buffer: Buffer, at: number, index: number, final: boolean): FenceLook {
  if (index + 1 === buffer.length && !final) return { state: 'more' };
  return fence(at, buffer[index + 1] === LF ? index + 2 : index + 1, true);
}

/** White space beyond ASCII counts for the original too. */
function lookAtWideLine(buffer: Buffer, at: number, from: number, final: boolean): FenceLook {
  let end = from;
  while (end < buffer.length && buffer[end] !== LF && buffer[end] !== CR) end += 1;
  if (end === buffer.length && !final) return { state: 'more' };
  if (!isBlank(buffer.subarray(at + DASHES.length, end))) return { state: 'none' };
  if (end === buffer.length) return fence(at, end, false);
  return buffer[end] === CR ? afterReturn(buffer, at, end, final) : fence(at, end + 1, true);
}

/** Whether bytes hold nothing but what Python takes for white space. */
export function isBlank(bytes: Buffer): boolean {
  for (const byte of bytes) {
    if (byte >= 0x80) return pythonStrip(bytes.toString('utf8')) === '';
    if (!isPythonSpace(byte)) return false;
  }
  return true;
}
