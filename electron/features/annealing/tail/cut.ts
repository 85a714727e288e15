import { LOG_LINE } from '../parse/plain-text.ts';

const START =
  /Traceback \(most recent call last\):\s*$|^ {2}File ".+", line \d+$|^(?:file:\/\/|node:|\/|[A-Za-z]:[\\/]).+:\d{1,9}$|^(?:Uncaught )?\[?[A-Z]\w*(?:Error|Exception)\b/;
/** An error that is longer than this, and still goes on, is read in pieces. Characters. */
const LONGEST_OPEN = 256 * 1024;
/** A name of an error far above its frames is none of theirs. */
const KEPT_ANYWAY = 4096;

/**
 * How much of a text that still grows can be read now: up to where an error begins that may go on in what comes next. Index behind the
 * last such character; always behind a line break. `settled`: nothing has come for a while, so all of it is whole. Pure.
 */
export function cutAt(text: string, settled: boolean): number {
  const end = text.lastIndexOf('\n') + 1;
  if (settled || end === 0) return end;
  // What came last may be the first line of an error.
  let at = end;
  let start = end;
  while (at > 0 && end - at < LONGEST_OPEN) {
    const from = text.lastIndexOf('\n', at - 2) + 1;
    const line = text.slice(from, at - 1);
    if (LOG_LINE.test(line) && !START.test(line)) break;
    if (START.test(line) || end - from <= KEPT_ANYWAY) start = from;
    at = from;
  }
  return end - at >= LONGEST_OPEN ? end : start;
}
