import type { Translate } from '../../../shared/locales/index.ts';
import type { News } from '../../guardian-api.ts';
import type { DesktopNotification } from '../../kernel/ports/notifier.ts';

/** What was taken back or went wrong stays until it is read. */
const URGENCY: Record<News['kind'], DesktopNotification['urgency']> = {
  applied: 'low',
  held: 'normal',
  'rolled-back': 'critical',
  failed: 'critical',
  recovered: 'normal',
  'security-upgraded': 'low',
  'security-failed': 'critical',
  'security-vulnerable': 'critical',
  'security-unchecked': 'normal',
  'security-held': 'normal',
  'error-repeats': 'normal',
  'fix-taken-back': 'critical',
  'structure-refused': 'normal',
  unlogged: 'critical',
  'consensus-owed': 'normal',
};

/** A piece of news as people read it, on the desktop and in the terminal. */
export function newsText(news: News, translate: Translate): { title: string; body: string } {
  const values = { release: news.release ?? '', ...news.values };
  return { title: translate(`news.${news.kind}.title`, values), body: translate(`news.${news.kind}.body`, values) };
}

/** A piece of news as a desktop notification. */
export const notificationOf = (news: News, translate: Translate): DesktopNotification => ({
  tag: news.tag,
  ...newsText(news, translate),
  urgency: URGENCY[news.kind],
});
