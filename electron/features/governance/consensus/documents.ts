import { readFrontMatter, valueAt } from '../constitution/index.ts';
import { proveFormalCorrection } from './formal-correction.ts';
import { compareVersions, versionChange } from './versions.ts';

/** The texts of a path before and after (null: no file); null when they are no text or could not be read. */
export type ReadContents = (path: string) => { before: string | null; after: string | null } | null;

/** A document of the constitution that a proposal changes. */
export interface DocumentChange {
  path: string;
  /** Versions of the front matter; null where there is none. */
  before: string | null;
  after: string | null;
  change: 'create' | 'modify' | 'delete' | 'unread';
}

/** More files than this are never a formal correction: nobody would look at each proof. */
const MOST_FORMAL = 50;

/** What a set does to the documents of the constitution, and whether all of it is proved to be formal. */
export function surveyDocuments(
  paths: readonly string[],
  contents: ReadContents,
  isDocument: (path: string) => boolean,
): { documents: DocumentChange[]; formal: boolean } {
  const documents = paths.filter(isDocument).map((path) => changeOf(path, contents(path)));
  const formal = paths.length > 0 && paths.length <= MOST_FORMAL && paths.every((path) => isFormal(contents(path)));
  return { documents, formal };
}

function changeOf(path: string, texts: ReturnType<ReadContents>): DocumentChange {
  if (texts === null) return { path, before: null, after: null, change: 'unread' };
  const { before, after } = texts;
  return {
    path,
    before: before === null ? null : versionOf(before),
    after: after === null ? null : versionOf(after),
    change: after === null ? 'delete' : before === null ? 'create' : 'modify',
  };
}

const isFormal = (texts: ReturnType<ReadContents>): boolean =>
  texts !== null && texts.before !== null && texts.after !== null && proveFormalCorrection(texts.before, texts.after).proved;

/** The version that a document's front matter names, or null. */
export function versionOf(text: string): string | null {
  const read = readFrontMatter(text);
  const version = read.ok ? valueAt(read.frontMatter.data, 'version') : undefined;
  return typeof version === 'string' || typeof version === 'number' ? String(version) : null;
}

/** Why a document's version does not let it change; null when it does. What is removed, or never had a version, needs none. */
export function documentLack({ path, before, after, change }: DocumentChange): string | null {
  if (change === 'unread') return `${path} could not be read: it is not known whether its version goes up.`;
  if (change === 'delete' || before === null) return null;
  if (after === null) return `${path}: the proposal names no version (it was ${before}).`;
  const step = compareVersions(before, after);
  if (step === null) return `${path}: ${before} or ${after} is not a version.`;
  return step > 0 ? null : `${path}: the version must go up: ${before} → ${after}.`;
}

/** `v0.1.0 → v0.2.0`; of several documents each with its path. */
export function versionChangeOf(documents: readonly DocumentChange[]): string {
  const versioned = documents.filter(({ before, after }) => before !== null || after !== null);
  const [only] = versioned;
  if (only === undefined) return versionChange(null, null);
  if (versioned.length === 1) return versionChange(only.before, only.after);
  return versioned.map(({ path, before, after }) => `${path} ${versionChange(before, after)}`).join(', ');
}
