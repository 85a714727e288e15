import { basename } from 'node:path';
import { createTranslator, languageOf, type Translate } from '../../shared/locales/index.ts';
import type { AlertMessage, AlertsView, ChannelTest, LastNight } from '../../shared/model/alerts.ts';
import type { RitualRun } from '../../shared/model/rituals.ts';
import type { AlertsSettings } from '../../shared/model/settings.ts';
import { asksForDecision, type Problem, type Snapshot } from '../../shared/model/snapshot.ts';
import type { ReleaseSummary } from '../../shared/model/updates.ts';
import {
  complaintsOf,
  failingRituals,
  fitMessage,
  isFromSnapshot,
  openAlerts,
  type Complaint,
  type NightFacts,
} from '../features/alerts/index.ts';
import { isToldAsNews } from './told-as-news.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Database } from '../kernel/database.ts';
import { DisposableStack, type Disposable } from '../kernel/disposables.ts';
import { messageOf } from '../kernel/errors.ts';
import { createHubPost } from '../kernel/hub/hub-message.ts';
import type { Log } from '../kernel/ports/log.ts';
import type { Notifier } from '../kernel/ports/notifier.ts';
import { redact } from '../kernel/redact.ts';
import { channelsOf, type ConfiguredChannel } from '../platform/headless/alert-channels/from-settings.ts';
import { messageText } from '../platform/headless/alert-channels/message-text.ts';
import { findTelegramBot, findVariable } from '../platform/headless/telegram-token.ts';

/** How a door speaks to the person before it. */
export interface Teller {
  translate: () => Translate;
  /** Null where there is no desktop. */
  notifier: Notifier | null;
  /** Shows the alerts, after a click on a notification. */
  openAlerts: () => void;
}

export interface AlertWiringPorts {
  workspace: string;
  door: 'desktop' | 'terminal' | 'library';
  database: Database;
  clock: Clock;
  log: Log;
  settings: () => AlertsSettings;
  /** Where Telegram's bot interface is, and which variable holds its token: the same as for approvals. */
  telegram: () => { tokenVariable: string; baseUrl: string };
  teller: Teller;
  snapshot: () => Snapshot;
  onSnapshot: (listener: (snapshot: Snapshot) => void) => () => void;
  /** Newest first. */
  releases: (limit: number) => ReleaseSummary[];
  runs: (limit: number) => RitualRun[];
  /** What other duties mended in a time, and what they tried to mend and could not. */
  fixes: (from: number, to: number) => Pick<NightFacts, 'fixes' | 'fixesFailed'>;
  /** Why RITUALS_CONFIG could not be read; null when it could. */
  ritualsProblem: () => string | null;
  onChange: () => void;
}

/** Alerts of one guardian: what its snapshots complain of is told to people, once a cause. */
export interface GuardianAlerts extends Disposable {
  view(limit: number): AlertsView;
  /** Stops reminders of a cause until it comes again. @throws AppError `not-found` */
  acknowledge(cause: string, by: string): void;
  /** Sends a test to one channel, or to all. @throws AppError `not-found` */
  test(channel: string | null): Promise<ChannelTest[]>;
  /** What a person should know of channels and rituals. */
  problems(): Problem[];
  lastNight(): LastNight | null;
  /** Something that problems come from has changed. */
  notice(): void;
  look(): Promise<void>;
  attend(): Disposable;
}

