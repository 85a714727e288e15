import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { locate } from '../../../../../electron/features/governance/constitution/index.ts';
import {
  createDissolutionJournal, planDissolution, readStructureFacts, runDissolution, surroundingsOf,
  type DissolutionEffects, type DissolutionOutcome, type DissolutionPlan, type PlannedDissolution,
} from '../../../../../electron/features/governance/dissolution/index.ts'; // prettier-ignore
import { blueprint, immuneBlueprint, withFrontMatter } from '../support/documents.ts';
import { createRoom, person, type Room } from '../support/room.ts';

/** A small AAOS with one structure, `swarm/scout`, and what these tests do with it. */
export interface DissolutionRoom extends Room {
  effects: DissolutionEffects;
  at: (...parts: string[]) => string;
  planned: (structure?: string) => Promise<PlannedDissolution>;
  /** A plan that a person has approved. */
  approved: (structure?: string) => Promise<DissolutionPlan>;
  run: (plan: DissolutionPlan, effects?: DissolutionEffects) => Promise<DissolutionOutcome>;
}

export function createDissolutionRoom(): DissolutionRoom {
  const room = createRoom();
  room.write({
    'README.md': '# Canon\n',
    '02_AAOS-Immune_system/DNA.md': immuneBlueprint,
    'swarm/scout/DNA.md': withFrontMatter(blueprint),
  });
  const effects: DissolutionEffects = {
    ...room,
    journal: createDissolutionJournal(room.database),
    handOver: () => Promise.resolve([]),
  };
  const planned = async (structure = 'swarm/scout'): Promise<PlannedDissolution> => {
    const locations = locate(room.workspace, room.settings);
    const facts = await readStructureFacts(locations, structure);
    const request = { structure, reason: 'its purpose is done', handover: null };
    return planDissolution(facts, surroundingsOf(locations), request, room.clock.at);
  };
  const run = (plan: DissolutionPlan, using = effects): Promise<DissolutionOutcome> => runDissolution(plan, using, 'test');
  return {
    ...room,
    effects,
    at: (...parts) => join(room.workspace, ...parts),
    planned,
    run,
    async approved(structure) {
      const result = await planned(structure);
      if (!result.ok) throw new Error(result.refusal);
      const asked = await run(result.plan);
      const [request] = room.approvals.pending();
      if (request === undefined) throw new Error(JSON.stringify(asked));
      room.approvals.approve(request.id, person, result.plan.contentHash);
      return result.plan;
    },
  };
}

/** Everything that a copy must bring back: kind, mode, time to the millisecond, and content. Summaries are left out. */
export function fingerprint(root: string): Record<string, string> {
  const found: Record<string, string> = {};
  const walk = (path: string): void => {
    for (const name of readdirSync(join(root, path))) {
      const below = path === '' ? name : `${path}/${name}`;
      if (below === 'DISSOLUTION_SUMMARY.md') continue;
      const stat = lstatSync(join(root, below));
      const content = stat.isDirectory()
        ? 'folder'
        : stat.isSymbolicLink()
          ? `→ ${readlinkSync(join(root, below))}`
          : hashOf(join(root, below));
      found[below] = `${(stat.mode & 0o7777).toString(8)} ${Math.round(stat.mtimeMs)} ${content}`;
      if (stat.isDirectory()) walk(below);
    }
  };
  walk('');
  return found;
}

const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
