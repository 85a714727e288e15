import type { AlertMessage, AlertSeverity } from '../../../../shared/model/alerts.ts';
import type { AlertsSettings } from '../../../../shared/model/settings.ts';
import type { PostToHub } from '../../../kernel/hub/hub-message.ts';
import type { AlertChannel } from '../../../kernel/ports/alert-channel.ts';
import type { Bot } from '../../../kernel/ports/bot.ts';
import type { Notifier } from '../../../kernel/ports/notifier.ts';
import { createDesktopChannel } from './desktop-channel.ts';
import { createEmailChannel } from './email-channel.ts';
import { createHubChannel } from './hub-channel.ts';
import type { MessageText } from './message-text.ts';
import { createTelegramChannel } from './telegram-channel.ts';
import { createWebhookChannel } from './webhook-channel.ts';

export interface ChannelPorts {
  textOf: (message: AlertMessage) => MessageText;
  /** Null where this door has no desktop. */
  notifier: Notifier | null;
  /** After a click on a desktop notification. */
  open: () => void;
  bot: () => Bot | null;
  /** The value of a variable of the environment, or of the workspace’s `.env`. */
  variable: (name: string) => string | null;
  post: PostToHub;
  now: () => number;
}

/** A channel and from which severity on it is used. */
export interface ConfiguredChannel {
  channel: AlertChannel;
  from: AlertSeverity;
}

/** The channels that the settings name, each under a name of its own. */
export function channelsOf(settings: AlertsSettings, ports: ChannelPorts): ConfiguredChannel[] {
  const { desktop, telegram, webhooks, email, hub } = settings;
  const { textOf, notifier, open, bot, variable, post, now } = ports;
  const found: ConfiguredChannel[] = [];
  if (desktop.enabled && notifier !== null)
    found.push({ channel: createDesktopChannel(notifier, textOf, open), from: desktop.from });
  if (telegram.enabled)
    found.push({ channel: createTelegramChannel({ bot, chatId: telegram.chatId, textOf }), from: telegram.from });
  for (const { url, kind, from } of webhooks) found.push({ channel: createWebhookChannel({ url, kind, textOf }), from });
  if (email.enabled) {
    const password = (): string | null => variable('SMTP_PASSWORD');
    found.push({ channel: createEmailChannel({ ...email, password, textOf }), from: email.from });
  }
  if (hub.enabled) found.push({ channel: createHubChannel(post, now), from: hub.from });
  return found.map((one, index) => ({ ...one, channel: named(one.channel, found.slice(0, index)) }));
}

/** Two webhooks of one host are two channels. */
function named(channel: AlertChannel, before: readonly ConfiguredChannel[]): AlertChannel {
  const same = before.filter((one) => one.channel.id === channel.id).length;
  return same === 0 ? channel : { id: `${channel.id} ${same + 1}`, send: channel.send.bind(channel) };
}
