import { basename } from 'node:path';
import { logicalLines, type LogicalLine } from './logical-lines.ts';
import { distributionKey } from './names.ts';
import { parseRequirement, type Requirement } from './requirement.ts';
import { byteAt, readable, readRequirementsText, type RequirementsText } from './requirements-text.ts';

/** A part of the file, in bytes, `end` excluded. */
export interface ByteSpan {
  start: number;
  end: number;
}

/** One clause of a requirement with its places in the file. */
export interface PlacedClause {
  operator: string;
  version: string;
  clause: ByteSpan;
  versionSpan: ByteSpan;
}

export interface RequirementLine {
  kind: 'requirement';
  line: number;
  /** The whole logical line without comment, as people read it. May hold a secret in its address: never show it unredacted. */
  text: string;
  requirement: Requirement;
  clauses: readonly PlacedClause[];
  /** Name and extras. A new specifier goes to its end. */
  head: ByteSpan;
  /** Everything from the name to the last specifier or address, without marker and options. */
  hashes: readonly { algorithm: string; digest: string; span: ByteSpan }[];
  whole: ByteSpan;
}

export type FileLine =
  | RequirementLine
  | { kind: 'editable' | 'location'; line: number; text: string; location: string; key: string | null; whole: ByteSpan }
  | { kind: 'include' | 'constraint'; line: number; text: string; path: string; whole: ByteSpan }
  | { kind: 'option'; line: number; text: string; name: string; value: string | null; whole: ByteSpan }
  | { kind: 'invalid'; line: number; text: string; message: string; whole: ByteSpan };

export type ParsedRequirementsFile =
  | { ok: true; encoding: RequirementsText['encoding']; lines: readonly FileLine[] }
  | { ok: false; message: string };

/** Options that stand on lines of their own (pip's reference, "Requirements File Format"). The value is what they take. */
const OPTIONS: Readonly<Record<string, 'value' | 'flag'>> = {
  '--index-url': 'value',
  '--pypi-url': 'value',
  '--extra-index-url': 'value',
  '--find-links': 'value',
  '--no-binary': 'value',
  '--only-binary': 'value',
  '--trusted-host': 'value',
  '--use-feature': 'value',
  '--no-index': 'flag',
  '--prefer-binary': 'flag',
  '--require-hashes': 'flag',
  '--pre': 'flag',
};
const SHORT: Readonly<Record<string, string>> = {
  '-i': '--index-url',
  '-f': '--find-links',
  '-r': '--requirement',
  '-c': '--constraint',
  '-e': '--editable',
};
const ARCHIVE = /\.(?:whl|zip|tar\.gz|tgz|tar|tar\.bz2|tbz|tar\.xz|txz|tlz|tar\.lz|tar\.lzma)$/i;

/** Reads a requirements file line by line as pip does, with the byte position of everything that a rewrite may change. */
export function parseRequirementsFile(bytes: Uint8Array): ParsedRequirementsFile {
  const source = readRequirementsText(bytes);
  if (source === null) return { ok: false, message: 'it is encoded as UTF-32' };
  return {
    ok: true,
    encoding: source.encoding,
    lines: logicalLines(source.text, source.unit).map((line) => parseLine(source, line)),
  };
}

function parseLine(source: RequirementsText, logical: LogicalLine): FileLine {
  const text = readable(source, logical.text);
  const base = { line: logical.line, text, whole: spanOf(source, logical, 0, logical.text.length) };
  if (logical.text.startsWith('-')) return { ...base, ...parseOption(text) };
  const optionsAt = /\s-/.exec(logical.text)?.index ?? logical.text.length;
  const body = logical.text.slice(0, optionsAt);
  if (isLocation(body)) {
    const location = readable(source, body);
    return { ...base, kind: 'location', location, key: keyOfLocation(location) };
  }
  const parsed = parseRequirement(body);
  if (!parsed.ok) return { ...base, kind: 'invalid', message: parsed.message };
  const { requirement } = parsed;
  return {
    ...base,
    kind: 'requirement',
    requirement,
    clauses: requirement.specifiers.map(({ operator, version, ...at }) => ({
      operator,
      version,
      clause: spanOf(source, logical, at.start, at.end),
      versionSpan: spanOf(source, logical, at.versionStart, at.versionEnd),
    })),
    head: spanOf(source, logical, 0, requirement.nameEnd),
    hashes: hashesOf(source, logical, optionsAt),
  };
}

