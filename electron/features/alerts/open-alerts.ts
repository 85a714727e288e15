import type { Alert, AlertMessage } from '../../../shared/model/alerts.ts';
import type { AlertsSettings } from '../../../shared/model/settings.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { Disposable } from '../../kernel/disposables.ts';
import { messageOf } from '../../kernel/errors.ts';
import type { AlertChannel } from '../../kernel/ports/alert-channel.ts';
import type { Log } from '../../kernel/ports/log.ts';
import { createCauses, type Complaint } from './causes/causes.ts';
import { createOutbox, type Delivery } from './outbox/outbox.ts';
import { planMessages } from './plan/plan-messages.ts';
import { isQuiet } from './plan/quiet-hours.ts';

export interface AlertsPorts {
  database: Database;
  clock: Clock;
  log: Log;
  settings: () => AlertsSettings;
  /** Channels that are configured now, and whether one takes messages of this severity. */
  channels: () => readonly AlertChannel[];
  takes: (channel: string, severity: AlertMessage['severity']) => boolean;
  onChange: () => void;
}

export interface Alerts extends Disposable {
  raise(complaint: Complaint): void;
  settle(cause: string, item: string): void;
  acknowledge(cause: string, by: string): void;
  list(limit: number): Alert[];
  deliveries(limit: number): Delivery[];
  /** Tells what is due and sends what waits, until it is disposed. */
  attend(): Disposable;
  /** One look: decides, then sends. */
  look(): Promise<void>;
}

const HOUR_MS = 3_600_000;
/** With something open or waiting, the clock is looked at this often; with nothing it is not looked at. Milliseconds. */
const TICK_MS = 10_000;

/** One message a cause: decides what to tell, makes it durable, and sends it. */
export function openAlerts(ports: AlertsPorts): Alerts {
  const { database, clock, log, settings, channels, takes, onChange } = ports;
  const causes = createCauses(database, clock);
  const outbox = createOutbox(database, clock, log);
  const stop = new AbortController();
  let attended = false;
  let cancel: () => void = () => undefined;
  let looking: Promise<void> = Promise.resolve();
  outbox.settleInterrupted();

  const decide = (): boolean =>
    database.transaction(() => {
      const now = clock.now();
      const open = causes.open();
      const { quietHours } = settings();
      // What was held back in the night and is told after it is one report, not as many alerts.
      const heldBack =
        quietHours.enabled &&
        !isQuiet(now, quietHours) &&
        open.some(({ toldTimes, since }) => toldTimes === 0 && isQuiet(since, quietHours) && now - since > HOUR_MS / 4);
      const context = { now, settings: settings(), sentLastHour: outbox.putSince(now - HOUR_MS), heldBack };
      const { message, close } = planMessages(open, context);
      if (message !== null) {
        const to = channels().map(({ id }) => id);
        outbox.put(
          message,
          to.filter((id) => takes(id, message.severity)),
        );
        causes.told(message);
      }
      causes.close(close);
      return message !== null || close.length > 0;
    });
  const once = async (): Promise<void> => {
    if (decide()) onChange();
    const next = await outbox.flush(channels(), stop.signal);
    if (next !== null || causes.open().length > 0) arm();
  };
  const look = (): Promise<void> => {
    looking = looking
      .then(once)
      .catch((error: unknown) => log.write('error', 'Alerts could not be looked after', { cause: messageOf(error) }));
    return looking;
  };
  const arm = (): void => {
    cancel();
    if (attended && !stop.signal.aborted) cancel = clock.after(TICK_MS, () => void look());
  };
  const changed = (): void => {
    onChange();
    arm();
  };
  return {
    raise(complaint) {
      causes.raise(complaint);
      changed();
    },
    settle(cause, item) {
      causes.settle(cause, item);
      changed();
    },
    acknowledge(cause, by) {
      causes.acknowledge(cause, by);
      changed();
    },
    list: (limit) => causes.list(limit),
    deliveries: (limit) => outbox.list(limit),
    look,
    attend() {
      attended = true;
      void look();
      return {
        dispose: () => {
          attended = false;
          cancel();
        },
      };
    },
    async dispose() {
      stop.abort();
      cancel();
      await looking;
    },
  };
}
