import { expect, test } from 'vitest';
import { silentLog } from '../../../electron/kernel/ports/log.ts';
import type { DesktopNotification } from '../../../electron/kernel/ports/notifier.ts';
import { createApprovalAnnouncer } from '../../../electron/shell/announce-approvals.ts';
import { createTranslator } from '../../../shared/locales/index.ts';
import { sampleWaiting } from '../../support/sample-approval.ts';
import { sampleSnapshot } from '../../support/sample-snapshot.ts';

function announcer() {
  const shown: DesktopNotification[] = [];
  const opened: (number | null)[] = [];
  const announce = createApprovalAnnouncer({
    notifier: { show: async (notification) => (shown.push(notification), { delivered: true }) },
    translate: () => createTranslator('en'),
    open: (id) => void opened.push(id),
    log: silentLog,
  });
  return { announce, shown, opened };
}

test('a request is told once, however many snapshots show it', async () => {
  const { announce, shown } = announcer();
  await announce(sampleSnapshot({ approvals: [sampleWaiting()] }));
  await announce(sampleSnapshot({ approvals: [sampleWaiting()] }));
  expect(shown).toMatchObject([
    {
      title: 'Your approval is asked for in 97layerOS',
      body: 'Apply 1 file from Core (nightguard (watcher))',
      urgency: 'critical',
    },
  ]);
});

test('a click opens the approval window at that request', async () => {
  const { announce, shown, opened } = announcer();
  await announce(sampleSnapshot({ approvals: [sampleWaiting({ id: 3 }), sampleWaiting({ id: 4 })] }));
  shown[1]?.onClick?.();
  expect(opened).toEqual([4]);
});

test('many at once are one message', async () => {
  const { announce, shown, opened } = announcer();
  const approvals = Array.from({ length: 30 }, (_, index) => sampleWaiting({ id: index + 1 }));
  await announce(sampleSnapshot({ approvals }));
  expect(shown).toHaveLength(1);
  expect(shown[0]?.body).toContain('30 requests wait');
  shown[0]?.onClick?.();
  expect(opened).toEqual([null]);
});

test('nothing is said while nothing waits', async () => {
  const { announce, shown } = announcer();
  await announce(sampleSnapshot());
  expect(shown).toEqual([]);
});
