import { sha256 } from '../../../kernel/hash.ts';
import { foldName, isInside, joinKey } from '../../../kernel/names.ts';
import { valueAt } from '../constitution/index.ts';
import { renderSummary } from './summary.ts';
import type { StructureEntry } from './survey.ts';

/** What a structure is, as it was surveyed. Paths are keys relative to the workspace. */
export interface StructureFacts {
  /** Below the workspace; '' would be the workspace itself. */
  structure: string;
  data: Readonly<Record<string, unknown>> | null;
  entries: readonly StructureEntry[];
  /** Whether any folder on the way, or the structure itself, is a symbolic link. */
  throughLink: boolean;
}

/** Where the constitution is, as keys relative to the workspace. */
export interface Surroundings {
  root: string;
  archive: string;
  immuneSystem: string;
  canon: string;
  auditLogs: readonly string[];
}

/** To whom the immune system's authority goes, and that its sessions are closed. Needed only when it dissolves itself. */
export interface Handover {
  /** The Canon guardian or the structure that takes over. */
  successor: string;
  /** Words for the README: that it is dissolved, and where to look. */
  readmeNote: string;
}

export type DissolutionStep = 'summary' | 'close-sessions' | 'hand-over' | 'update-readme' | 'archive' | 'remove' | 'audit';

export interface DissolutionPlan {
  structure: string;
  name: string;
  reason: string;
  steps: readonly DissolutionStep[];
  /** Relative to the workspace; must not exist yet. */
  archivePath: string;
  summaryPath: string;
  summary: string;
  entries: readonly StructureEntry[];
  /** Left in place, whatever else goes: the audit logs. Relative to the structure. */
  kept: readonly string[];
  handover: Handover | null;
  /** SHA-256 of exactly what will be done: what an approval is bound to. */
  contentHash: string;
  /** Epoch milliseconds. */
  plannedAt: number;
}

export type DissolutionRefusal =
  | 'the-workspace'
  | 'outside-the-constitution'
  | 'holds-the-constitution'
  | 'holds-the-archive'
  | 'in-the-archive'
  | 'through-a-link'
  | 'holds-an-audit-log'
  | 'summary-exists'
  | 'no-dna'
  | 'no-reason'
  | 'immune-system-without-handover';

export type PlannedDissolution = { ok: true; plan: DissolutionPlan } | { ok: false; refusal: DissolutionRefusal };

export const SUMMARY_NAME = 'DISSOLUTION_SUMMARY.md';
const LOG_NAMES = new Set(['audit_log.md', 'meta_audit_log.md']);

/** Decides how a structure would be dissolved, or why it is not. Pure; the same structure and time give the same plan. */
export function planDissolution(
  facts: StructureFacts,
  around: Surroundings,
  reason: string,
  now: number,
  handover: Handover | null = null,
): PlannedDissolution {
  const refusal = refusalOf(facts, around, reason, handover);
  if (refusal !== null) return { ok: false, refusal };
  const { structure, data, entries } = facts;
  const isImmune = structure === around.immuneSystem;
  const name = textOf(data, 'name', structure.slice(structure.lastIndexOf('/') + 1));
  const archivePath = joinKey(around.archive, `${folderName(name)}/${compactUtc(now)}`);
  const summary = renderSummary({
    name,
    location: structure,
    archive: archivePath,
    reason: reason.trim(),
    at: now,
    entries,
    version: textOf(data, 'version', 'Unknown'),
    created: textOf(data, 'created', 'Unknown'),
    purpose: textOf(data, 'natural_dissolution.purpose', 'Unknown'),
  });
  const kept = isImmune ? entries.filter(({ path, kind }) => kind !== 'folder' && isAuditLog(path)).map(({ path }) => path) : [];
  const steps: DissolutionStep[] = isImmune
    ? ['summary', 'close-sessions', 'archive', 'hand-over', 'update-readme', 'remove', 'audit']
    : ['summary', 'archive', 'remove', 'audit'];
  const given = isImmune ? handover : null;
  // Not the time and the archive's name: an approval must hold for the same deed a minute later.
  const contentHash = sha256(
    JSON.stringify({
      structure,
      reason: reason.trim(),
      entries: entries.map(({ path, kind, hash }) => [path, kind, hash]),
      handover: given,
    }),
  );
  const plan = {
    structure,
    name,
    reason: reason.trim(),
    steps,
    archivePath,
    summaryPath: joinKey(structure, SUMMARY_NAME),
    summary,
    entries,
    kept,
    contentHash,
    plannedAt: now,
  };
  return { ok: true, plan: { ...plan, handover: given } };
}

function refusalOf(
  { structure, data, entries, throughLink }: StructureFacts,
  around: Surroundings,
  reason: string,
  handover: Handover | null,
): DissolutionRefusal | null {
  const has = (path: string): boolean => entries.some((entry) => entry.path === path && entry.kind === 'file');
  const holds = (key: string): boolean => isInside(foldName(key), foldName(structure));
  const unclean = structure.split('/').some((segment) => segment === '' || segment === '.' || segment === '..');
  if (structure === '' || unclean) return 'the-workspace';
  if (throughLink) return 'through-a-link';
  if (!isInside(structure, around.root) || structure === around.root) return 'outside-the-constitution';
  if (isInside(foldName(structure), foldName(around.archive))) return 'in-the-archive';
  if (holds(around.archive)) return 'holds-the-archive';
  const isImmune = structure === around.immuneSystem;
  if (holds(around.canon) || (!isImmune && holds(around.immuneSystem))) return 'holds-the-constitution';
  if (isImmune && (handover === null || handover.successor.trim() === '' || handover.readmeNote.trim() === ''))
    return 'immune-system-without-handover';
  if (!isImmune && (around.auditLogs.some(holds) || entries.some(({ path }) => isAuditLog(path)))) return 'holds-an-audit-log';
  if (data === null || !(has('DNA.md') || has('DNA_BLUEPRINT.md'))) return 'no-dna';
  if (entries.some(({ path }) => foldName(path) === foldName(SUMMARY_NAME))) return 'summary-exists';
  return reason.trim() === '' ? 'no-reason' : null;
}

const isAuditLog = (path: string): boolean => LOG_NAMES.has(foldName(path.slice(path.lastIndexOf('/') + 1)));

function textOf(data: unknown, key: string, otherwise: string): string {
  const value = valueAt(data, key);
  return (typeof value === 'string' && value.trim() !== '') || typeof value === 'number' ? String(value).trim() : otherwise;
}

/** A name from a document as the name of a folder: nothing in it may lead elsewhere. */
function folderName(name: string): string {
  const safe = name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N} _-]+/gu, '-')
    .replaceAll(/^[-. ]+|[-. ]+$/g, '')
    .slice(0, 80)
    .trimEnd();
  return safe === '' ? 'structure' : safe;
}

/** `2026-02-15T03-00-00Z`: a time that may be a folder's name everywhere. */
const compactUtc = (ms: number): string =>
  new Date(ms)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-');
