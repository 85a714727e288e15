import type { Delivery, Notifier } from '../../kernel/ports/notifier.ts';

/** Tries one notifier after the other until one delivers; says why when none did. */
export function firstDelivered(...notifiers: readonly Notifier[]): Notifier {
  return {
    async show(notification) {
      const reasons: string[] = [];
      for (const notifier of notifiers) {
        const delivery: Delivery = await notifier.show(notification);
        if (delivery.delivered) return delivery;
        reasons.push(delivery.reason);
      }
      return { delivered: false, reason: reasons.join('; ') };
    },
  };
}
