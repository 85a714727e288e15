import { sha256 } from '../../../kernel/hash.ts';
import { baseName, foldName, joinKey } from '../../../kernel/names.ts';
import { valueAt } from '../constitution/index.ts';
import { archivePathOf } from './archive-path.ts';
import { isKept } from './kept-logs.ts';
import { readmeChange, type ReadmeChange } from './readme-change.ts';
import { isImmuneSystem, refusalOf, type DissolutionRefusal } from './refuse.ts';
import type { DissolutionRequest, Handover } from './request.ts';
import type { StructureFacts, Surroundings } from './structure-facts.ts';
import { renderSummary, SUMMARY_NAME } from './summary.ts';
import type { StructureEntry } from './survey.ts';

export type DissolutionStep = 'summary' | 'close-sessions' | 'hand-over' | 'update-readme' | 'archive' | 'remove' | 'audit';

export interface DissolutionPlan {
  /** Relative to the workspace, as it is spelt on disk. */
  structure: string;
  name: string;
  reason: string;
  steps: readonly DissolutionStep[];
  /** Relative to the workspace; must not exist yet. */
  archivePath: string;
  summaryPath: string;
  summary: string;
  /** What goes. */
  entries: readonly StructureEntry[];
  /** Audit logs: copied to the archive, and left in place whatever else goes. Relative to the structure. */
  kept: readonly string[];
  /** Where audit logs may be, as folded keys relative to the structure: one that comes later stays too. */
  logs: readonly string[];
  /** Structures of their own that go with it, relative to it. */
  nested: readonly string[];
  handover: Handover | null;
  /** Null but for the immune system. */
  readme: ReadmeChange | null;
  /** SHA-256 of exactly what will be done: what an approval is bound to. */
  contentHash: string;
  /** Epoch milliseconds. */
  plannedAt: number;
}

export type PlannedDissolution = { ok: true; plan: DissolutionPlan } | { ok: false; refusal: DissolutionRefusal };

/**
 * Decides how a structure would be dissolved, or why it is not. Pure; the same structure and time give the same plan.
 * `isFree` says of a path relative to the workspace that nothing is there.
 */
export function planDissolution(
  facts: StructureFacts,
  around: Surroundings,
  request: DissolutionRequest,
  now: number,
  isFree: (path: string) => boolean = () => true,
): PlannedDissolution {
  const refusal = refusalOf(facts, around, request);
  if (refusal !== null) return { ok: false, refusal };
  const { structure, data } = facts;
  const handover = isImmuneSystem(structure, around) ? request.handover : null;
  const logs = handover === null ? [] : relativeTo(structure, around.auditLogs);
  const stays = ({ path, kind }: StructureEntry): boolean => handover !== null && kind !== 'folder' && isKept(path, logs);
  const entries = facts.entries.filter((entry) => !stays(entry));
  const name = textOf(data, 'name', baseName(structure));
  const reason = request.reason.trim();
  const archivePath = archivePathOf(around.archive, name, now, isFree);
  const where = { name, location: structure, archive: archivePath, reason, at: now };
  const summary = renderSummary({
    ...where,
    entries,
    version: textOf(data, 'version', 'Unknown'),
    created: textOf(data, 'created', 'Unknown'),
    purpose: textOf(data, 'natural_dissolution.purpose', 'Unknown'),
  });
  const readme = handover === null ? null : readmeChange(facts.readme, where, handover);
  const plan = {
    structure,
    name,
    reason,
    steps: handover === null ? STEPS : IMMUNE_STEPS,
    archivePath,
    summaryPath: joinKey(structure, SUMMARY_NAME),
    summary,
    entries,
    kept: facts.entries.filter(stays).map(({ path }) => path),
    logs,
    nested: nestedIn(entries),
    handover,
    readme,
    contentHash: contentHashOf({ structure, reason, entries, handover, readme }),
    plannedAt: now,
  };
  return { ok: true, plan };
}

const STEPS: readonly DissolutionStep[] = ['summary', 'archive', 'remove', 'audit'];
const IMMUNE_STEPS: readonly DissolutionStep[] = [
  'summary',
  'archive',
  'close-sessions',
  'hand-over',
  'update-readme',
  'remove',
  'audit',
];

/** Not the time and the archive's name: an approval must hold for the same deed a minute later. */
const contentHashOf = (deed: Pick<DissolutionPlan, 'structure' | 'reason' | 'entries' | 'handover' | 'readme'>): string =>
  sha256(
    JSON.stringify({
      structure: deed.structure,
      reason: deed.reason,
      entries: deed.entries.map(({ path, kind, hash }) => [path, kind, hash]),
      handover: deed.handover,
      readme: deed.readme === null ? null : [deed.readme.path, deed.readme.before],
    }),
  );

const nestedIn = (entries: readonly StructureEntry[]): string[] => [
  ...new Set(entries.flatMap(({ path }) => /^(.+)\/DNA(?:_BLUEPRINT)?\.md$/.exec(path)?.slice(1, 2) ?? [])),
];

function relativeTo(structure: string, keys: readonly string[]): string[] {
  const above = `${foldName(structure)}/`;
  return keys.map(foldName).flatMap((key) => (key.startsWith(above) ? [key.slice(above.length)] : []));
}

function textOf(data: unknown, key: string, otherwise: string): string {
  const value = valueAt(data, key);
  return (typeof value === 'string' && value.trim() !== '') || typeof value === 'number' ? String(value).trim() : otherwise;
}