/** A door that says nothing and has no desktop: texts follow the environment's language. */
export function silentTeller(env: NodeJS.ProcessEnv): Teller {
  let made: Translate | undefined;
  const translate = (): Translate => (made ??= createTranslator(languageOf(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'])));
  return { translate, notifier: null, openAlerts: () => undefined };
}

/** Runs and releases that are looked at for rituals that fail, and for the night. */
const RECENT = 200;

/** Wires alerts to the rest of the guardian. Tells nothing until it is attended. */
export function wireAlerts(ports: AlertWiringPorts): GuardianAlerts {
  const { workspace, database, clock, log, settings, teller, onChange } = ports;
  const channels = createChannels(ports);
  let problems: Problem[] | null = null;
  const alerts = openAlerts({
    database,
    clock,
    log,
    settings,
    channels: () => channels().map(({ channel }) => channel),
    fit(id, message) {
      const from = channels().find(({ channel }) => channel.id === id)?.from ?? 'INFO';
      return fitMessage(message, { from, isToldElsewhere: (cause) => id === 'desktop' && isToldAsNews(cause, ports.door) });
    },
    night: (from, to) => nightFacts(ports, from, to),
    onChange() {
      problems = null;
      onChange();
    },
  });
  const standings = (): AlertsView['channels'] =>
    alerts.standings().map((one) => ({
      ...one,
      from: channels().find(({ channel }) => channel.id === one.id)?.from ?? 'INFO',
    }));
  const look = (): Problem[] => [
    ...deadChannels(standings()),
    ...failingRituals(ports.runs(RECENT)),
    ...unreadable(ports.ritualsProblem(), clock.now()),
  ];
  return {
    view: (limit) => ({ alerts: alerts.list(limit), channels: standings(), deliveries: alerts.deliveries(limit) }),
    acknowledge: (cause, by) => alerts.acknowledge(cause, by),
    test: (channel) => alerts.test(channel),
    problems: () => (problems ??= look()),
    lastNight: () => alerts.lastNight(),
    notice: () => void (problems = null),
    look: () => alerts.look(),
    attend() {
      const stack = new DisposableStack();
      stack.use(
        observe(ports, (complaints) => {
          alerts.observe(complaints, isFromSnapshot);
        }),
      );
      stack.use(alerts.attend());
      return stack;
    },
    dispose: () => alerts.dispose(),
  };

  function createChannels({ telegram }: AlertWiringPorts): () => readonly ConfiguredChannel[] {
    const name = basename(workspace);
    const made = {
      textOf: (message: AlertMessage) => messageText(message, name, teller.translate()),
      notifier: teller.notifier,
      open: teller.openAlerts,
      bot: () => findTelegramBot(workspace, telegram()),
      variable: (variable: string) => findVariable(workspace, variable),
      post: createHubPost(workspace, clock),
      now: () => clock.now(),
    };
    let known: { of: AlertsSettings; channels: readonly ConfiguredChannel[] } | null = null;
    return () => {
      const of = settings();
      if (known?.of !== of) known = { of, channels: channelsOf(of, made) };
      return known.channels;
    };
  }
}

/** Hands on what snapshots complain of, whenever that changes; after the snapshot has reached everybody. */
function observe(
  { teller, log, snapshot, onSnapshot }: AlertWiringPorts,
  take: (complaints: readonly Complaint[]) => void,
): Disposable {
  let latest: Snapshot | null = null;
  let before = '';
  let isOver = false;
  const read = (): void => {
    if (latest === null || isOver) return;
    const complaints = complaintsOf(latest, teller.translate()).map(clean);
    latest = null;
    const now = JSON.stringify(complaints);
    if (now === before) return;
    before = now;
    try {
      take(complaints);
    } catch (error) {
      // The next snapshot tries again.
      before = '';
      log.write('error', 'What is wrong could not be written down for alerts', { cause: messageOf(error) });
    }
  };
  const later = (given: Snapshot): void => {
    const isWaiting = latest !== null;
    latest = given;
    if (!isWaiting) queueMicrotask(read);
  };
  latest = snapshot();
  read();
  const off = onSnapshot(later);
  return {
    dispose() {
      isOver = true;
      off();
    },
  };
}

const clean = (complaint: Complaint): Complaint => ({
  ...complaint,
  item: redact(complaint.item),
  title: redact(complaint.title),
  detail: redact(complaint.detail),
});

/** A desktop is there or not, and nobody has asked for it; whoever set up another channel relies on it. */
const deadChannels = (standings: AlertsView['channels']): Problem[] =>
  standings
    .filter(({ state }) => state === 'dead')
    .map(({ id, error, lastSentAt }) => ({
      code: 'alert-channel-dead',
      detail: `${id}: ${error}`,
      at: lastSentAt ?? 0,
      severity: id === 'desktop' ? 'notice' : 'warning',
      release: null,
    }));

const unreadable = (detail: string | null, at: number): Problem[] =>
  detail === null ? [] : [{ code: 'rituals-unreadable', detail, at, severity: 'warning', release: null }];

function nightFacts(ports: AlertWiringPorts, from: number, to: number): Omit<NightFacts, 'healed'> {
  const snapshot = ports.snapshot();
  const isIn = (at: number): boolean => at >= from && at < to;
  const { heldSet } = snapshot;
  const held = snapshot.held.filter((item) => asksForDecision(item) && isIn(item.since)).map(({ path }) => path);
  return {
    releases: ports.releases(RECENT).filter(({ startedAt }) => isIn(startedAt)),
    runs: ports.runs(RECENT).filter(({ startedAt, scheduledFor }) => isIn(startedAt ?? scheduledFor)),
    held: heldSet !== null && isIn(heldSet.since) ? [...held, ...Array<string>(heldSet.files).fill('')] : held,
    approvals: snapshot.approvals.filter(({ askedAt }) => isIn(askedAt)).map(({ summary }) => redact(summary)),
    provenAt: snapshot.provenGoodAt,
    ...ports.fixes(from, to),
  };
}
