import { distributionKey } from './names.ts';
import { parseSpecifiers, satisfies } from './specifiers.ts';
import { parseVersion } from './version.ts';

/** What markers are evaluated against, as the interpreter itself reports it (PEP 508, "Environment Markers"). */
export const MARKER_VARIABLES = [
  'os_name',
  'sys_platform',
  'platform_machine',
  'platform_python_implementation',
  'platform_release',
  'platform_system',
  'platform_version',
  'python_version',
  'python_full_version',
  'implementation_name',
  'implementation_version',
] as const;
export type MarkerVariable = (typeof MARKER_VARIABLES)[number];
export type MarkerEnvironment = Readonly<Record<MarkerVariable, string>>;

export type MarkerOperand = { kind: 'variable'; name: MarkerVariable | 'extra' } | { kind: 'text'; value: string };
export type Marker =
  | { kind: 'and' | 'or'; left: Marker; right: Marker }
  | { kind: 'comparison'; left: MarkerOperand; operator: string; right: MarkerOperand };

/** Older spellings that PEP 508 keeps. */
const ALIASES: Readonly<Record<string, MarkerVariable>> = {
  'os.name': 'os_name',
  'sys.platform': 'sys_platform',
  'platform.version': 'platform_version',
  'platform.machine': 'platform_machine',
  'platform.python_implementation': 'platform_python_implementation',
  python_implementation: 'platform_python_implementation',
};
const TOKEN =
  /\s*(?:(?<text>"[^"]*"|'[^']*')|(?<operator>===|==|~=|!=|<=|>=|<|>|not\s+in\b|in\b)|(?<word>[a-z_][a-z_.]*)|(?<bracket>[()]))/iy;

interface Token {
  kind: 'text' | 'operator' | 'word' | 'bracket';
  value: string;
}

/** Reads a marker; null when it is none. */
export function parseMarker(text: string): Marker | null {
  const tokens = tokenize(text);
  if (tokens === null) return null;
  const cursor = { tokens, at: 0 };
  const marker = parseOr(cursor);
  return cursor.at === tokens.length ? marker : null;
}

function tokenize(text: string): Token[] | null {
  const source = text.trimEnd();
  const tokens: Token[] = [];
  for (let at = 0; at < source.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const groups = TOKEN.exec(source)?.groups;
    if (groups === undefined) return null;
    if (groups['text'] !== undefined) tokens.push({ kind: 'text', value: groups['text'].slice(1, -1) });
    else if (groups['operator'] !== undefined)
      tokens.push({ kind: 'operator', value: groups['operator'].toLowerCase().replaceAll(/\s+/g, ' ') });
    else if (groups['word'] !== undefined) tokens.push({ kind: 'word', value: groups['word'] });
    else tokens.push({ kind: 'bracket', value: groups['bracket'] ?? '' });
  }
  return tokens;
}

interface Cursor {
  tokens: readonly Token[];
  at: number;
}

const parseOr = (cursor: Cursor): Marker | null => joined(cursor, 'or', (inner) => joined(inner, 'and', parseTerm));

function joined(cursor: Cursor, kind: 'and' | 'or', part: (cursor: Cursor) => Marker | null): Marker | null {
  let left = part(cursor);
  while (left !== null && cursor.tokens[cursor.at]?.kind === 'word' && cursor.tokens[cursor.at]?.value === kind) {
    cursor.at += 1;
    const right = part(cursor);
    left = right === null ? null : { kind, left, right };
  }
  return left;
}

function parseTerm(cursor: Cursor): Marker | null {
  if (isBracket(cursor, '(')) {
    cursor.at += 1;
    const inner = parseOr(cursor);
    if (inner === null || !isBracket(cursor, ')')) return null;
    cursor.at += 1;
    return inner;
  }
  const left = operandOf(cursor.tokens[cursor.at]);
  const operator = cursor.tokens[cursor.at + 1];
  const right = operandOf(cursor.tokens[cursor.at + 2]);
  if (left === null || right === null || operator?.kind !== 'operator') return null;
  cursor.at += 3;
  return { kind: 'comparison', left, operator: operator.value, right };
}

const isBracket = ({ tokens, at }: Cursor, value: string): boolean =>
  tokens[at]?.kind === 'bracket' && tokens[at].value === value;

function operandOf(token: Token | undefined): MarkerOperand | null {
  if (token?.kind === 'text') return { kind: 'text', value: token.value };
  if (token?.kind !== 'word') return null;
  const name = ALIASES[token.value] ?? [...MARKER_VARIABLES, 'extra' as const].find((known) => known === token.value);
  return name === undefined ? null : { kind: 'variable', name };
}

/**
 * Whether a marker holds. `extras` are those that were asked for: it holds when it does for one of them, or for none.
 * Null when the comparison has no meaning (`~=` on what is no version).
 */
export function evaluateMarker(marker: Marker, environment: MarkerEnvironment, extras: readonly string[] = []): boolean | null {
  const results = ['', ...extras].map((extra) => evaluate(marker, environment, extra));
  return results.includes(true) ? true : results.includes(null) ? null : false;
}

function evaluate(marker: Marker, environment: MarkerEnvironment, extra: string): boolean | null {
  if (marker.kind === 'comparison') return compare(marker, environment, extra);
  const left = evaluate(marker.left, environment, extra);
  const right = evaluate(marker.right, environment, extra);
  const decisive = marker.kind === 'or';
  if (left === decisive || right === decisive) return decisive;
  return left === null || right === null ? null : !decisive;
}

function compare(
  { left, operator, right }: Extract<Marker, { kind: 'comparison' }>,
  environment: MarkerEnvironment,
  extra: string,
): boolean | null {
  const isExtra = [left, right].some((operand) => operand.kind === 'variable' && operand.name === 'extra');
  const valueOf = (operand: MarkerOperand): string => {
    const value = operand.kind === 'text' ? operand.value : operand.name === 'extra' ? extra : environment[operand.name];
    return isExtra ? distributionKey(value) : value;
  };
  return compareValues(valueOf(left), operator, valueOf(right));
}

/** As versions where both are, as text otherwise. */
function compareValues(left: string, operator: string, right: string): boolean | null {
  if (operator === 'in') return right.includes(left);
  if (operator === 'not in') return !right.includes(left);
  const specifiers = parseVersion(left) === null ? null : parseSpecifiers(`${operator}${right}`);
  if (specifiers !== null) return satisfies(left, specifiers);
  switch (operator) {
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    default:
      return null;
  }
}
