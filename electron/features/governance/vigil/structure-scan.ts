import type { ConstitutionView, StructureTree } from '../../../../shared/model/governance.ts';
import type { GovernanceSettings } from '../../../../shared/model/settings.ts';
import { messageOf } from '../../../kernel/errors.ts';
import { joinKey } from '../../../kernel/names.ts';
import type { Locations } from '../constitution/index.ts';
import { findDue } from '../dissolution/index.ts';
import { nodesOf, scanStructures, type LimitMemory } from '../judgement/index.ts';

export interface StructureScanPorts {
  /** @throws AppError `unsafe-path` */
  locations: () => Locations;
  settings: () => GovernanceSettings;
  memory: LimitMemory;
  clock: { now(): number };
  /** Told of each scan that succeeded. */
  onScan: (tree: StructureTree) => Promise<void>;
}

type Scanned = Pick<ConstitutionView, 'tree' | 'scanProblem' | 'due'>;

/** Judges all structures, and keeps what the last scan found. */
export interface StructureScan {
  last(): Scanned;
  /** Epoch milliseconds of the last one that succeeded. */
  at(): number | null;
  /** Looks at everything anew; those who ask while one runs share the one after it. Never throws for the documents' sake. */
  run(): Promise<Scanned>;
}

export function createStructureScan({ locations, settings, memory, clock, onScan }: StructureScanPorts): StructureScan {
  let found: Scanned = { tree: null, scanProblem: null, due: [] };
  let running: Promise<Scanned> | null = null;
  let next: Promise<Scanned> | null = null;
  const scan = async (): Promise<Scanned> => {
    try {
      const now = clock.now();
      const places = locations();
      const since = (structure: string, limits: Parameters<LimitMemory['since']>[1]): ReturnType<LimitMemory['since']> =>
        memory.since(structure, limits, now);
      const tree = await scanStructures(places.root, { locations: places, settings: settings(), now, since });
      // A folder that could not be read says nothing about what is in it.
      if (tree.unreadable.length === 0)
        memory.keepOnly(new Set([...nodesOf(tree.root)].map(({ path }) => joinKey(places.keys.root, path))));
      found = { tree, scanProblem: null, due: await findDue(places.root, places.keys.root, tree) };
      await onScan(tree);
    } catch (error) {
      // What the last scan found is shown on, with the reason why it is not newer.
      found = { ...found, scanProblem: messageOf(error) };
    }
    return found;
  };
  return {
    last: () => found,
    at: () => found.tree?.scannedAt ?? null,
    run() {
      // One that is under way may have passed by what was changed a moment ago.
      next ??= (running ?? Promise.resolve()).then(() => {
        next = null;
        running = scan();
        return running;
      });
      return next;
    },
  };
}
