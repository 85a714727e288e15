import { isDeepStrictEqual } from 'node:util';
import { Lexer, parseDocument, type Document } from 'yaml';
import { AppError } from '../errors.ts';
import { applyInText } from './edit-in-text.ts';

export interface SettingsChange {
  /** Keys from the root: `['updates', 'when']`. Lists are replaced as a whole. */
  path: readonly string[];
  /** undefined removes the key, so that the default is in force. */
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
  if (document.errors.length > 0) {
    throw new AppError(
      'settings-invalid',
      'The settings file has an error and cannot be changed from here. Mend it in an editor first.',
    );
  }
  if (isDeepStrictEqual(plainAt(document, path), value)) return text;
  const wanted = wantedAfter(document, path, value);
  for (const candidate of [() => applyInText(text, document, path, value), () => rewritten(text, path, value)]) {
    const edited = candidate();
    if (edited !== undefined && isFaithful(text, edited, wanted)) return edited;
  }
  throw new AppError('settings-invalid', `${path.join('.')} cannot be changed without losing a comment. Change it in an editor.`);
}

const plainAt = (document: Document, path: readonly string[]): unknown => {
  const value: unknown = document.toJS();
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
    value,
  );
};

/** What the whole file must mean afterwards, found by another way than the edit itself. */
function wantedAfter(document: Document, path: readonly string[], value: unknown): unknown {
  const root = (structuredClone(document.toJS()) ?? {}) as Record<string, unknown>;
  let at = root;
  for (const key of path.slice(0, -1)) {
    const next = at[key];
    at[key] = typeof next === 'object' && next !== null ? next : {};
    at = at[key] as Record<string, unknown>;
  }
  if (value === undefined) delete at[path.at(-1)!];
  else at[path.at(-1)!] = value;
  return withoutEmpty(root);
}

/** The library's own way: any document, but it may lay lines out anew. */
function rewritten(text: string, path: readonly string[], value: unknown): string {
  const document = parseDocument(text, { logLevel: 'error' });
  if (value === undefined) document.deleteIn(path);
  else {
    // A section that is empty (null) must become one before something can be put into it.
    for (let length = 1; length < path.length; length += 1) {
      if (plainAt(document, path.slice(0, length)) === null) document.setIn(path.slice(0, length), document.createNode({}));
    }
    document.setIn(path, document.createNode(value));
  }
  const bom = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const edited = document.toString({ lineWidth: 0 });
  return bom + (text.includes('\r\n') ? edited.replaceAll(/\r?\n/g, '\r\n') : edited);
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

/** All comments of a YAML text, as written. */
export function commentsOf(text: string): string[] {
  return [...new Lexer().lex(text)].filter((token) => token.startsWith('#')).map((token) => token.trimEnd());
}

/** Sections without anything in them say nothing. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .map(([key, item]) => [key, withoutEmpty(item)] as const)
    .filter(([, item]) => item !== null && !(typeof item === 'object' && !Array.isArray(item) && Object.keys(item).length === 0));
  return Object.fromEntries(entries);
}
