import { isDeepStrictEqual } from 'node:util';
import { isMap, isNode, isSeq, parseDocument, type Document, type YAMLSeq } from 'yaml';
import { AppError } from '../errors.ts';
import { applyInText } from './edit-in-text.ts';
import { commentsOf } from './text-lines.ts';

type Path = readonly (string | number)[];

export interface SettingsChange {
  /** Keys from the root, and places in lists: `['updates', 'when']`, `['updates', 'verify', 0, 'run']`. The place behind the last one adds an item. */
  path: Path;
  /** undefined removes the key, so that the default is in force, or takes the item out of its list. */
  value: unknown;
}

/**
 * The text of a settings file with some values changed. Comments stay, and so does everything that no change concerns.
 * @throws AppError `settings-invalid` when the text is not YAML to begin with (mend it first), or when a comment would be lost.
 */
export function editSettings(text: string, changes: readonly SettingsChange[]): string {
  return changes.reduce(applyChange, text);
}

function applyChange(text: string, { path, value: given }: SettingsChange): string {
  // Plain data only: what YAML cannot say must not be compared with what it says.
  const value: unknown = given === undefined ? undefined : JSON.parse(JSON.stringify(given));
  const document = parseDocument(text, { logLevel: 'error' });
  // A key such as these would reach what every object has in common.
  if (path.some((key) => key === '__proto__' || key === 'constructor' || key === 'prototype'))
    throw new AppError('usage', `${path.join('.')} is not a setting.`);
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) {
    throw new AppError(
      'settings-invalid',
      'The settings file has an error and cannot be changed from here. Mend it in an editor first.',
    );
  }
  if (isDeepStrictEqual(plainAt(document, path), value)) return text;
  const wanted = wantedAfter(document, path, value);
  for (const candidate of [() => applyInText(text, document, path, value), () => rewritten(text, path, value)]) {
    const edited = attempt(candidate);
    if (edited !== undefined && isFaithful(text, edited, wanted)) return edited;
  }
  throw new AppError('settings-invalid', `${path.join('.')} cannot be changed without losing a comment. Change it in an editor.`);
}

/** Undefined where the library cannot put a value: below one that is no section, for instance. */
function attempt(candidate: () => string | undefined): string | undefined {
  try {
    return candidate();
  } catch (error) {
    if (error instanceof AppError) throw error;
    return undefined;
  }
}

const plainAt = (document: Document, path: Path): unknown => {
  const value: unknown = document.toJS();
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[key] : undefined),
    value,
  );
};

/** What the whole file must mean afterwards, found by another way than the edit itself. */
function wantedAfter(document: Document, path: Path, value: unknown): unknown {
  const root = (structuredClone(document.toJS()) ?? {}) as Record<string | number, unknown>;
  let at = root;
  for (const key of path.slice(0, -1)) {
    const next = at[key];
    at[key] = typeof next === 'object' && next !== null ? next : {};
    at = at[key] as Record<string | number, unknown>;
  }
  const last = path.at(-1)!;
  if (value !== undefined) at[last] = value;
  else if (Array.isArray(at)) at.splice(Number(last), 1);
  else delete at[last];
  return withoutEmpty(root);
}

/** The library's own way: any document, but it may lay lines out anew. */
function rewritten(text: string, path: Path, value: unknown): string {
  const document = parseDocument(text, { logLevel: 'error' });
  if (value === undefined) document.deleteIn(path);
  else {
    // A section that is empty (null) must become one before something can be put into it.
    for (let length = 1; length < path.length; length += 1) {
      if (plainAt(document, path.slice(0, length)) === null) document.setIn(path.slice(0, length), document.createNode({}));
    }
    const list = document.getIn(path, true);
    if (isSeq(list) && Array.isArray(value)) reuseItems(document, list, value);
    else document.setIn(path, document.createNode(value));
  }
  const bom = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const edited = document.toString({ lineWidth: 0 });
  return bom + (text.includes('\r\n') ? edited.replaceAll(/\r?\n/g, '\r\n') : edited);
}

/** Items that stay keep their layout and their comments, wherever they go. */
function reuseItems(document: Document, list: YAMLSeq, value: readonly unknown[]): void {
  const left = list.items.map((node) => ({ node, value: isNode(node) ? (node.toJS(document) as unknown) : node }));
  list.items = value.map((item) => {
    const at = left.findIndex((one) => isDeepStrictEqual(one.value, item));
    return at < 0 ? document.createNode(item) : left.splice(at, 1)[0]!.node;
  });
}

/** The edit means what it should, and each comment is still there. */
function isFaithful(before: string, after: string, wanted: unknown): boolean {
  const document = parseDocument(after, { logLevel: 'error' });
  if (document.errors.length > 0 || !isDeepStrictEqual(withoutEmpty(document.toJS() ?? {}), wanted)) return false;
  const left = commentsOf(after);
  return commentsOf(before).every((comment) => {
    const at = left.indexOf(comment);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** Sections without anything in them say nothing. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .map(([key, item]) => [key, withoutEmpty(item)] as const)
    .filter(([, item]) => item !== null && !(typeof item === 'object' && !Array.isArray(item) && Object.keys(item).length === 0));
  return Object.fromEntries(entries);
}
