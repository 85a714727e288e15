import type { Translate } from '../../shared/locales/index.ts';
import type { News } from '../guardian-api.ts';
import type { Log } from '../kernel/ports/log.ts';
import type { DesktopNotification, Notifier } from '../kernel/ports/notifier.ts';
import type { Destination } from './tray-model.ts';

/** A piece of news as people read it. */
function newsText(news: News, translate: Translate): Pick<DesktopNotification, 'title' | 'body'> {
  const values = { release: news.release ?? '', ...news.values };
  return { title: translate(`news.${news.kind}.title`, values), body: translate(`news.${news.kind}.body`, values) };
}

/** What was taken back or went wrong stays until it is read. */
const URGENCY: Record<News['kind'], DesktopNotification['urgency']> = {
  applied: 'low',
  held: 'normal',
  'rolled-back': 'critical',
  failed: 'critical',
  recovered: 'normal',
};

export interface NewsDesk {
  notifier: Notifier;
  translate: () => Translate;
  open: (to: Destination) => void;
  log: Log;
}

/** Tells one piece of news; a click opens the panel there. Tray and panel show it too, so an undelivered one is only logged. */
export async function tellNews(news: News, { notifier, translate, open, log }: NewsDesk): Promise<void> {
  const to: Destination = { view: 'updates', release: news.release, rollback: false };
  const text = newsText(news, translate());
  const delivery = await notifier.show({ tag: news.tag, ...text, urgency: URGENCY[news.kind], onClick: () => open(to) });
  if (!delivery.delivered) log.write('warn', 'A notification could not be delivered', { tag: news.tag, reason: delivery.reason });
}
