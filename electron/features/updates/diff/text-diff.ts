import { createTwoFilesPatch } from 'diff';
import type { TextDiff } from '../../../../shared/model/updates.ts';

/** A side of a comparison; null where the file is not there. */
export interface DiffSide {
  label: string;
  bytes: Uint8Array | null;
}

const MAX_BYTES = 1_000_000;
/** The shortest-edit search is quadratic in the differences: beyond this it is given up, as nobody would read it. */
const MAX_EDITS = 20_000;

/** Unified difference of two texts. Content that is no UTF-8 text, or too large to read, is said to be so. */
export function textDiff(path: string, old: DiffSide, now: DiffSide): TextDiff {
  const result = { path, oldLabel: old.label, newLabel: now.label, unified: '' };
  if (old.bytes !== null && now.bytes !== null && Buffer.compare(old.bytes, now.bytes) === 0)
    return { ...result, state: 'identical' };
  if (Math.max(old.bytes?.length ?? 0, now.bytes?.length ?? 0) > MAX_BYTES) return { ...result, state: 'too-large' };
  const before = decode(old.bytes);
  const after = decode(now.bytes);
  if (before === null || after === null) return { ...result, state: 'binary' };
  const options = { context: 3, maxEditLength: MAX_EDITS };
  const unified = createTwoFilesPatch(
    old.bytes === null ? '/dev/null' : path,
    now.bytes === null ? '/dev/null' : path,
    before,
    after,
    undefined,
    undefined,
    options,
  );
  return unified === undefined ? { ...result, state: 'too-large' } : { ...result, state: 'text', unified };
}

function decode(bytes: Uint8Array | null): string | null {
  if (bytes === null) return '';
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: showing it decoded wrongly would be a lie.
    return null;
  }
}
