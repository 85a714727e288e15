import type { ErrorEvent } from '../../../../shared/model/annealing.ts';
import type { ErrorLedger, Recorded } from '../ledger/error-ledger.ts';

/** One way in for errors from everywhere: what arrives together is written together. */
export interface Intake {
  /** Resolves when the events are durable. @throws AppError `database`, `disk-full` */
  record(events: readonly ErrorEvent[]): Promise<Recorded[]>;
  /** Events that wait to be written. */
  waiting(): number;
}

interface Waiting {
  events: readonly ErrorEvent[];
  resolve: (recorded: Recorded[]) => void;
  reject: (error: unknown) => void;
}

/** Of one transaction: others may want the database meanwhile. */
const BATCH = 500;

export function createIntake(ledger: Pick<ErrorLedger, 'record'>, onRecorded: (recorded: readonly Recorded[]) => void): Intake {
  const queue: Waiting[] = [];
  let scheduled = false;
  let count = 0;

  const flush = (): void => {
    scheduled = false;
    const batch: Waiting[] = [];
    let size = 0;
    while (queue.length > 0 && (size === 0 || size + queue[0]!.events.length <= BATCH)) {
      const next = queue.shift()!;
      size += next.events.length;
      batch.push(next);
    }
    count -= size;
    if (queue.length > 0) schedule();
    write(batch);
  };

  const write = (batch: readonly Waiting[]): void => {
    try {
      const recorded = ledger.record(batch.flatMap(({ events }) => [...events]));
      let at = 0;
      for (const { events, resolve } of batch) resolve(recorded.slice(at, (at += events.length)));
      onRecorded(recorded);
    } catch (error) {
      if (batch.length === 1) batch[0]!.reject(error);
      // One that cannot be written must not take the others with it.
      else for (const one of batch) write([one]);
    }
  };

  const schedule = (): void => {
    if (scheduled) return;
    scheduled = true;
    setImmediate(flush);
  };

  return {
    record(events) {
      if (events.length === 0) return Promise.resolve([]);
      return new Promise((resolve, reject) => {
        queue.push({ events, resolve, reject });
        count += events.length;
        schedule();
      });
    },
    waiting: () => count,
  };
}
