import { Notification } from 'electron';
import type { Clock } from '../kernel/clock.ts';
import type { Delivery, DesktopNotification, Notifier } from '../kernel/ports/notifier.ts';

/** A platform that says neither «shown» nor «failed» in this time is taken not to have delivered. */
const ANSWER_MS = 5000;

/** Desktop notifications through Electron, whose clicks come back. */
export function createElectronNotifier(clock: Clock): Notifier {
  const shown = new Map<string, Notification>();
  return {
    async show(message) {
      if (!Notification.isSupported()) return { delivered: false, reason: 'This system does not support notifications.' };
      const notification = new Notification({
        title: message.title,
        body: message.body,
        urgency: message.urgency,
        timeoutType: message.urgency === 'critical' ? 'never' : 'default',
      });
      // Held here until it is closed: a notification that is garbage-collected loses its click.
      shown.get(message.tag)?.close();
      shown.set(message.tag, notification);
      const forget = (): void => {
        if (shown.get(message.tag) === notification) shown.delete(message.tag);
      };
      notification.on('close', forget);
      return deliver(notification, message, clock, forget);
    },
  };
}

function deliver(notification: Notification, message: DesktopNotification, clock: Clock, forget: () => void): Promise<Delivery> {
  return new Promise((resolve) => {
    const cancel = clock.after(ANSWER_MS, () => fail('The notification service did not answer.'));
    const fail = (reason: string): void => {
      cancel();
      forget();
      resolve({ delivered: false, reason });
    };
    notification.once('show', () => {
      cancel();
      resolve({ delivered: true });
    });
    notification.once('failed', (_event, reason) => fail(reason));
    notification.once('click', () => {
      forget();
      message.onClick?.();
    });
    notification.show();
  });
}
