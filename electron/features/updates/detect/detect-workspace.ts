import { lstatSync } from 'node:fs';
import { join } from 'node:path';

export type WorkspaceKind = '97layerOS' | 'AAOS' | 'plain';

export interface DetectedWorkspace {
  kind: WorkspaceKind;
  /** Paths, relative to the folder, that speak for the kind. */
  evidence: string[];
}

interface Signature {
  kind: Exclude<WorkspaceKind, 'plain'>;
  /** Each alone may be anybody's; `enough` of them together are not. */
  signs: readonly string[];
  enough: number;
}

const AAOS_SIGNS = [
  'METADoctrine.md',
  '01_AAOS-Record_Archive',
  '02_AAOS-Immune_system',
  '03_AAOS-Deliberation_Chamber',
  '04_AAOS-Swarm',
];
const SIGNATURES: readonly Signature[] = [
  {
    kind: '97layerOS',
    signs: [
      'libs/core_config.py',
      'execution/system/hybrid_sync.py',
      'directives/agents',
      'knowledge/system',
      'knowledge/agent_hub',
      'CLAUDE.md',
    ],
    enough: 3,
  },
  // The system may be the folder itself or lie in its place within a larger tree.
  { kind: 'AAOS', signs: [...AAOS_SIGNS, ...AAOS_SIGNS.map((sign) => `04_Agentic_AI_OS/${sign}`)], enough: 2 },
];

/** Which agent system a folder holds, judged by what is in it; nothing is read or followed. `plain` when in doubt. */
export function detectWorkspace(folder: string): DetectedWorkspace {
  const found = SIGNATURES.map(({ kind, signs, enough }) => ({
    kind,
    enough,
    evidence: signs.filter((sign) => exists(join(folder, sign))),
  }))
    .filter(({ evidence, enough }) => evidence.length >= enough)
    .sort((a, b) => b.evidence.length / b.enough - a.evidence.length / a.enough)[0];
  return found === undefined ? { kind: 'plain', evidence: [] } : { kind: found.kind, evidence: found.evidence };
}

function exists(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // A file where a folder is looked for, or no permission: no evidence either way.
    return false;
  }
}
