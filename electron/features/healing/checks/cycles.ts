import { describeCycle } from '../../../kernel/code/index.ts';
import type { DependencyGraph } from '../graph/dependency-graph.ts';
import type { Stamps, WorkspaceSurvey } from '../graph/survey-workspace.ts';
import { createCheck, failed, passed, unknown, type Check } from './check.ts';

export interface Circles {
  cycles: readonly (readonly string[])[];
  size: number;
}

const MOST_NAMED = 3;

/** Files that depend on each other in a circle. `found` keeps what the latest look has found. */
export const circles = (
  { id, what, applicable }: { id: string; what: string; applicable: () => boolean },
  survey: () => Promise<WorkspaceSurvey>,
  files: (survey: WorkspaceSurvey) => Stamps,
  graph: () => DependencyGraph,
  found: (circles: Circles) => void,
): Check =>
  createCheck({
    id,
    category: 'code',
    severity: 'WARNING',
    // What a file says does not waver.
    failAfter: 1,
    passAfter: 1,
    every: 10,
    applicable,
    async check() {
      const seen = await survey();
      const { cycles, size } = await graph().update(files(seen));
      found({ cycles, size });
      if (cycles.length > 0) {
        const named = cycles.slice(0, MOST_NAMED).map(describeCycle).join('; ');
        const more = cycles.length > MOST_NAMED ? ` and ${cycles.length - MOST_NAMED} more` : '';
        return failed(`${cycles.length} ${cycles.length === 1 ? 'circle' : 'circles'} among ${what}: ${named}${more}.`);
      }
      if (seen.isCut) return unknown(`There are more files than are looked at; among ${size} there is no circle.`);
      return passed(`No circle among ${size} ${what}.`);
    },
  });
