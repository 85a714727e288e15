import type { Snapshot } from '../../../shared/model/snapshot.ts';
import type { Guardian, News } from '../../guardian-api.ts';
import { messageOf } from '../../kernel/errors.ts';
import type { Notifier } from '../../kernel/ports/notifier.ts';
import { notificationOf } from '../../platform/headless/desktop-news.ts';
import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { printable } from '../text/printable.ts';
import { watchLine, type WatchEvent } from '../text/watch-lines.ts';
import { changesOf } from '../watch-events.ts';

/** Only keeps the process from ending while nothing happens. */
const FOREVER_MS = 2 ** 31 - 1;

/** The guardian without a desktop: stays until a signal comes or nobody reads any more. One line an event. */
export function watch(session: Session): Promise<number> {
  return session.withGuardian(async (guardian) => {
    const { output, signal } = session;
    const tell = teller(session);
    const desk = await openNewsDesk(session);
    let before: Snapshot = guardian.snapshot();
    tell({ event: 'started', workspace: guardian.workspace, source: before.workspace.source });
    const unsubscribe = [
      guardian.onSnapshot((snapshot) => {
        for (const event of changesOf(before, snapshot)) tell(event);
        before = snapshot;
      }),
      guardian.onNews((news) => {
        tell({ event: 'news', ...news });
        void desk(news);
      }),
    ];
    await stay(guardian, AbortSignal.any([signal, output.readerGone]));
    for (const off of unsubscribe) off();
    tell({ event: 'stopped' });
    return EXIT.ok;
  });
}

function teller({ output, voice }: Session): (event: WatchEvent) => void {
  return (event) => {
    const at = Date.now();
    output.line(output.isJson ? JSON.stringify({ time: new Date(at).toISOString(), ...event }) : watchLine(event, at, voice));
  };
}

async function stay(guardian: Guardian, end: AbortSignal): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    if (end.aborted) resolve();
    else end.addEventListener('abort', () => resolve(), { once: true });
  });
  const alive = setInterval(() => undefined, FOREVER_MS);
  try {
    await Promise.race([ended, guardian.watch().then(() => ended)]);
  } finally {
    clearInterval(alive);
  }
}

/** Desktop notifications; where there is no desktop, that is said once. */
async function openNewsDesk(session: Session): Promise<(news: News) => Promise<void>> {
  const { createNodeNotifier } = await import('../../platform/headless/node-notifier.ts');
  const notifier: Notifier = createNodeNotifier();
  const { t } = session.voice;
  let told = false;
  const refused = (reason: string): void => {
    session.log().write('warn', 'A notification could not be delivered', { reason });
    if (!told) session.output.note(t('terminal.watch.notDelivered', { reason: printable(reason.split('\n')[0] ?? '') }));
    told = true;
  };
  return async (news) => {
    try {
      const delivery = await notifier.show(notificationOf(news, t));
      if (!delivery.delivered) refused(delivery.reason);
    } catch (error) {
      refused(messageOf(error));
    }
  };
}
