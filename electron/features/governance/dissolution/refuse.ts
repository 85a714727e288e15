import { foldName, isInside, toKey } from '../../../kernel/names.ts';
import { isAuditLog } from './kept-logs.ts';
import type { DissolutionRequest, Handover } from './request.ts';
import type { StructureFacts, Surroundings } from './structure-facts.ts';
import { SUMMARY_NAME } from './summary.ts';

/** Why a structure is never dissolved, or not like this. */
export type DissolutionRefusal =
  | 'the-workspace'
  | 'outside-the-constitution'
  | 'holds-the-constitution'
  | 'holds-nightguard'
  | 'holds-the-archive'
  | 'in-the-archive'
  | 'through-a-link'
  | 'holds-an-audit-log'
  | 'summary-exists'
  | 'no-dna'
  | 'no-reason'
  | 'immune-system-without-handover'
  | 'handover-of-nothing';

/** Pure. Names are compared as the most forgetful disk would: what might be the Canon on some disk is not removed on any. */
export function refusalOf(
  facts: StructureFacts,
  around: Surroundings,
  { reason, handover }: DissolutionRequest,
): DissolutionRefusal | null {
  const { structure, data, entries } = facts;
  const folded = foldName(structure);
  const holds = (key: string): boolean => isInside(foldName(key), folded);
  const lies = (folder: string): boolean => isInside(folded, foldName(folder));
  const unclear = structure.split('/').some((segment) => segment === '' || segment === '.' || segment === '..');
  const has = (name: string): boolean => entries.some(({ path, kind }) => path === name && kind === 'file');
  const isImmune = isImmuneSystem(structure, around);

  if (structure === '' || unclear) return 'the-workspace';
  if (facts.throughLink) return 'through-a-link';
  if (!lies(around.root) || folded === foldName(around.root)) return 'outside-the-constitution';
  if (lies(around.archive)) return 'in-the-archive';
  if (holds(around.archive)) return 'holds-the-archive';
  if (around.own.some((key) => holds(key) || lies(key))) return 'holds-nightguard';
  if (!isImmune && [...around.documents, around.immuneSystem].some(holds)) return 'holds-the-constitution';
  if (isImmune && holds(around.documents[0] ?? '')) return 'holds-the-constitution';
  if (isImmune && !isWhole(handover)) return 'immune-system-without-handover';
  if (!isImmune && handover !== null) return 'handover-of-nothing';
  const logs = around.auditLogs.some((key) => holds(key) || lies(key)) || entries.some(({ path }) => isAuditLog(path));
  if (!isImmune && logs) return 'holds-an-audit-log';
  if (data === null || !(has('DNA.md') || has('DNA_BLUEPRINT.md'))) return 'no-dna';
  if (entries.some(({ path }) => foldName(path) === foldName(SUMMARY_NAME))) return 'summary-exists';
  return reason.trim() === '' ? 'no-reason' : null;
}

export const isImmuneSystem = (structure: string, { immuneSystem }: Surroundings): boolean => toKey(structure) === immuneSystem;

const isWhole = (handover: Handover | null): boolean =>
  handover !== null && handover.successor.trim() !== '' && handover.readmeNote.trim() !== '';
