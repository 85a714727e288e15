import { sameStamp, type FileStamp } from '../../../kernel/hash.ts';

/**
 * How much older than the moment of hashing a ctime must be. Within one tick of the clock that stamps files, two writes leave
 * equal stamps: the second would go unseen. Kernels tick in 1 to 10 ms, exFAT in 10 ms: 100 ms is ten of the coarsest ticks.
 */
const CLEARLY_LATER_NS = 100_000_000n;
/** Stamps in whole seconds come from file systems that count in one (HFS+, ext3, NFS) or two (FAT) seconds. */
const CLEARLY_LATER_COARSE_NS = 4_000_000_000n;
const SECOND_NS = 1_000_000_000n;
const MILLISECOND_NS = 1_000_000n;

/** Whether a hash may be remembered for this stamp. `hashedAt`: epoch milliseconds, taken before the file was read. */
export function isCacheable(stamp: FileStamp, hashedAt: number): boolean {
  const margin = stamp.ctimeNs % SECOND_NS === 0n ? CLEARLY_LATER_COARSE_NS : CLEARLY_LATER_NS;
  return BigInt(Math.floor(hashedAt)) * MILLISECOND_NS - stamp.ctimeNs > margin;
}

/** Whether a remembered hash is still the file's. */
export const isTrusted = (remembered: FileStamp, present: FileStamp): boolean => sameStamp(remembered, present);
