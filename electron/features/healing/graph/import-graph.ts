import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { decodeSource, importsOf, languageOf, MAX_PARSED_LENGTH, resolveImports } from '../../../kernel/code/index.ts';
import type { Database } from '../../../kernel/database.ts';
import { errnoOf } from '../../../kernel/errors.ts';
import { createDependencyGraph, type DependencyGraph } from './dependency-graph.ts';
import { createFileFindings } from './file-findings.ts';

const importsSchema = z.array(z.object({ module: z.string(), names: z.array(z.string()) }));
type Imports = z.infer<typeof importsSchema>;

/** Who imports whom when it is loaded: Python, TypeScript and JavaScript of the workspace. */
export function createImportGraph(workspace: string, database: Database, now: () => number): DependencyGraph {
  const findings = createFileFindings<Imports>({
    // Another version when what the parsers find changes.
    kind: 'imports-1',
    database,
    schema: importsSchema,
    now,
    read: (key) => importsIn(workspace, key),
  });
  return createDependencyGraph(findings, (key, imports, exists) => {
    const language = languageOf(key);
    return language === null || imports.length === 0 ? [] : resolveImports(language, imports, key, exists);
  });
}

/** Whether a text could import anything: a look for the word costs a fraction of a tokenizer's. */
const MAY_IMPORT = /\b(?:import|require|from)\b/;

async function importsIn(workspace: string, key: string): Promise<Imports> {
  const language = languageOf(key);
  const bytes = bytesOf(join(workspace, key));
  if (language === null || bytes === null || bytes.length > MAX_PARSED_LENGTH) return [];
  const text = decodeSource(language, bytes);
  if (text === null || !MAY_IMPORT.test(text)) return [];
  return (await importsOf(language, text)).map(({ module, names }) => ({ module, names: [...names] }));
}

/** Null for a file that has gone, or cannot be read: it imports nothing that could be seen. */
function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return null;
  }
}
