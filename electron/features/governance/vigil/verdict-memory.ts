import type { StructureNode, StructureTree, Verdict } from '../../../../shared/model/governance.ts';
import type { Database } from '../../../kernel/database.ts';
import { joinKey } from '../../../kernel/names.ts';
import { nodesOf } from '../judgement/index.ts';

/** A structure that was judged otherwise than before, or for the first time. */
export interface ChangedVerdict {
  /** Relative to the workspace; '' is the workspace itself. */
  structure: string;
  before: Verdict | null;
  node: Pick<StructureNode, 'findings' | 'limits' | 'file'> & { result: Verdict };
}

/** What structures were judged last: only what is new is worth an entry. */
export interface VerdictMemory {
  /** Takes a whole scan in; `root` is where it began, relative to the workspace. What is not there any more is forgotten. */
  takeScan(tree: StructureTree, root: string): { first: boolean; changed: ChangedVerdict[] };
  /** Takes one structure in. Returns what it was judged before. */
  take(structure: string, verdict: Verdict): Verdict | null;
  forget(structure: string): void;
  /** Structures that are Non-Canonical now. `known`: they were so when structures were first looked at. */
  refused(): { structure: string; at: number; known: boolean }[];
}

export function createVerdictMemory(database: Database, clock: { now(): number }): VerdictMemory {
  const read = (): Map<string, Verdict> =>
    new Map(
      database
        .all<{ structure: string; verdict: Verdict }>('SELECT structure, verdict FROM structure_verdicts')
        .map(({ structure, verdict }) => [structure, verdict]),
    );
  const write = (structure: string, verdict: Verdict, known: boolean): void => {
    const sql = 'INSERT OR REPLACE INTO structure_verdicts (structure, verdict, at, known) VALUES (?, ?, ?, ?)';
    database.run(sql, structure, verdict, clock.now(), known ? 1 : 0);
  };
  const forget = (structure: string): void => {
    database.run('DELETE FROM structure_verdicts WHERE structure = ?', structure);
  };
  return {
    takeScan: ({ root: top, unreadable }, root) =>
      database.transaction(() => {
        const before = read();
        const first = before.size === 0;
        const seen = new Set<string>();
        const changed: ChangedVerdict[] = [];
        for (const node of nodesOf(top)) {
          const { result, path } = node;
          if (result === 'Container') continue;
          const structure = joinKey(root, path);
          seen.add(structure);
          const last = before.get(structure) ?? null;
          if (last === result) continue;
          write(structure, result, first);
          changed.push({ structure, before: last, node: { ...node, result } });
        }
        // A folder that could not be read says nothing about what is in it.
        if (unreadable.length === 0) for (const structure of before.keys()) if (!seen.has(structure)) forget(structure);
        return { first, changed };
      }),
    take: (structure, verdict) =>
      database.transaction(() => {
        const sql = 'SELECT verdict FROM structure_verdicts WHERE structure = ?';
        const before = database.get<{ verdict: Verdict }>(sql, structure)?.verdict ?? null;
        if (before !== verdict) write(structure, verdict, false);
        return before;
      }),
    forget,
    refused: () =>
      database
        .all<{ structure: string; at: number; known: number }>(
          "SELECT structure, at, known FROM structure_verdicts WHERE verdict = 'Non-Canonical' ORDER BY structure",
        )
        .map((row) => ({ ...row, known: row.known === 1 })),
  };
}
