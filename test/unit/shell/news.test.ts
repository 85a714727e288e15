import { expect, test } from 'vitest';
import type { News } from '../../../electron/guardian-api.ts';
import { silentLog } from '../../../electron/kernel/ports/log.ts';
import type { Delivery, DesktopNotification } from '../../../electron/kernel/ports/notifier.ts';
import { tellNews } from '../../../electron/shell/news.ts';
import type { Destination } from '../../../electron/shell/tray-model.ts';
import { createTranslator } from '../../../shared/locales/index.ts';

const APPLIED: News = {
  tag: 'R-0001',
  kind: 'applied',
  release: 'R-0001',
  values: { count: 2, summary: 'execution/a.py, libs/b.py' },
};

async function tell(news: News, delivery: Delivery = { delivered: true }) {
  const shown: DesktopNotification[] = [];
  const opened: Destination[] = [];
  const logged: string[] = [];
  await tellNews(news, {
    notifier: { show: async (notification) => (shown.push(notification), delivery) },
    translate: () => createTranslator('en'),
    open: (to) => void opened.push(to),
    log: { ...silentLog, write: (_level, message) => void logged.push(message) },
  });
  return { shown, opened, logged };
}

test('an applied release is told in one sentence and its particulars', async () => {
  const { shown } = await tell(APPLIED);
  expect(shown).toMatchObject([
    { title: '2 files updated', body: 'R-0001 · execution/a.py, libs/b.py', tag: 'R-0001', urgency: 'low' },
  ]);
});

test('a click opens the panel at that release', async () => {
  const { shown, opened } = await tell(APPLIED);
  shown[0]?.onClick?.();
  expect(opened).toEqual([{ view: 'updates', release: 'R-0001', rollback: false }]);
});

test('a rollback stays on the screen until it is read', async () => {
  const { shown } = await tell({ ...APPLIED, kind: 'rolled-back' });
  expect(shown[0]?.urgency).toBe('critical');
});

test('an undelivered notification is logged', async () => {
  const { logged } = await tell(APPLIED, { delivered: false, reason: 'nobody there' });
  expect(logged).toHaveLength(1);
});

const HELD: News = { tag: 'held', kind: 'held', release: null, values: { count: 1, questions: 1, summary: 'README.md' } };

test('a request for approval is told by its own notification, not a second time', async () => {
  const { shown } = await tell(HELD);
  expect(shown).toEqual([]);
});

test('what is held besides a request for approval is told, and counted without it', async () => {
  const { shown } = await tell({ ...HELD, values: { ...HELD.values, count: 3 } });
  expect(shown[0]?.title).toBe('2 decisions need you');
});
