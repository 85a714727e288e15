import type { AlertChannel } from '../../../kernel/ports/alert-channel.ts';
import type { DesktopNotification, Notifier } from '../../../kernel/ports/notifier.ts';
import type { MessageText } from './message-text.ts';
import type { AlertMessage, AlertSeverity } from '../../../../shared/model/alerts.ts';

const URGENCY: Readonly<Record<AlertSeverity, DesktopNotification['urgency']>> = {
  INFO: 'low',
  WARNING: 'normal',
  ERROR: 'critical',
  CRITICAL: 'critical',
};

/** Desktop notifications; a later message of the same kind replaces the one before. */
export const createDesktopChannel = (
  notifier: Notifier,
  textOf: (message: AlertMessage) => MessageText,
  onClick: () => void,
): AlertChannel => ({
  id: 'desktop',
  async send(message) {
    const { title, lines } = textOf(message);
    const delivery = await notifier.show({
      tag: 'alerts',
      title,
      body: lines.join('\n'),
      urgency: URGENCY[message.severity],
      onClick,
    });
    return delivery.delivered ? { state: 'sent' } : { state: 'again', error: delivery.reason, afterMs: null };
  },
});
