import { LineCounter, isMap, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { settingsSchema, type Settings, type SettingsProblem } from '../../../shared/model/settings.ts';
import { messageOf } from '../errors.ts';
import { allowed, schemaAt, settingsJsonSchema } from './json-schema.ts';
import { nearest } from './nearest.ts';
import { lineAt, offsetAt, offsetOfAlias, offsetOfError, offsetOfKey } from './where.ts';

/** `missing`: there was no file, or nothing in it. */
export type SettingsResult =
  | { ok: true; settings: Settings; document: Document; missing: boolean }
  | { ok: false; problem: SettingsProblem };

/** More uses of anchors than this are an attack or an accident. */
const MAX_ALIASES = 100;

/** Reads settings from the text of a file; `file` is only named in the problem. */
export function parseSettings(text: string, file: string): SettingsResult {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    strict: true,
    uniqueKeys: true,
    logLevel: 'error',
  });
  const problem = (offset: number, path: string, message: string): SettingsResult => ({
    ok: false,
    problem: { file, line: lineAt(lines, text, offset), path, message },
  });

  const [error] = document.errors;
  if (error !== undefined) return problem(offsetOfError(document, error), '', sentence(error.code, error.message));
  const alias = offsetOfAlias(document);
  if (alias !== undefined && !alias.resolved)
    return problem(alias.offset, '', `*${alias.name} refers to an anchor &${alias.name} that is not above it.`);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (cause) {
    const message =
      cause instanceof ReferenceError ? `Anchors (&, *) are used more than ${MAX_ALIASES} times over.` : messageOf(cause);
    return problem(alias?.offset ?? 0, '', message);
  }
  if (document.contents !== null && value !== null && !isMap(document.contents)) {
    return problem(
      offsetAt(document, []),
      '',
      'The file must hold keys and values, such as `updates:` with its settings below it.',
    );
  }
  const parsed = settingsSchema.safeParse(withoutEmpty(value ?? {}));
  if (parsed.success) return { ok: true, settings: parsed.data, document, missing: false };
  return explain(parsed.error.issues, value, document, problem);
}

/** The issue that stands first in the file is the one to mend first. */
function explain(
  issues: readonly z.core.$ZodIssue[],
  value: unknown,
  document: Document,
  problem: (offset: number, path: string, message: string) => SettingsResult,
): SettingsResult {
  const found = issues.map((issue) => {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
    return { offset: issue.code === 'unrecognized_keys' ? offsetOfKey(document, path) : offsetAt(document, path), path, issue };
  });
  found.sort((a, b) => a.offset - b.offset);
  const { offset, path, issue } = found[0]!;
  return problem(offset, dotted(path), messageFor(issue, path, value));
}

function messageFor(issue: z.core.$ZodIssue, path: readonly PropertyKey[], value: unknown): string {
  const schema = settingsJsonSchema();
  const name = dotted(path);
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(schemaAt(schema, issue.path)?.properties ?? {});
    const key = String(path.at(-1));
    const meant = nearest(key, known);
    return `${name} is not a setting. ${meant === undefined ? `Known here: ${known.join(', ')}.` : `Did you mean ${meant}?`}`;
  }
  const at = schemaAt(schema, path);
  if (at === undefined) return `${name}: ${issue.message}`;
  const given = valueAt(value, path);
  // A rule that the schema language cannot say brings its own words.
  const wanted = issue.code === 'custom' ? issue.message : allowed(at);
  return given === undefined ? `${name} is missing: it must be ${wanted}.` : `${name} must be ${wanted}; found ${shown(given)}.`;
}

const dotted = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : `${text}${text === '' ? '' : '.'}${String(step)}`),
    '',
  );

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const step of path) at = typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[step] : undefined;
  return at;
}

const LONGEST_SHOWN = 60;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/** `updates:` with nothing but comments below it is null in YAML, and means: the defaults. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, item === null ? undefined : withoutEmpty(item)]));
}

const SENTENCES: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'Tabs are not allowed as indentation: use spaces.',
  DUPLICATE_KEY: 'This key is there twice.',
  MULTIPLE_DOCS: 'The file must hold one document: remove the line with ---.',
};

const sentence = (code: string, message: string): string => SENTENCES[code] ?? `${message}.`.replace(/\.\.$/, '.');
