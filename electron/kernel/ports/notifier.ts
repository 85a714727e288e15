/** One desktop notification. `tag` replaces an earlier one of the same cause where the platform can. */
export interface DesktopNotification {
  tag: string;
  title: string;
  body: string;
  /** `critical` stays until it is dismissed. */
  urgency: 'low' | 'normal' | 'critical';
  onClick?: () => void;
}

export type Delivery = { delivered: true } | { delivered: false; reason: string };

/** Desktop notifications. Says honestly whether the platform took the message. */
export interface Notifier {
  show(notification: DesktopNotification): Promise<Delivery>;
}
