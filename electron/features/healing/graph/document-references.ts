import { parse } from 'yaml';

export interface ReferenceRules {
  frontMatter: readonly string[];
  wikiLinks: boolean;
  markdownLinks: boolean;
}

const FRONT_MATTER = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/;
const FENCE = /^(`{3,}|~{3,})[\s\S]*?^\1[^\n]*$/gm;
const CODE = /`[^`\n]*`/g;
const WIKI = /\[\[([^\]|#\n]+)(?:[#|][^\]\n]*)?\]\]/g;
const LINK = /(?<!!)\[[^\]\n]*\]\(\s*<?([^)>\s]+)>?(?:\s+"[^"\n]*")?\s*\)/g;

/** The documents that a Markdown text names as its dependencies, as written. What stands in code is no link. */
export function documentReferences(text: string, { frontMatter, wikiLinks, markdownLinks }: ReferenceRules): string[] {
  const head = FRONT_MATTER.exec(text);
  const found = new Set(head === null ? [] : fromFrontMatter(head[1] ?? '', frontMatter));
  if (wikiLinks || markdownLinks) {
    const body = text
      .slice(head?.[0].length ?? 0)
      .replaceAll(FENCE, '')
      .replaceAll(CODE, '');
    if (wikiLinks) for (const match of body.matchAll(WIKI)) found.add((match[1] ?? '').trim());
    if (markdownLinks) for (const match of body.matchAll(LINK)) if (isPlace(match[1] ?? '')) found.add(decoded(match[1] ?? ''));
  }
  found.delete('');
  return [...found];
}

function fromFrontMatter(text: string, keys: readonly string[]): string[] {
  let values: unknown;
  try {
    values = parse(text);
  } catch {
    // No YAML: the check of documents says so; here it names nothing.
    return [];
  }
  if (typeof values !== 'object' || values === null) return [];
  return keys
    .flatMap((key) => strings((values as Record<string, unknown>)[key]))
    .map((value) => value.replace(/^\[\[|\]\]$/g, '').trim());
}

/** A value, or a list of them; deeper structures name nothing that could be told apart from prose. */
const strings = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/** Not another site, not a heading of this document. */
const isPlace = (target: string): boolean => !/^[a-z][a-z0-9+.-]*:|^#/i.test(target);

function decoded(target: string): string {
  const path = target.replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    // A lone per cent sign: it is meant as it stands.
    return path;
  }
}

/**
 * The document that a reference means, as a key: from the document's own folder, from the workspace's root, or by its bare name where
 * exactly one document has it. The extension may be left out.
 */
export function resolveReference(
  reference: string,
  fromKey: string,
  exists: (key: string) => boolean,
  byName: (name: string) => readonly string[],
): string | null {
  const folder = fromKey.includes('/') ? fromKey.slice(0, fromKey.lastIndexOf('/')) : '';
  const candidates = [joined(folder, reference), joined('', reference.replace(/^\/+/, ''))];
  for (const candidate of candidates) {
    if (candidate === null) continue;
    for (const key of [candidate, `${candidate}.md`]) if (key !== fromKey && exists(key)) return key;
  }
  const named = reference.includes('/') ? [] : byName(reference.replace(/\.md$/, ''));
  return named.length === 1 && named[0] !== fromKey ? (named[0] ?? null) : null;
}

/** Null when it leads out of the workspace. */
function joined(folder: string, relative: string): string | null {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of relative.normalize('NFC').split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
