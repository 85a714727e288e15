import { sha256 } from '../../../kernel/hash.ts';
import { toKey } from '../../../kernel/names.ts';
import type { Act } from '../../../kernel/ports/audit.ts';

/** What will be done as one hash: the act's own, or that of its whole description when it has no content. */
export const contentHashOf = ({ contentHash, type, target, paths, notes }: Act): string =>
  contentHash ?? sha256(JSON.stringify({ type, target, paths: keys(paths), notes: notes ?? '' }));

/** Who does what to which files with which content: what an approval is good for, and nothing else. */
export const fingerprintOf = (act: Act): string =>
  sha256(JSON.stringify([actorName(act.actor), act.type, act.target, keys(act.paths), contentHashOf(act)]));

/** `nightguard (watch)` and `nightguard (ritual)` are one actor through two doors. */
export const actorName = (actor: string): string => actor.replace(/ \([^()]*\)$/, '');

const keys = (paths: readonly string[]): string[] => paths.map(toKey).sort();
