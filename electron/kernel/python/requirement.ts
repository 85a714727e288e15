import { parseMarker, type Marker } from './markers.ts';
import { distributionKey } from './names.ts';
import { parseSpecifiers, type Specifiers } from './specifiers.ts';

/** One dependency of PEP 508. Offsets of the clauses count in the text that was parsed. */
export interface Requirement {
  /** As written. */
  name: string;
  /** By PEP 503: what to compare by. */
  key: string;
  extras: readonly string[];
  specifiers: Specifiers;
  /** Of `name @ url`; then there are no specifiers. */
  url: string | null;
  marker: Marker | null;
  markerText: string | null;
  /** Where name and extras end and specifiers may begin. */
  nameEnd: number;
}

export type ParsedRequirement = { ok: true; requirement: Requirement } | { ok: false; message: string };

const HEAD = /^\s*(?<name>[A-Z0-9](?:[A-Z0-9._-]*[A-Z0-9])?)(?![A-Z0-9_])\s*(?:\[(?<extras>[^\]]*)\])?/i;
const EXTRA = /^[A-Z0-9](?:[A-Z0-9._-]*[A-Z0-9])?$/i;

/** Reads `name[extras] specifiers ; marker` or `name[extras] @ url ; marker`. */
export function parseRequirement(text: string): ParsedRequirement {
  const head = HEAD.exec(text);
  const name = head?.groups?.['name'];
  if (head === null || name === undefined) return { ok: false, message: 'it does not begin with the name of a package' };
  const extras = (head.groups?.['extras'] ?? '').split(',').map((extra) => extra.trim());
  const named = extras.length === 1 && extras[0] === '' ? [] : extras;
  if (!named.every((extra) => EXTRA.test(extra))) return { ok: false, message: 'its extras are not names' };
  const nameEnd = head[0].trimEnd().length;
  const rest = splitMarker(text, nameEnd);
  const marker = rest.markerText === null ? null : parseMarker(rest.markerText);
  if (rest.markerText !== null && marker === null) return { ok: false, message: 'its marker (after ;) is not of PEP 508' };
  const base = { name, key: distributionKey(name), extras: named, marker, markerText: rest.markerText, nameEnd };
  if (rest.url !== null) {
    if (rest.url === '') return { ok: false, message: 'there is no address after @' };
    return { ok: true, requirement: { ...base, specifiers: [], url: rest.url } };
  }
  const [from, to] = withoutBrackets(text, nameEnd, rest.end);
  const specifiers = parseSpecifiers(text, from, to);
  if (specifiers === null) return { ok: false, message: 'its versions are not of PEP 440' };
  return { ok: true, requirement: { ...base, specifiers, url: null } };
}

interface Rest {
  url: string | null;
  /** Where what stands before the marker ends. */
  end: number;
  markerText: string | null;
}

function splitMarker(text: string, from: number): Rest {
  const body = text.slice(from);
  const isUrl = /^\s*@/.test(body);
  // An address may hold a semicolon: there the marker begins after white space only.
  const separator = isUrl ? /\s;/.exec(body) : /;/.exec(body);
  const end = separator === null ? text.length : from + separator.index;
  const markerText = separator === null ? null : text.slice(end + separator[0].length).trim();
  const url = isUrl ? text.slice(from, end).replace(/^\s*@/, '').trim() : null;
  return { url, end, markerText };
}

/** Older files write `name (>=1.0)`. */
function withoutBrackets(text: string, from: number, to: number): [number, number] {
  const match = /^\s*\((?<inner>[^)]*)\)\s*$/.exec(text.slice(from, to));
  if (match === null) return [from, to];
  const open = text.indexOf('(', from);
  return [open + 1, open + 1 + (match.groups?.['inner'] ?? '').length];
}
