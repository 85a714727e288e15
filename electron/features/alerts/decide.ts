import type { AlertMessage, LastNight } from '../../../shared/model/alerts.ts';
import type { AlertsSettings } from '../../../shared/model/settings.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { Causes } from './causes/causes.ts';
import type { Nights } from './night/nights.ts';
import { isEventful, severityOfNight } from './night/tell-night.ts';
import type { Outbox } from './outbox/outbox.ts';
import { planMessages } from './plan/plan-messages.ts';
import { isQuiet } from './plan/quiet-hours.ts';

export interface DecidePorts {
  database: Database;
  clock: Pick<Clock, 'now'>;
  settings: () => AlertsSettings;
  causes: Causes;
  outbox: Outbox;
  nights: Nights;
  /** What of a message goes to each channel that is configured now. */
  address: (message: AlertMessage) => { channel: string; message: AlertMessage }[];
}

const HOUR_MS = 3_600_000;

/** Decides what is to be told now and makes it durable, in one transaction. Returns whether anything has changed. */
export function decide({ database, clock, settings, causes, outbox, nights, address }: DecidePorts): boolean {
  // Mostly there is nothing to decide, and nobody's writes are held up for it.
  if (causes.open().length === 0 && !nights.isDue()) return false;
  return database.transaction(() => {
    const now = clock.now();
    const open = causes.open();
    const { quietHours } = settings();
    const night = nights.end();
    // What was held back in the night and is told after it is one report, not as many alerts.
    const heldBack =
      quietHours.enabled &&
      !isQuiet(now, quietHours) &&
      open.some(({ toldTimes, since }) => toldTimes === 0 && isQuiet(since, quietHours) && now - since > HOUR_MS / 4);
    const context = { now, settings: settings(), sentLastHour: outbox.putSince(now - HOUR_MS), heldBack };
    const plan = planMessages(open, context);
    const message = withNight(plan.message, quietHours.enabled && quietHours.morningReport ? night : null);
    if (message !== null) {
      outbox.put(address(message));
      causes.told(message);
    }
    causes.close(plan.close);
    return message !== null || plan.close.length > 0 || night !== null;
  });
}

/** A night in which nothing happened wakes nobody: it is shown, not sent. */
function withNight(message: AlertMessage | null, night: LastNight | null): AlertMessage | null {
  if (night === null || !isEventful(night)) return message;
  if (message !== null) return { ...message, kind: 'morning', night };
  return { severity: severityOfNight(night), kind: 'morning', begun: [], ongoing: [], gone: [], night };
}
