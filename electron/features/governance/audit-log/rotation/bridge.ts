import type { EntryFields, NewEntry } from '../types.ts';

/*
 * How the chain goes on across segments. The original insists on GENESIS as the first prev_hash of a file, and knows no other file. So that
 * it accepts every segment by itself, a new segment begins with GENESIS, and its first entry, the bridge, names in its hashed content what it
 * continues: the closed segment's file, its number of entries, its end hash, the SHA-256 of all its bytes, and the full chain. Whoever
 * changes a closed segment breaks the bridge; whoever changes the bridge breaks the chain that starts with it. The full chain in the
 * database and in the checkpoints does not begin anew.
 */

/** What a new segment says of the one that it continues. */
export interface Bridge {
  /** Number of the closed segment. */
  segment: number;
  /** Of the closed file, relative to the log's folder. */
  path: string;
  entries: number;
  /** Entries over all segments up to here. */
  last: number;
  bytes: number;
  endHash: string;
  sha256: string;
  endFull: string;
}

const OPENING = 'audit-segment';

export const bridgeEntry = (bridge: Bridge): NewEntry => ({
  type: 'auto-enforcement',
  target: bridge.path,
  result: 'Canonical',
  reasons: [
    `${OPENING}: ${bridge.segment + 1} continues ${bridge.segment}`,
    `entries: ${bridge.entries}`,
    `last: ${bridge.last}`,
    `bytes: ${bridge.bytes}`,
    `end-hash: ${bridge.endHash}`,
    `sha256: ${bridge.sha256}`,
    `full-chain: ${bridge.endFull}`,
  ],
});

/** The bridge in a segment's first entry, or null when it is an ordinary one. */
export function readBridge({ type, target, reasons }: EntryFields): Bridge | null {
  const opening = /^audit-segment: (\d+) continues (\d+)$/.exec(reasons[0] ?? '');
  if (type !== 'auto-enforcement' || opening === null || reasons.length !== 7) return null;
  const values = new Map(reasons.slice(1).map((line) => line.split(': ') as [string, string]));
  const text = (name: string): string => values.get(name) ?? '';
  const count = (name: string): number => Number(text(name) || Number.NaN);
  const bridge: Bridge = {
    segment: Number(opening[2]),
    path: target,
    entries: count('entries'),
    last: count('last'),
    bytes: count('bytes'),
    endHash: text('end-hash'),
    sha256: text('sha256'),
    endFull: text('full-chain'),
  };
  const whole = [bridge.entries, bridge.last, bridge.bytes].every((value) => Number.isSafeInteger(value));
  return whole && /^[0-9a-f]{64}$/.test(bridge.sha256) && /^_archive\/[\w.-]+$/.test(bridge.path) ? bridge : null;
}
