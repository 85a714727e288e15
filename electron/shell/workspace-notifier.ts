import { basename } from 'node:path';
import type { Notifier } from '../kernel/ports/notifier.ts';

/**
 * Notifications about one workspace: R-0001 of one must not replace R-0001 of another, and where there are several each says which it is about.
 */
export const notifierOf = (workspace: string, notifier: Notifier, several: () => boolean): Notifier => ({
  show: (notification) =>
    notifier.show({
      ...notification,
      tag: `${workspace}#${notification.tag}`,
      title: several() ? `${basename(workspace)} · ${notification.title}` : notification.title,
    }),
});