function spanOf(source: RequirementsText, { map }: LogicalLine, start: number, end: number): ByteSpan {
  const last = end > start ? (map[end - 1] ?? 0) + 1 : (map[start] ?? 0);
  return { start: byteAt(source, map[start] ?? 0), end: byteAt(source, last) };
}

function hashesOf(source: RequirementsText, logical: LogicalLine, from: number): RequirementLine['hashes'] {
  const pattern = /\s--hash[=\s]\s*(?<algorithm>[a-z0-9]+):(?<digest>[0-9a-f]+)/gi;
  return [...logical.text.slice(from).matchAll(pattern)].map((match) => ({
    algorithm: match.groups?.['algorithm'] ?? '',
    digest: match.groups?.['digest'] ?? '',
    span: spanOf(source, logical, from + match.index + 1, from + match.index + match[0].length),
  }));
}

type Part =
  | { kind: 'editable'; location: string; key: string | null }
  | { kind: 'include' | 'constraint'; path: string }
  | { kind: 'option'; name: string; value: string | null }
  | { kind: 'invalid'; message: string };

function parseOption(text: string): Part {
  const match = /^(?<name>--[a-z][a-z-]*|-[a-z])(?:\s*=\s*|\s+|(?=\S)|$)(?<value>.*)$/i.exec(text);
  const written = match?.groups?.['name'] ?? text;
  const name = SHORT[written] ?? written;
  const value = unquoted((match?.groups?.['value'] ?? '').trim());
  if (name === '--requirement' || name === '--constraint' || name === '--editable') {
    if (value === '') return { kind: 'invalid', message: `${written} names nothing` };
    if (name === '--editable') return { kind: 'editable', location: value, key: keyOfLocation(value) };
    return { kind: name === '--requirement' ? 'include' : 'constraint', path: value };
  }
  const takes = OPTIONS[name];
  if (takes === undefined) return { kind: 'invalid', message: `${written} is not an option of requirements files` };
  if (takes === 'value' && value === '') return { kind: 'invalid', message: `${written} needs a value` };
  return { kind: 'option', name, value: takes === 'value' ? value : null };
}

const unquoted = (value: string): string => /^(["'])(?<inner>.*)\1$/.exec(value)?.groups?.['inner'] ?? value;

/** A path or an address instead of a name. */
function isLocation(body: string): boolean {
  const [head = ''] = body.split(/\s*;/);
  if (/^[A-Z0-9._-]+\s*(?:\[[^\]]*\])?\s*@/i.test(head)) return false;
  return /^[a-z][a-z0-9+.-]*:/i.test(head) || /^\.{0,2}[/\\]/.test(head) || /^\.{1,2}$/.test(head) || ARCHIVE.test(head.trim());
}

/** The distribution's name as far as an address tells: the fragment `egg`, or the file name of a wheel. */
function keyOfLocation(location: string): string | null {
  const egg = /[#&]egg=(?<name>[A-Z0-9._-]+)/i.exec(location)?.groups?.['name'];
  if (egg !== undefined) return distributionKey(egg);
  const file = basename((location.split(/[?#;]/)[0] ?? '').trim());
  const wheel = /^(?<name>[A-Z0-9._]+)-[^-]+(?:-[^-]+){3,4}\.whl$/i.exec(file)?.groups?.['name'];
  return wheel === undefined ? null : distributionKey(wheel);
}
