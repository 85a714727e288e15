import { stripVTControlCharacters } from 'node:util';
import type { LogLevel, LogLine, LogLink } from '../../../shared/model/logs.ts';
import { UNSEEN } from '../../../shared/model/unseen.ts';
import { parseLocalIso } from '../../kernel/local-time.ts';
import type { Redact } from '../../kernel/redact.ts';

const LONGEST = 4000;
/** Levels and times stand at the beginning of a line. */
const HEAD = 400;

/** A raw line as it is shown: no escapes, no secrets, and what can be read of it. Pure. */
export function readLine(number: number, raw: string, redact: Redact): LogLine {
  const part = raw.slice(0, LONGEST);
  const text = redact(stripVTControlCharacters(plainOf(part)))
    .replaceAll('\t', '    ')
    .replaceAll(UNSEEN, '\ufffd');
  return { number, at: timeOf(part), level: levelOf(part), text, cut: raw.length > LONGEST, links: linksOf(text) };
}

/** A line of our own log is a JSON object: its message first, then what it was about. Another line stays as it is. */
function plainOf(line: string): string {
  if (!line.startsWith('{"at":')) return line;
  try {
    const { at, level: _level, message, ...rest } = JSON.parse(line) as Record<string, unknown>;
    const facts = Object.entries(rest).map(
      ([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
    );
    return [String(at), String(message), ...facts].join('  ');
  } catch {
    // Cut, or half written.
    return line;
  }
}

const LEVELS: readonly [LogLevel, RegExp][] = [
  ['error', /\b(?:ERROR|CRITICAL|FATAL|FAILED|Non-Canonical)\b|"level":"error"/],
  ['warn', /\b(?:WARN|WARNING|HELD|ROLLED_BACK|DEGRADED|Canonical-Conditional|Dissolved)\b|"level":"warn"/],
  ['info', /\b(?:INFO|SUCCESS|HEALTHY|PASS|Canonical)\b|"level":"info"/],
  ['debug', /\b(?:DEBUG|TRACE)\b|"level":"debug"/],
];

/** The gravest level that the beginning of a line names; null where it names none. */
export function levelOf(line: string): LogLevel | null {
  const head = line.slice(0, HEAD);
  return LEVELS.find(([, pattern]) => pattern.test(head))?.[0] ?? null;
}

const TIME = /\b(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(?:[.,](\d{1,9}))?(Z|[+-]\d{2}:?\d{2})?/;

/** The first time in the beginning of a line: with a zone, or local without one. Null where there is none. */
export function timeOf(line: string): number | null {
  const found = TIME.exec(line.slice(0, HEAD));
  if (found === null) return null;
  const [, day = '', clock = '', fraction, zone] = found;
  const text = `${day}T${clock}${fraction === undefined ? '' : `.${fraction}`}`;
  const at = zone === undefined ? parseLocalIso(text) : Date.parse(`${text}${zone}`);
  return at === null || Number.isNaN(at) ? null : at;
}

const LINKS: readonly [LogLink['kind'], RegExp][] = [
  ['release', /\bR-\d{4,15}\b/g],
  ['security', /\bS-\d{4,15}\b/g],
  ['approval', /\bapprovals? (?:show )?#?(\d{1,9})\b/gi],
  ['error', /\berrors (?:show|report|fix) (\d{1,9})\b/g],
];
const MOST_LINKS = 5;

const linksOf = (text: string): LogLink[] =>
  LINKS.flatMap(([kind, pattern]) =>
    [...new Set([...text.matchAll(pattern)].map(([whole, id]) => id ?? whole))].map((id) => ({ kind, id })),
  ).slice(0, MOST_LINKS);
