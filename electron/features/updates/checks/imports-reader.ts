import { languageOf, type CodeLanguage, type ImportRef } from '../../../kernel/code/index.ts';
import { sha256 } from '../../../kernel/hash.ts';
import { createBreather } from '../../../kernel/breather.ts';
import type { Analyse, CheckRequest } from './types.ts';

/** Reads what files of the workspace import, through the cache. */
export interface ImportsReader {
  /** Imports of files as they are in the workspace now. */
  ofWorkspace(keys: readonly string[]): Promise<Map<string, readonly ImportRef[]>>;
  /** Imports of texts at hand, in their order. */
  ofTexts(texts: readonly { language: CodeLanguage; text: string }[]): Promise<(readonly ImportRef[])[]>;
}

/** How many files are read before their imports are asked for: bounds the memory. */
const BATCH_FILES = 200;

/** A reader for one check; nothing is kept between checks but the request's own cache. */
export function createImportsReader(request: CheckRequest, analyse: Analyse): ImportsReader {
  const { importsCache: cache, readWorkspace, hashOf } = request;

  async function ofTexts(texts: readonly { language: CodeLanguage; text: string }[]): Promise<(readonly ImportRef[])[]> {
    const breathe = createBreather();
    const results: (readonly ImportRef[] | undefined)[] = [];
    for (const { language, text } of texts) {
      results.push(cache.get(sha256(text), language));
      await breathe();
    }
    const missing = [...results.keys()].filter((index) => results[index] === undefined);
    const analyses = await analyse(
      missing.map((index) => ({ language: texts[index]!.language, text: texts[index]!.text, importsOnly: true })),
    );
    for (const [n, { hash, imports }] of analyses.entries()) {
      const index = missing[n]!;
      cache.set(hash, texts[index]!.language, imports);
      results[index] = imports;
      await breathe();
    }
    return results.map((imports) => imports ?? []);
  }

  async function readBatch(keys: readonly string[], into: Map<string, readonly ImportRef[]>): Promise<void> {
    const read = await Promise.all(keys.map(async (key) => ({ key, language: languageOf(key), text: await readWorkspace(key) })));
    const texts = read.flatMap(({ key, language, text }) =>
      language === null || text === null ? [] : [{ key, language, text }],
    );
    const imports = await ofTexts(texts);
    for (const [index, { key }] of texts.entries()) into.set(key, imports[index] ?? []);
  }

  return {
    ofTexts,
    async ofWorkspace(keys) {
      const found = new Map<string, readonly ImportRef[]>();
      const toRead: string[] = [];
      for (const key of keys) {
        const language = languageOf(key);
        const hash = language === null ? null : (hashOf?.(key) ?? null);
        const cached = language === null || hash === null ? undefined : cache.get(hash, language);
        if (cached !== undefined) found.set(key, cached);
        else if (language !== null) toRead.push(key);
      }
      for (let at = 0; at < toRead.length; at += BATCH_FILES) await readBatch(toRead.slice(at, at + BATCH_FILES), found);
      return found;
    },
  };
}
