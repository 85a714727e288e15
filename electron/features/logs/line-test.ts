import type { LogLevel, LogQuery } from '../../../shared/model/logs.ts';
import { levelOf } from './read-line.ts';

const RANK: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warn: 2, error: 3 };
/** Longer lines are searched at their beginning only. */
const LONGEST = 20_000;

/** Whether a line is wanted. @throws SyntaxError when the expression is none */
export function lineTest({ text, regex, caseSensitive, level }: LogQuery): (line: string) => boolean {
  const isGrave = (line: string): boolean => {
    if (level === null) return true;
    const own = levelOf(line);
    return own !== null && RANK[own] >= RANK[level];
  };
  if (text === '') return isGrave;
  if (regex) {
    const pattern = new RegExp(text, caseSensitive ? 'u' : 'iu');
    return (line) => pattern.test(line.slice(0, LONGEST)) && isGrave(line);
  }
  const wanted = caseSensitive ? text : text.toLowerCase();
  return (line) => {
    const part = line.slice(0, LONGEST);
    return (caseSensitive ? part : part.toLowerCase()).includes(wanted) && isGrave(line);
  };
}

/** Whether there is anything to test. */
export const wantsAll = ({ text, level }: LogQuery): boolean => text === '' && level === null;
