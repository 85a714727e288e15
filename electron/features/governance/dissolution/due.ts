import type { StructureTree } from '../../../../shared/model/governance.ts';
import { nodesOf } from '../judgement/index.ts';

/** A structure whose time has come, by what its own DNA says. */
export interface DueDissolution {
  /** Relative to the scanned root. */
  structure: string;
  reason: string;
  /** Epoch milliseconds. */
  since: number;
}

/** Structures that retention has triggered. Findings for a person: nothing is dissolved by finding it. */
export const dueDissolutions = (tree: StructureTree): DueDissolution[] =>
  [...nodesOf(tree.root)].flatMap((node) =>
    node.limits
      .filter(({ action }) => action === 'dissolve')
      .map(({ allowed, actual, since }) => ({
        structure: node.path,
        reason: `retention.max_days: ${actual} of ${allowed} days`,
        since,
      })),
  );
