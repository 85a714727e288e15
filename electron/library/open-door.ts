import { createGuardian } from '../guardian.ts';
import type { Guardian } from '../guardian-api.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Disposable } from '../kernel/disposables.ts';
import { AppError } from '../kernel/errors.ts';
import type { Log } from '../kernel/ports/log.ts';

/** What every class of the library is given. */
export interface DoorOptions {
  /** The guarded folder, with or without a `nightguard.yaml`. */
  workspace: string;
  log?: Log;
  clock?: Clock;
}

/** The guardian behind a class of the library: opened at its first use, given back with it. */
export interface Door extends Disposable {
  /** @throws AppError `disposed` after `dispose`, `database` when the state cannot be opened */
  open(): Promise<Guardian>;
  dispose(): Promise<void>;
}

/** `owner` is the class that is named when it is used after its end. */
export function openDoor(owner: string, { workspace, log, clock }: DoorOptions): Door {
  let guardian: Promise<Guardian> | undefined;
  let isDisposed = false;
  const given = { ...(log === undefined ? {} : { log }), ...(clock === undefined ? {} : { clock }) };
  return {
    async open() {
      if (isDisposed) throw new AppError('disposed', `This ${owner} was disposed of.`);
      guardian ??= createGuardian({ workspace, door: 'library', ...given });
      try {
        return await guardian;
      } catch (error) {
        // The next call may find the disk mended.
        guardian = undefined;
        throw error;
      }
    },
    async dispose() {
      isDisposed = true;
      await (await guardian)?.dispose();
      guardian = undefined;
    },
  };
}
