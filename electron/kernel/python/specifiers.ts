import { compareReleases, compareVersions, isPrerelease, parseVersion, publicOf, type Version } from './version.ts';

export type Operator = '~=' | '==' | '!=' | '<=' | '>=' | '<' | '>' | '===';

/** One clause such as `>=2.0`. `start` and `end` are of the clause, `versionStart` and `versionEnd` of its version, in the text that was parsed. */
export interface Clause {
  operator: Operator;
  /** As written; for `==1.2.*` it is `1.2.*`. */
  version: string;
  start: number;
  end: number;
  versionStart: number;
  versionEnd: number;
}

export type Specifiers = readonly Clause[];

const CLAUSE = /\s*(?<operator>~=|===|==|!=|<=|>=|<|>)(?<gap>\s*)(?<version>[^\s,;)]+)\s*/y;

/** Reads a list of clauses that are parted by commas, from `from` to `to`; null when it is none. An empty text is an empty list. */
export function parseSpecifiers(text: string, from = 0, to = text.length): Specifiers | null {
  const clauses: Clause[] = [];
  let at = from;
  while (at < to && text.slice(at, to).trim() !== '') {
    CLAUSE.lastIndex = at;
    const match = CLAUSE.exec(text);
    const { operator, gap, version } = match?.groups ?? {};
    if (match === null || operator === undefined || version === undefined || gap === undefined) return null;
    const end = match.index + match[0].trimEnd().length;
    const start = end - version.length - gap.length - operator.length;
    const clause = { operator: operator as Operator, version, start, end, versionStart: end - version.length, versionEnd: end };
    if (end > to || !isSound(clause)) return null;
    clauses.push(clause);
    at = match.index + match[0].length;
    if (at >= to) break;
    if (text[at] !== ',') return null;
    // A trailing comma is allowed by the grammar's users, if not by its letter.
    at += 1;
  }
  return clauses;
}

const wildcard = (version: string): string | null => (version.endsWith('.*') ? version.slice(0, -2) : null);

function isSound({ operator, version }: Pick<Clause, 'operator' | 'version'>): boolean {
  if (operator === '===') return true;
  const prefix = wildcard(version);
  if (prefix !== null) return (operator === '==' || operator === '!=') && /^v?(?:\d+!)?\d+(?:\.\d+)*$/i.test(prefix);
  const parsed = parseVersion(version);
  if (parsed === null) return false;
  if (operator === '~=') return parsed.release.length > 1 && parsed.local === null;
  return operator === '==' || operator === '!=' || parsed.local === null;
}

/**
 * Whether a version is in the set. Pre-releases count like others: what is installed is judged by its number. Who chooses among candidates
 * leaves them out first. A version that is none of PEP 440 satisfies only an empty set and `===`.
 */
export function satisfies(version: string, specifiers: Specifiers): boolean {
  const parsed = parseVersion(version);
  return specifiers.every((clause) => {
    if (clause.operator === '===') return version.trim().toLowerCase() === clause.version.toLowerCase();
    return parsed !== null && matches(parsed, clause);
  });
}

function matches(version: Version, { operator, version: written }: Clause): boolean {
  const prefix = wildcard(written);
  const wanted = parseVersion(prefix ?? written);
  if (wanted === null) return false;
  switch (operator) {
    case '==':
      return prefix === null ? isEqual(version, wanted) : startsWith(version, wanted, wanted.release.length);
    case '!=':
      return !(prefix === null ? isEqual(version, wanted) : startsWith(version, wanted, wanted.release.length));
    case '~=':
      return compareVersions(publicOf(version), wanted) >= 0 && startsWith(version, wanted, wanted.release.length - 1);
    case '>=':
      return compareVersions(publicOf(version), wanted) >= 0;
    case '<=':
      return compareVersions(publicOf(version), wanted) <= 0;
    case '<':
      return compareVersions(version, earliest(wanted)) < 0;
    case '>':
      return isAfter(version, wanted);
    case '===':
      return version.text.toLowerCase() === written.toLowerCase();
  }
}

/** `<1.0` leaves the pre-releases of 1.0 out, unless it names one itself. */
const earliest = (wanted: Version): Version => (isPrerelease(wanted) ? wanted : { ...wanted, dev: 0n, local: null });

/** `>1.0` leaves the post-releases and local builds of 1.0 out, unless it names a post-release itself. */
function isAfter(version: Version, wanted: Version): boolean {
  if (wanted.dev !== null) return compareVersions(version, { ...wanted, dev: wanted.dev + 1n, local: null }) >= 0;
  if (wanted.post !== null) return compareVersions(version, { ...wanted, post: wanted.post + 1n, dev: 0n, local: null }) >= 0;
  return compareVersions(version, wanted) > 0 && !(sameBase(version, wanted) && samePhase(version.pre, wanted.pre));
}

const samePhase = (a: Version['pre'], b: Version['pre']): boolean => a?.phase === b?.phase && a?.number === b?.number;

/** A local label counts only when the clause names one. */
const isEqual = (version: Version, wanted: Version): boolean =>
  compareVersions(wanted.local === null ? publicOf(version) : version, wanted) === 0;

const sameBase = (a: Version, b: Version): boolean => a.epoch === b.epoch && compareReleases(a.release, b.release) === 0;

const startsWith = (version: Version, wanted: Version, length: number): boolean =>
  version.epoch === wanted.epoch &&
  wanted.release.slice(0, length).every((number, index) => number === (version.release[index] ?? 0n));
