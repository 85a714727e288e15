import { createHash } from 'node:crypto';
import type { HeldReason, HeldSet } from '../../../../shared/model/updates.ts';
import type { UpdatesSettings } from '../../../../shared/model/settings.ts';
import type { PlannedChange } from './plan.ts';

/** Shares say little about a handful of files: below this count neither `percent` nor `backwards` brakes. */
const SMALL_SET = 5;

export interface BrakeInput {
  changes: readonly PlannedChange[];
  settings: UpdatesSettings['brake'];
  /** Files that Core is expected to have. */
  tracked: number;
  /** Keys that are expected in Core and are not there. */
  missing: readonly string[];
  /** Nothing at all is in Core; only a full look can say so. */
  coreIsEmpty: boolean;
  markerMissing: boolean;
  /** Whether a file had this content at some time before. */
  everHad: (key: string, hash: string) => boolean;
}

type BrakeReason = { reason: HeldReason; detail: string };

/** Says whether a set is so large, or so strange, that a person must release it; null when it may go on. */
export function brake(input: BrakeInput): Omit<HeldSet, 'since'> | null {
  const reasons = [...strangeSource(input), ...largeSet(input), ...backwards(input)];
  if (reasons.length === 0) return null;
  return { token: tokenOf(input), reasons, files: input.changes.length };
}

function strangeSource({ tracked, missing, coreIsEmpty, markerMissing, settings }: BrakeInput): BrakeReason[] {
  const reasons: BrakeReason[] = [];
  if (markerMissing) {
    reasons.push({
      reason: 'source-marker-missing',
      detail: 'the marker .nightguard-core.json is missing or is another folder’s',
    });
  }
  if (tracked > 0 && coreIsEmpty)
    return [...reasons, { reason: 'source-empty', detail: `${tracked} files expected, none found` }];
  if (missing.length > SMALL_SET && exceedsShare(missing.length, tracked, settings.percent)) {
    reasons.push({ reason: 'source-shrunk', detail: `${missing.length} of ${tracked} files are gone from Core` });
  }
  return reasons;
}

function largeSet({ changes, settings, tracked }: BrakeInput): BrakeReason[] {
  const touched = changes.filter((change) => change.local !== null).length;
  if (touched > settings.files) {
    return [
      { reason: 'brake-files', detail: `${touched} files would be replaced or removed; the brake allows ${settings.files}` },
    ];
  }
  if (touched > SMALL_SET && exceedsShare(touched, tracked, settings.percent)) {
    const share = Math.round((100 * touched) / tracked);
    const detail = `${touched} of ${tracked} files (${share} %) would be replaced or removed; the brake allows ${settings.percent} %`;
    return [{ reason: 'brake-percent', detail }];
  }
  return [];
}

/** A cloud that gives back months-old trees looks like an update: many files return to content they had before. */
function backwards({ changes, everHad }: BrakeInput): BrakeReason[] {
  const replaced = changes.filter((change) => change.type === 'MODIFIED');
  const old = replaced.filter((change) => change.source !== null && everHad(change.key, change.source.hash));
  if (old.length <= SMALL_SET || old.length * 2 <= replaced.length) return [];
  return [{ reason: 'backwards', detail: `${old.length} of ${replaced.length} files would go back to content they had before` }];
}

const exceedsShare = (part: number, whole: number, percent: number): boolean => part * 100 > Math.max(whole, 1) * percent;

/** Binds a person's release to exactly this set: any other content makes another token. */
function tokenOf({ changes, missing, markerMissing }: BrakeInput): string {
  const lines = changes.map(({ key, type, source, local }) => `${key}\0${type}\0${source?.hash ?? ''}\0${local?.hash ?? ''}`);
  const content = [...lines.sort(), '', ...[...missing].sort(), markerMissing ? 'marker' : ''];
  return createHash('sha256').update(content.join('\n')).digest('hex');
}
