import { join } from 'node:path';
import { readFrontMatter, valueAt, type FrontMatter } from './front-matter.ts';
import { keyOf, type Locations } from './locations.ts';
import { rankOf, voiceFor, type DocumentRole, type Voice } from './precedence.ts';
import { readText } from './read-text.ts';

/** A document of the constitution as it was found. */
export interface ConstitutionDocument {
  role: DocumentRole;
  /** Relative to the workspace. */
  path: string;
  state: 'read' | 'missing' | 'unreadable';
  /** Why it is missing or unreadable, or what is wrong with its front matter. */
  detail: string | null;
  version: string | null;
  voice: Voice;
  text: string | null;
  /** Null when the document has none, as a Canon may. */
  frontMatter: FrontMatter | null;
}

/** The documents in order of precedence; the last is the immune system's own DNA. */
export interface Constitution {
  documents: readonly ConstitutionDocument[];
  /** Whether every document could be read. */
  complete: boolean;
}

/** Reads Canon, META Doctrine, Immune Doctrine and the immune system's DNA. */
export async function readConstitution(locations: Locations): Promise<Constitution> {
  const documents = await Promise.all([
    readDocument(locations, 'canon', locations.canon),
    readDocument(locations, 'meta-doctrine', locations.metaDoctrine),
    readDocument(locations, 'immune-doctrine', locations.immuneDoctrine),
    readImmuneDna(locations),
  ]);
  documents.sort((a, b) => rankOf(a.role) - rankOf(b.role));
  return { documents, complete: documents.every((document) => document.state === 'read') };
}

async function readImmuneDna(locations: Locations): Promise<ConstitutionDocument> {
  const official = await readDocument(locations, 'structure', join(locations.immuneSystem, 'DNA.md'));
  return official.state === 'missing'
    ? readDocument(locations, 'structure', join(locations.immuneSystem, 'DNA_BLUEPRINT.md'))
    : official;
}

async function readDocument(locations: Locations, role: DocumentRole, file: string): Promise<ConstitutionDocument> {
  const path = keyOf(locations.workspace, file);
  const bare = { role, path, version: null, voice: voiceFor(role, true), text: null, frontMatter: null };
  const read = await readText(file);
  if (read.state === 'missing') return { ...bare, state: 'missing', detail: `${path} does not exist` };
  if (read.state === 'unreadable') return { ...bare, state: 'unreadable', detail: `${path} could not be read: ${read.detail}` };
  const result = readFrontMatter(read.text);
  const frontMatter = result.ok ? result.frontMatter : null;
  return {
    ...bare,
    state: 'read',
    detail: result.ok ? null : result.why,
    version: versionOf(frontMatter, read.text),
    text: read.text,
    frontMatter,
  };
}

/** From the front matter, else the last heading or list item that names one, as in `- **v0.3.1**: …`. */
function versionOf(frontMatter: FrontMatter | null, text: string): string | null {
  const declared = valueAt(frontMatter?.data, 'version');
  if (typeof declared === 'string' || typeof declared === 'number') return String(declared);
  const named = [...text.matchAll(/^\s*(?:#+|[-*]|>)\s.*?\bv?(\d+\.\d+\.\d+)\b/gm)].at(-1);
  return named?.[1] ?? null;
}
