import type { Clock } from '../../../kernel/clock.ts';
import { messageOf } from '../../../kernel/errors.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import type { TrackingFile } from '../files/tracking-file.ts';

/** Writes error_tracking.json soon after a change, once for many. */
export interface TrackingWriter {
  changed(): void;
  /** Writes now what is not written yet. Never throws. */
  flush(): Promise<void>;
  /** Why it could not be written, or where an unreadable one went; null when all is well. */
  fault(): string | null;
}

const SOON_MS = 1000;

export function createTrackingWriter(file: TrackingFile, { clock, log }: { clock: Clock; log: Log }): TrackingWriter {
  let fault: string | null = null;
  let cancel: (() => void) | null = null;
  let isChanged = false;
  let writing: Promise<void> = Promise.resolve();

  const write = async (): Promise<void> => {
    if (!isChanged) return;
    isChanged = false;
    try {
      const { quarantined } = await file.sync();
      fault = quarantined === null ? null : `error_tracking.json was unreadable and is kept as ${quarantined}`;
    } catch (error) {
      isChanged = true;
      fault = `error_tracking.json could not be written: ${messageOf(error)}`;
      log.write('warn', 'error_tracking.json could not be written', { error: messageOf(error) });
    }
  };

  const flush = (): Promise<void> => {
    cancel?.();
    cancel = null;
    return (writing = writing.then(write));
  };

  return {
    changed() {
      isChanged = true;
      cancel ??= clock.after(SOON_MS, () => void flush());
    },
    flush,
    fault: () => fault,
  };
}
