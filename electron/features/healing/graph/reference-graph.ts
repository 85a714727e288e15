import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ignore from 'ignore';
import { z } from 'zod';
import type { HealingSettings } from '../../../../shared/model/settings.ts';
import type { Database } from '../../../kernel/database.ts';
import { errnoOf } from '../../../kernel/errors.ts';
import { sha256 } from '../../../kernel/hash.ts';
import { createDependencyGraph, type DependencyGraph } from './dependency-graph.ts';
import { documentReferences, resolveReference } from './document-references.ts';
import { createFileFindings } from './file-findings.ts';
import type { Stamps } from './survey-workspace.ts';

type References = HealingSettings['references'];

/** Larger texts are data in a document's clothing. Bytes. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Which document names which as its dependency, by the rules of the settings. */
export function createReferenceGraph(
  workspace: string,
  database: Database,
  rules: References,
  now: () => number,
): DependencyGraph {
  const kind = `references-${sha256(JSON.stringify(rules)).slice(0, 16)}`;
  const read = (key: string): string[] => documentReferences(textOf(join(workspace, key)), rules);
  // What other rules have found is of no more use.
  database.run(`DELETE FROM healing_files WHERE kind LIKE 'references-%' AND kind <> ?`, kind);
  const graph = createDependencyGraph(
    createFileFindings({ kind, database, schema: z.array(z.string()), now, read }),
    (key, found, exists) => [...new Set(found.flatMap((one) => resolveReference(one, key, exists, byName) ?? []))].sort(),
  );
  let names = new Map<string, string[]>();
  const byName = (name: string): readonly string[] => names.get(name.normalize('NFC')) ?? [];
  const isMeant = rules.documents.length === 0 ? () => false : (key: string) => patterns.ignores(key);
  const patterns = ignore().add([...rules.documents]);
  return {
    update(files) {
      const meant: Stamps = new Map([...files].filter(([key]) => isMeant(key)));
      names = new Map();
      for (const key of meant.keys()) {
        const name = key.slice(key.lastIndexOf('/') + 1, -'.md'.length).normalize('NFC');
        names.set(name, [...(names.get(name) ?? []), key]);
      }
      return graph.update(meant);
    },
  };
}

function textOf(path: string): string {
  try {
    const bytes = readFileSync(path);
    return bytes.length > MOST_BYTES ? '' : bytes.toString('utf8');
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return '';
  }
}
