import { readFileSync } from 'node:fs';
import { messageOf } from '../../../kernel/errors.ts';
import { sha256 } from '../../../kernel/hash.ts';
import { within } from '../../../kernel/paths.ts';
import { textDiff, type DiffSide } from '../diff/text-diff.ts';
import type { ReleaseItem } from './prepare.ts';

/** Nobody reads more than this; every file is still named with its hashes. Characters. */
const MOST = 200_000;

/** A set for the person who decides on it: each file with its hashes, then what changes in it, as far as it can be shown. */
export function describeSet(workspace: string, items: readonly ReleaseItem[], label = 'Core'): string {
  const ordered = items.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const parts = [
    ordered.map(({ path, before, after }) => `${path}: ${short(before)} → ${short(after?.hash ?? null)}`).join('\n'),
  ];
  let length = 0;
  for (const item of ordered) {
    if (length > MOST) {
      parts.push('The rest is too long to be shown.');
      break;
    }
    const part = differenceOf(workspace, item, label);
    length += part.length;
    parts.push(part.slice(0, MOST));
  }
  return parts.join('\n\n');
}

function differenceOf(workspace: string, { path, before, after }: ReleaseItem, label: string): string {
  try {
    const old: DiffSide = { label: 'now', bytes: proven(before === null ? null : within(workspace, path), before) };
    const now: DiffSide = { label, bytes: proven(after?.from ?? null, after?.hash ?? null) };
    const { state, unified } = textDiff(path, old, now);
    return state === 'text' ? unified.trimEnd() : `${path}: its content cannot be shown (${state}).`;
  } catch (error) {
    return `${path}: its content cannot be shown (${messageOf(error)}).`;
  }
}

const MOST_BYTES = 1 << 20;

/** The texts of one file of a set, now and in Core; null when it is no text, too large, or changing. */
export function textsOf(
  workspace: string,
  items: readonly ReleaseItem[],
  path: string,
): { before: string | null; after: string | null } | null {
  const item = items.find((one) => one.path === path);
  if (item === undefined || (item.after?.size ?? 0) > MOST_BYTES) return null;
  try {
    return {
      before: textOf(proven(item.before === null ? null : within(workspace, path), item.before)),
      after: textOf(proven(item.after?.from ?? null, item.after?.hash ?? null)),
    };
  } catch {
    // Not knowing is an answer here, and the strict one: what cannot be read is not known to be in order.
    return null;
  }
}

const textOf = (bytes: Uint8Array | null): string | null =>
  bytes === null ? null : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

/** What is shown must be what the hash is of. */
function proven(file: string | null, hash: string | null): Uint8Array | null {
  if (file === null) return null;
  const bytes = readFileSync(file);
  if (sha256(bytes) !== hash) throw new Error('it is changing');
  return bytes;
}

const short = (hash: string | null): string => (hash === null ? '-' : hash.slice(0, 12));
