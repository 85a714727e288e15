import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import ignore from 'ignore';
import { TEMPORARY_NAME } from '../../../kernel/atomic-file.ts';
import { languageOf } from '../../../kernel/code/index.ts';
import { errnoOf } from '../../../kernel/errors.ts';
import type { CacheFile } from '../caches/plan-clean.ts';

/** What tells two states of a file apart. Times in milliseconds. */
export interface Stamp {
  ino: number;
  size: number;
  mtimeMs: number;
  ctimeMs: number;
}

export type Stamps = ReadonlyMap<string, Stamp>;

/** What there is in the workspace, by key (relative, POSIX separators). */
export interface WorkspaceSurvey {
  code: Stamps;
  documents: Stamps;
  /** JSON below knowledge/. */
  data: Stamps;
  /** Temporary files of ours, wherever they lie. */
  temporaries: readonly CacheFile[];
  /** Folders that could not be read. */
  unreadable: readonly string[];
  /** There are more files than are looked at. */
  isCut: boolean;
}

/** A workspace of more files than this is not one of scripts. */
const MOST_FILES = 100_000;
/** The event loop gets a turn after this long. Milliseconds. */
const BREATH_MS = 10;
const SCRIPTS = new Set(['python', 'javascript', 'typescript', 'tsx']);
/** Ours write here too, and the walk leaves these out. */
const OWN_FOLDERS = ['.nightguard', '.tmp', '.tmp/archive'];

/** Walks the workspace by names and stamps; reads no file, follows no link. */
export function createSurveyor(workspace: string, ignored: () => readonly string[]): () => Promise<WorkspaceSurvey> {
  let rules: { written: string; isIgnored: (key: string) => boolean } | null = null;
  const current = (): ((key: string) => boolean) => {
    const written = JSON.stringify(ignored());
    if (rules?.written !== written) rules = { written, isIgnored: remembering(ignore().add([...ignored()])) };
    return rules.isIgnored;
  };
  return async () => {
    const found = { code: new Map<string, Stamp>(), documents: new Map<string, Stamp>(), data: new Map<string, Stamp>() };
    const temporaries: CacheFile[] = [];
    const unreadable: string[] = [];
    const isIgnored = current();
    const waiting = [''];
    let [files, turn] = [0, performance.now()];
    while (waiting.length > 0 && files < MOST_FILES) {
      const folder = waiting.pop() ?? '';
      for (const entry of list(join(workspace, folder), folder, unreadable)) {
        const key = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory()) {
          if (!isIgnored(`${key}/`)) waiting.push(key);
          continue;
        }
        if (!entry.isFile()) continue;
        files += 1;
        if (entry.name.startsWith('.nightguard-') && TEMPORARY_NAME.test(entry.name)) temporaries.push(...sized(workspace, key));
        const kind = kindOf(key);
        if (kind === null || (kind !== 'data' && isIgnored(key))) continue;
        const stamp = lstatSync(join(workspace, key), { throwIfNoEntry: false });
        if (stamp?.isFile() === true) found[kind].set(key, stampOf(stamp));
      }
      if (performance.now() - turn > BREATH_MS) {
        await breathe();
        turn = performance.now();
      }
    }
    for (const folder of OWN_FOLDERS) {
      for (const entry of list(join(workspace, folder), folder, []))
        if (entry.isFile() && TEMPORARY_NAME.test(entry.name)) temporaries.push(...sized(workspace, `${folder}/${entry.name}`));
    }
    return { ...found, temporaries, unreadable, isCut: files >= MOST_FILES };
  };
}

const stampOf = ({ ino, size, mtimeMs, ctimeMs }: Stamp): Stamp => ({ ino, size, mtimeMs, ctimeMs });

function kindOf(key: string): 'code' | 'documents' | 'data' | null {
  if (key.endsWith('.md')) return 'documents';
  const language = languageOf(key);
  if (language === null) return null;
  if (SCRIPTS.has(language)) return 'code';
  return language === 'json' && key.startsWith('knowledge/') ? 'data' : null;
}

function list(path: string, key: string, unreadable: string[]) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    const code = errnoOf(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR') unreadable.push(key);
    return [];
  }
}

function sized(workspace: string, path: string): CacheFile[] {
  const stat = lstatSync(join(workspace, path), { throwIfNoEntry: false });
  return stat?.isFile() === true ? [{ path, bytes: stat.size, at: stat.mtimeMs }] : [];
}

/** To judge a path costs more than to list it, and the answer does not change. */
function remembering(rules: ReturnType<typeof ignore>): (key: string) => boolean {
  const known = new Map<string, boolean>();
  return (key) => {
    let answer = known.get(key);
    if (answer === undefined) {
      answer = rules.ignores(key);
      if (known.size > MOST_FILES * 2) known.clear();
      known.set(key, answer);
    }
    return answer;
  };
}
