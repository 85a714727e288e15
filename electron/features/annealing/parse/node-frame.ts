import type { ParsedFrame } from './parsed-error.ts';

const PLACED = /^(?:(.*?) \()?(.+?):(\d{1,9}):(\d{1,9})\)?$/;
const UNPLACED = /^(.*?) \((<anonymous>|native|index \d+)\)$/;

/** Longer lines are no frames, and looking for one in them would take long. */
const LONGEST = 2000;

/** One `at …` line of V8, or null when it is none. `rest` is what follows: ` {`, `,`. */
export function nodeFrame(line: string): { frame: ParsedFrame; indent: number } | null {
  if (line.length > LONGEST) return null;
  const match = /^(\s*)at (.+?)(?: \{|,)?$/.exec(line);
  if (match === null) return null;
  const text = (match[2] ?? '').replace(/^async /, '');
  const indent = (match[1] ?? '').length;
  const unplaced = UNPLACED.exec(text);
  if (unplaced !== null) return { indent, frame: frameOf(unplaced[1] ?? '', unplaced[2] ?? '', null, null) };
  const placed = PLACED.exec(evalSite(text));
  if (placed === null) return null;
  return { indent, frame: frameOf(placed[1] ?? '', fileOf(placed[2] ?? ''), Number(placed[3]), Number(placed[4])) };
}

/** `at eval (eval at run (/a.js:1:2), <anonymous>:1:1)`: the place of the eval is what a person can look at. */
const evalSite = (text: string): string =>
  /^(.*? \()eval at .*?\((.+?:\d+:\d+)\).*\)$/.exec(text)?.slice(1, 3).join('').concat(')') ?? text;

function frameOf(name: string, file: string, line: number | null, column: number | null): ParsedFrame {
  return {
    file,
    line: line === 0 ? null : line,
    column: column === 0 ? null : column,
    endColumn: null,
    function: name.replace(/^async /, '').replace(/ \[as .+\]$/, '') || '<anonymous>',
    code: null,
  };
}

/** A file URL as the path that it means. */
export function fileOf(location: string): string {
  if (!location.startsWith('file://')) return location;
  try {
    const path = decodeURIComponent(location.slice('file://'.length).replace(/[?#].*$/, ''));
    return path.replace(/^\/([A-Za-z]:)/, '$1');
  } catch {
    // Not an encoded URL: as it stands it is still the best name of the file.
    return location.slice('file://'.length);
  }
}
