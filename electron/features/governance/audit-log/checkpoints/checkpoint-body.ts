/** What a checkpoint says: so many entries, and the full chain's hash after them. */
export interface CheckpointBody {
  /** Which log, by its key's name. */
  origin: string;
  entries: number;
  full: string;
  /** The log's own 64-bit hash, for those who have the file only. */
  hash: string;
  /** UTC, `2026-02-15T03:00:00Z`. */
  at: string;
}

/**
 * The body has the lines of a transparency-log checkpoint (https://c2sp.org/tlog-checkpoint): origin, size, base64 of the hash, extensions.
 * The hash is the head of a hash chain and no Merkle root; the origin says so.
 */
export const renderBody = ({ origin, entries, full, hash, at }: CheckpointBody): string =>
  `${origin}\n${entries}\n${Buffer.from(full, 'hex').toString('base64')}\nhead ${hash}\ntime ${at}\n`;

/** Null when the text is no such body. */
export function parseBody(text: string): CheckpointBody | null {
  const match = /^([^\n]+)\n(\d{1,15})\n([A-Za-z0-9+/]{43}=)\nhead ([0-9a-f]{16})\ntime ([^\n]+)\n$/.exec(text);
  if (match === null) return null;
  const [, origin = '', entries = '', root = '', hash = '', at = ''] = match;
  return { origin, entries: Number(entries), full: Buffer.from(root, 'base64').toString('hex'), hash, at };
}
