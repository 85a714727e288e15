import type { Alert, AlertMessage, ChannelTest, Delivery, LastNight } from '../../../shared/model/alerts.ts';
import type { AlertsSettings } from '../../../shared/model/settings.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { Disposable } from '../../kernel/disposables.ts';
import { AppError, messageOf } from '../../kernel/errors.ts';
import type { AlertChannel } from '../../kernel/ports/alert-channel.ts';
import type { Log } from '../../kernel/ports/log.ts';
import { createCauses, type Complaint } from './causes/causes.ts';
import { decide } from './decide.ts';
import { nextMorning } from './night/night-hours.ts';
import { createNights } from './night/nights.ts';
import type { NightFacts } from './night/tell-night.ts';
import { createOutbox, type Outbox } from './outbox/outbox.ts';

export interface AlertsPorts {
  /** With the tables of the kernel and of alerts. */
  database: Database;
  clock: Clock;
  log: Log;
  settings: () => AlertsSettings;
  /** Channels that are configured now. */
  channels: () => readonly AlertChannel[];
  /** What of a message a channel tells; null when it tells nothing of it. */
  fit: (channel: string, message: AlertMessage) => AlertMessage | null;
  /** What happened in a night, but for the causes that came to their end. */
  night: (from: number, to: number) => Omit<NightFacts, 'healed'>;
  onChange: () => void;
}

export interface Alerts extends Disposable {
  raise(complaint: Complaint): void;
  settle(cause: string, item: string): void;
  /** All that is wrong now, mildest first; causes that are `theirs` and not among it are gone. */
  observe(complaints: readonly Complaint[], isTheirs: (cause: string) => boolean): void;
  acknowledge(cause: string, by: string): void;
  list(limit: number): Alert[];
  deliveries(limit: number): Delivery[];
  standings(): ReturnType<Outbox['standings']>;
  lastNight(): LastNight | null;
  /** Sends a test message to one channel, or to all, at once. @throws AppError `not-found` */
  test(channel: string | null): Promise<ChannelTest[]>;
  /** Tells what is due and sends what waits, until it is disposed. */
  attend(): Disposable;
  /** One look: decides, then sends. */
  look(): Promise<void>;
}

/** While something is to be told or sent, the clock is looked at this often. Milliseconds. */
const TICK_MS = 10_000;
/** While all that is open has been told: only reminders and the morning can come. Milliseconds. */
const CALM_MS = 60_000;
/** While nothing is open: a machine that slept through the morning is heard of not much later. Milliseconds. */
const IDLE_MS = 10 * 60_000;

/** One message a cause: decides what to tell, makes it durable, and sends it. */
export function openAlerts(ports: AlertsPorts): Alerts {
  const { database, clock, log, settings, channels, fit, onChange } = ports;
  const causes = createCauses(database, clock);
  const outbox = createOutbox(database, clock, log);
  const facts = (from: number, to: number): NightFacts => ({ ...ports.night(from, to), healed: causes.goneBetween(from, to) });
  const nights = createNights({ database, clock, settings, facts });
  const stop = new AbortController();
  let attended = false;
  let cancel: () => void = () => undefined;
  let looking: Promise<void> = Promise.resolve();
  /** What an earlier process was sending when it ended is settled with the first look. */
  let swept = false;

  const address = (message: AlertMessage): { channel: string; message: AlertMessage }[] =>
    channels().flatMap(({ id }) => {
      const fitting = fit(id, message);
      return fitting === null ? [] : [{ channel: id, message: fitting }];
    });
  const once = async (): Promise<void> => {
    if (stop.signal.aborted) return;
    if (!swept) outbox.settleInterrupted();
    swept = true;
    if (decide({ database, clock, settings, causes, outbox, nights, address })) onChange();
    const before = JSON.stringify(outbox.standings(ids()));
    const next = await outbox.flush(channels(), stop.signal);
    // Disposed of meanwhile: the database may be closed.
    if (stop.signal.aborted) return;
    if (JSON.stringify(outbox.standings(ids())) !== before) onChange();
    arm(pauseUntil(next));
  };
  const ids = (): string[] => channels().map(({ id }) => id);
  const pauseUntil = (next: number | null): number => {
    const now = clock.now();
    const open = causes.open();
    const isCalm = open.every(({ toldTimes, goneAt }) => toldTimes > 0 && goneAt === null);
    const pause = open.length === 0 ? IDLE_MS : isCalm ? CALM_MS : TICK_MS;
    const sending = next === null ? pause : Math.max(TICK_MS, next - now);
    return Math.min(pause, sending, Math.max(1000, nextMorning(now, settings().quietHours) - now));
  };
  const look = (): Promise<void> => {
    looking = looking
      .then(once)
      .catch((error: unknown) => log.write('error', 'Alerts could not be looked after', { cause: messageOf(error) }));
    return looking;
  };
  const arm = (pause: number): void => {
    cancel();
    if (attended && !stop.signal.aborted) cancel = clock.after(pause, () => void look());
  };
  const changed = (): void => {
    onChange();
    arm(TICK_MS);
  };
  const testOne = async (channel: AlertChannel): Promise<ChannelTest> => {
    const message: AlertMessage = { severity: 'INFO', kind: 'test', begun: [], ongoing: [], gone: [] };
    const sent = await channel.send(message, `nightguard-test-${clock.now()}`, stop.signal);
    stop.signal.throwIfAborted();
    outbox.record(channel.id, message, sent);
    onChange();
    return { channel: channel.id, delivered: sent.state === 'sent', error: sent.state === 'sent' ? '' : sent.error };
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
    observe(complaints, isTheirs) {
      causes.observe(complaints, isTheirs);
      changed();
    },
    acknowledge(cause, by) {
      causes.acknowledge(cause, by);
      changed();
    },
    list: (limit) => causes.list(limit),
    deliveries: (limit) => outbox.list(limit),
    standings: () => outbox.standings(ids()),
    lastNight: () => nights.last(),
    test(channel) {
      const asked = channels().filter(({ id }) => channel === null || id === channel);
      if (asked.length > 0) return Promise.all(asked.map(testOne));
      const there = ids().join(', ');
      const which = channel === null ? 'No channel is configured.' : `There is no channel ${JSON.stringify(channel)}.`;
      return Promise.reject(new AppError('not-found', there === '' ? which : `${which} There are: ${there}.`));
    },
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
