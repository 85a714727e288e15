/** The text of a requirements file in which every index stands for a byte position: nothing is lost between reading and rewriting. */
export interface RequirementsText {
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  /** For UTF-8 one character a byte (so that only ASCII may be looked at as it is); for UTF-16 its code units. */
  text: string;
  /** Bytes of a byte order mark. */
  offset: number;
  /** Bytes of one character of `text`. */
  unit: 1 | 2;
}

/** What pip itself would read; null for UTF-32, which nobody writes. PowerShell writes UTF-16. */
export function readRequirementsText(bytes: Uint8Array): RequirementsText | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = (...mark: readonly number[]): boolean => mark.every((byte, index) => buffer[index] === byte);
  if (starts(0xff, 0xfe, 0, 0) || starts(0, 0, 0xfe, 0xff)) return null;
  if (starts(0xff, 0xfe)) return { encoding: 'utf-16le', text: buffer.toString('utf16le', 2), offset: 2, unit: 2 };
  if (starts(0xfe, 0xff)) {
    const even = Buffer.from(buffer.subarray(2, buffer.length - (buffer.length % 2)));
    return { encoding: 'utf-16be', text: even.swap16().toString('utf16le'), offset: 2, unit: 2 };
  }
  const offset = starts(0xef, 0xbb, 0xbf) ? 3 : 0;
  return { encoding: 'utf-8', text: buffer.toString('latin1', offset), offset, unit: 1 };
}

/** A part of the text as people read it. Bytes that are no UTF-8 are shown as U+FFFD. */
export const readable = ({ unit }: Pick<RequirementsText, 'unit'>, part: string): string =>
  unit === 2 ? part : Buffer.from(part, 'latin1').toString('utf8');

/** Where an index of the text lies in the file. */
export const byteAt = ({ offset, unit }: Pick<RequirementsText, 'offset' | 'unit'>, index: number): number =>
  offset + index * unit;

/** A part of the file, in bytes, `end` excluded, and what stands in its place. */
export interface ByteEdit {
  start: number;
  end: number;
  text: string;
}

/** Replaces parts of a file; every other byte stays. The edits must not overlap. */
export function editBytes(bytes: Uint8Array, encoding: RequirementsText['encoding'], edits: readonly ByteEdit[]): Uint8Array {
  const ordered = edits.toSorted((a, b) => a.start - b.start);
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { start, end, text } of ordered) {
    if (start < at || end < start || end > bytes.length) throw new RangeError('The edits of a file overlap or leave it.');
    parts.push(bytes.subarray(at, start), encode(text, encoding));
    at = end;
  }
  return Buffer.concat([...parts, bytes.subarray(at)]);
}

function encode(text: string, encoding: RequirementsText['encoding']): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  const units = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16be' ? units.swap16() : units;
}
