import type { Alert, AlertSeverity, ChannelStanding, ChannelTest } from '../../../shared/model/alerts.ts';
import { columns } from './columns.ts';
import { ago } from './moments.ts';
import { printable } from './printable.ts';
import type { Tone, Voice } from './voice.ts';

const TONES: Readonly<Record<AlertSeverity, Tone>> = { INFO: 'plain', WARNING: 'held', ERROR: 'harm', CRITICAL: 'harm' };
const CHANNEL_TONES: Readonly<Record<ChannelStanding['state'], Tone>> = {
  works: 'good',
  unproven: 'faint',
  waiting: 'held',
  dead: 'harm',
};

/** One line a cause, newest first: those that are over are faint. */
export function alertLines(alerts: readonly Alert[], voice: Voice): string[] {
  const { t, paint } = voice;
  if (alerts.length === 0) return [t('terminal.alerts.none')];
  return columns(
    alerts.map((alert) => [
      alert.goneAt === null
        ? paint(TONES[alert.severity], t(`alerts.severity.${alert.severity}`))
        : paint('faint', t('alerts.gone')),
      paint('strong', printable(alert.cause)),
      printable(alert.title),
      [ago(alert.since, voice), ...standing(alert, voice)].join(' · '),
    ]),
  );
}

function standing({ acknowledgedBy, acknowledgedAt, goneAt, toldTimes, open }: Alert, { t }: Voice): string[] {
  const items = open > 1 ? [t('alerts.items', { count: open })] : [];
  if (goneAt !== null) return items;
  if (acknowledgedAt !== null) return [...items, t('terminal.alerts.by', { name: printable(acknowledgedBy ?? '') })];
  return [...items, t('terminal.alerts.told', { count: toldTimes })];
}

/** One line a channel: whether what is told arrives. */
export function channelLines(channels: readonly ChannelStanding[], voice: Voice): string[] {
  const { t, paint } = voice;
  if (channels.length === 0) return [t('terminal.alerts.noChannels')];
  return columns(
    channels.map(({ id, from, state, lastSentAt, waiting, error }) => [
      paint('strong', printable(id)),
      t('terminal.alerts.from', { severity: t(`alerts.severity.${from}`) }),
      paint(CHANNEL_TONES[state], t(`terminal.alerts.channel.${state}`)),
      [
        ...(lastSentAt === null ? [] : [t('terminal.alerts.lastSent', { time: ago(lastSentAt, voice) })]),
        ...(waiting === 0 ? [] : [t('terminal.alerts.waiting', { count: waiting })]),
        ...(error === '' ? [] : [printable(error)]),
      ].join(' · '),
    ]),
  );
}

/** What came of a test, one line a channel. */
export const testLines = (tests: readonly ChannelTest[], { t, paint }: Voice): string[] =>
  columns(
    tests.map(({ channel, delivered, error }) => [
      paint('strong', printable(channel)),
      delivered ? paint('good', t('terminal.alerts.delivered')) : paint('harm', t('terminal.alerts.notDelivered')),
      printable(error),
    ]),
  );
