import type { CodeLanguage, ImportRef, ParseResult } from '../../../kernel/code/index.ts';
import type { Analyse, Analysis, CheckFinding, ImportsCache, StagedFile } from './types.ts';

export interface SyntaxFindings {
  held: Map<string, CheckFinding>;
  unchecked: Map<string, string>;
  /** What the new texts import, by key. */
  imports: Map<string, readonly ImportRef[]>;
}

interface Candidate {
  file: StagedFile;
  language: CodeLanguage;
  text: string;
}

/** Holds files whose new text does not parse although the old one does, or there is none. */
export async function findSyntaxFaults(
  files: readonly StagedFile[],
  analyse: Analyse,
  cache: ImportsCache,
): Promise<SyntaxFindings> {
  const candidates = files.flatMap((file): Candidate[] =>
    file.language === null || file.newText === null ? [] : [{ file, language: file.language, text: file.newText }],
  );
  const analyses = await analyse(
    candidates.map(({ language, text, file: { oldText } }) => ({ language, text, ...(oldText === null ? {} : { oldText }) })),
  );
  const findings: SyntaxFindings = { held: new Map(), unchecked: new Map(), imports: new Map() };
  const broken: { candidate: Candidate; syntax: Extract<ParseResult, { ok: false }> }[] = [];
  for (const [index, candidate] of candidates.entries()) {
    const { syntax, imports, hash, old } = analyses[index] as Analysis;
    if (old !== undefined) remember(cache, old.hash, candidate.language, old.imports);
    const { key } = candidate.file;
    findings.imports.set(key, imports);
    if (syntax.ok === true) remember(cache, hash, candidate.language, imports);
    else if (syntax.ok === 'unchecked') findings.unchecked.set(key, syntax.reason);
    else broken.push({ candidate, syntax });
  }
  const before = await parseOldTexts(
    broken.map(({ candidate }) => candidate),
    analyse,
  );
  for (const { candidate, syntax } of broken) {
    // What did not parse before either is written in something that we do not understand: no reason to keep an update back.
    if (before.get(candidate.file.key) !== false) {
      findings.held.set(candidate.file.key, {
        reason: 'syntax',
        detail: `line ${syntax.line}, column ${syntax.column}: ${syntax.message}`,
      });
    }
  }
  return findings;
}

/** Data imports nothing: that need not be remembered. */
function remember(cache: ImportsCache, hash: string, language: CodeLanguage, imports: readonly ImportRef[]): void {
  if (language !== 'json' && language !== 'yaml') cache.set(hash, language, imports);
}

async function parseOldTexts(candidates: readonly Candidate[], analyse: Analyse): Promise<Map<string, ParseResult['ok']>> {
  const old = candidates.flatMap(({ file, language }) =>
    file.oldText === null ? [] : [{ key: file.key, language, text: file.oldText }],
  );
  const analyses = await analyse(old.map(({ language, text }) => ({ language, text })));
  return new Map(old.map(({ key }, index) => [key, (analyses[index] as Analysis).syntax.ok]));
}
