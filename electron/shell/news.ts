import type { Translate } from '../../shared/locales/index.ts';
import type { News } from '../guardian-api.ts';
import type { Log } from '../kernel/ports/log.ts';
import type { Notifier } from '../kernel/ports/notifier.ts';
import { notificationOf } from '../platform/headless/desktop-news.ts';
import type { Destination } from './tray-model.ts';

export interface NewsDesk {
  notifier: Notifier;
  translate: () => Translate;
  open: (to: Destination) => void;
  log: Log;
}

/** Tells one piece of news; a click opens the panel there. Tray and panel show it too, so an undelivered one is only logged. */
export async function tellNews(news: News, { notifier, translate, open, log }: NewsDesk): Promise<void> {
  const to: Destination = { view: 'updates', release: news.release, rollback: false };
  const delivery = await notifier.show({ ...notificationOf(news, translate()), onClick: () => open(to) });
  if (!delivery.delivered) log.write('warn', 'A notification could not be delivered', { tag: news.tag, reason: delivery.reason });
}
