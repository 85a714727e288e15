import { randomBytes } from 'node:crypto';
import { lstatSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../../../kernel/errors.ts';
import type { Log } from '../../../kernel/ports/log.ts';

/** Given back when the disk is full, so that what is done about it can still be recorded. Bytes. */
const RESERVE_BYTES = 2 * 1024 * 1024;
/** Only where it takes nobody's last space. */
const AMPLE_BYTES = 10 * RESERVE_BYTES;

/** A little space of the disk, kept for hard times: nothing is healed that cannot be recorded first. */
export interface Reserve {
  /** Takes or gives back, as there is space. */
  keep(freeBytes: number): void;
  /** Gives it back. False when there is none. */
  release(): boolean;
}

export function createReserve(stateFolder: string, log: Log): Reserve {
  const path = join(stateFolder, 'reserve');
  const isThere = (): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  const release = (): boolean => {
    if (!isThere()) return false;
    rmSync(path, { force: true });
    log.write('warn', 'The disk is full: the space that was kept for this is given back');
    return true;
  };
  return {
    release,
    keep(freeBytes) {
      try {
        if (freeBytes < RESERVE_BYTES) release();
        else if (!isThere() && freeBytes > AMPLE_BYTES) {
          // Not zeros: file systems that compress would keep no space for them.
          writeFileSync(path, randomBytes(RESERVE_BYTES), { flag: 'wx' });
        }
      } catch (error) {
        log.write('warn', 'No space could be kept for a full disk', { cause: messageOf(error) });
      }
    },
  };
}
