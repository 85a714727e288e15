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

/** A request for approval has a notification of its own, which opens its own window: the same cause is not told twice. */
function withoutQuestions(news: News): News | null {
  const { count, questions } = news.values;
  if (news.kind !== 'held' || typeof count !== 'number' || typeof questions !== 'number') return news;
  return count > questions ? { ...news, values: { ...news.values, count: count - questions } } : null;
}

/** Tells one piece of news; a click opens the panel there. Tray and panel show it too, so an undelivered one is only logged. */
export async function tellNews(piece: News, { notifier, translate, open, log }: NewsDesk): Promise<void> {
  const news = withoutQuestions(piece);
  if (news === null) return;
  const to: Destination = { view: 'updates', release: news.release, rollback: false };
  const delivery = await notifier.show({ ...notificationOf(news, translate()), onClick: () => open(to) });
  if (!delivery.delivered) log.write('warn', 'A notification could not be delivered', { tag: news.tag, reason: delivery.reason });
}
