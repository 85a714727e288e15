import { LineCounter, isMap, isNode, isScalar, parseDocument, visit, type Document, type Tags } from 'yaml';
import { messageOf } from '../../../kernel/errors.ts';
import { cutFrontMatter } from './front-matter-text.ts';

/** The values of a front matter, and where each stands in the file. */
export interface FrontMatter {
  data: Readonly<Record<string, unknown>>;
  document: Document;
  yaml: string;
  body: string;
  /** 1-based line in the file of the value at a dotted path, of the nearest key above it, or null. */
  lineOf(key: string): number | null;
  /** Dotted paths of keys that are there twice. */
  duplicates: readonly string[];
}

export type FrontMatterResult = { ok: true; frontMatter: FrontMatter } | { ok: false; line: number | null; why: string };

/** More text, or more uses of anchors, than this is an attack or an accident. */
const MAX_CHARACTERS = 1 << 20;
const MAX_ALIASES = 100;

/**
 * Reads a document's front matter as YAML 1.1, as the original's parser does. Dates stay the text that they are written as.
 * Never throws for a document's sake.
 */
export function readFrontMatter(text: string): FrontMatterResult {
  if (text.length > MAX_CHARACTERS) return { ok: false, line: null, why: 'The document is too large to be judged' };
  const cut = cutFrontMatter(text);
  if (!cut.found) return { ok: false, line: null, why: cut.why };
  const lines = new LineCounter();
  const inFile = (offset: number): number =>
    lines.linePos(Math.max(0, Math.min(offset, cut.yaml.length))).line + cut.firstLine - 1;
  try {
    const document = parseDocument(cut.yaml, { ...OPTIONS, lineCounter: lines });
    const fault = document.errors[0] ?? document.warnings.find((warning) => warning.code === 'TAG_RESOLVE_FAILED');
    if (fault !== undefined)
      return { ok: false, line: inFile(fault.pos[0]), why: `The front matter is not valid YAML: ${fault.message}` };
    const nameless = namelessKey(document);
    if (nameless !== null)
      return { ok: false, line: inFile(nameless), why: 'The front matter is not valid YAML: a key has no name' };
    const data: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    if (!isMap(document.contents) || typeof data !== 'object' || data === null) {
      return { ok: false, line: cut.firstLine, why: 'The front matter must hold keys and values' };
    }
    const lineOf = (key: string): number | null => {
      const offset = offsetOf(document, key.split('.'));
      return offset === null ? null : inFile(offset);
    };
    return {
      ok: true,
      frontMatter: {
        data: data as Record<string, unknown>,
        document,
        yaml: cut.yaml,
        body: cut.body,
        lineOf,
        duplicates: duplicatesIn(document),
      },
    };
  } catch (error) {
    return { ok: false, line: null, why: `The front matter could not be read: ${messageOf(error)}` };
  }
}

/** Dates are left as text: a date that is none must be seen, not silently moved to the next month. */
const FOREIGN = /:(?:timestamp|binary|omap|pairs|set)$/;
const OPTIONS = {
  version: '1.1',
  // The original's parser forgives what is unambiguous, such as a quotation that goes on at the margin.
  strict: false,
  prettyErrors: false,
  logLevel: 'silent',
  // As the original's parser, which takes the last one; doubles are found by a rule of their own.
  uniqueKeys: false,
  customTags: (tags: Tags): Tags => tags.filter((tag) => typeof tag === 'string' || !FOREIGN.test(tag.tag)),
} as const;

/** The value at a dotted path, or undefined. */
export function valueAt(data: unknown, key: string): unknown {
  let at = data;
  for (const step of key.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string, unknown>)[step];
  }
  return at;
}

/** Offset of the last key of that name: doubles are resolved to the last one. */
function offsetOf(document: Document, steps: readonly string[]): number | null {
  let node: unknown = document.contents;
  let offset: number | null = null;
  for (const step of steps) {
    if (!isMap(node)) return offset;
    const pair = node.items.findLast((item) => isScalar(item.key) && String(item.key.value) === step);
    if (pair === undefined) return offset;
    if (isScalar(pair.key) && pair.key.range) offset = pair.key.range[0];
    node = pair.value;
  }
  return offset;
}

function duplicatesIn(document: Document): string[] {
  const found: string[] = [];
  visit(document, {
    Map(_key, map) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) found.push(name);
        seen.add(name);
      }
    },
  });
  return found;
}

/** Offset of a key that is empty or no text: the original's parser takes neither. */
function namelessKey(document: Document): number | null {
  let found: number | null = null;
  visit(document, {
    Pair(_key, { key }) {
      if (isScalar(key) && (key.value !== null || key.source !== '')) return undefined;
      found = isNode(key) && key.range ? key.range[0] : 0;
      return visit.BREAK;
    },
  });
  return found;
}
