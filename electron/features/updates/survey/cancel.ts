import { AppError } from '../../../kernel/errors.ts';

/** A flag in shared memory: it reaches a thread that is too busy to receive messages. */
export type CancelFlag = Int32Array<SharedArrayBuffer>;

export const createCancelFlag = (): CancelFlag => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

export const raise = (flag: CancelFlag): void => {
  Atomics.store(flag, 0, 1);
};

/** @throws AppError `cancelled` */
export function assertNotCancelled(flag: CancelFlag): void {
  if (Atomics.load(flag, 0) !== 0) throw new AppError('cancelled', 'The comparison was cancelled. Nothing was changed.');
}
