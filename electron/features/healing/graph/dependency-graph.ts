import { newCycles } from '../../../kernel/code/index.ts';
import type { FileFindings } from './file-findings.ts';
import type { Stamps } from './survey-workspace.ts';

/** Circles among files by what they name, kept up to date. */
export interface DependencyGraph {
  update(files: Stamps): Promise<{ cycles: readonly (readonly string[])[]; size: number }>;
}

/** `resolve`: the files that a file's findings name, as keys. Pure, and answers the same while no file comes or goes. */
export function createDependencyGraph<T>(
  findings: FileFindings<T>,
  resolve: (key: string, found: T, exists: (key: string) => boolean) => readonly string[],
): DependencyGraph {
  const targets = new Map<string, readonly string[]>();
  let cycles: readonly (readonly string[])[] | null = null;
  return {
    async update(files) {
      const { changed, cameOrWent } = await findings.refresh(files);
      const { all } = findings;
      // Where a file has come or gone, any name may mean something else now.
      const anew = cameOrWent || cycles === null ? all.keys() : changed;
      let hasChanged = cycles === null;
      for (const key of anew) {
        const found = all.get(key);
        if (found === undefined) continue;
        const next = resolve(key, found, (other) => all.has(other));
        if (isSame(targets.get(key), next)) continue;
        targets.set(key, next);
        hasChanged = true;
      }
      if (targets.size > all.size) {
        for (const key of targets.keys()) if (!all.has(key)) targets.delete(key);
        hasChanged = true;
      }
      if (hasChanged || cycles === null) cycles = newCycles(new Map(), targets);
      return { cycles, size: targets.size };
    },
  };
}

const isSame = (a: readonly string[] | undefined, b: readonly string[]): boolean =>
  a !== undefined && a.length === b.length && a.every((key, index) => key === b[index]);
