import { beforeEach, expect, type TestAPI } from 'vitest';
import type { Delivery, DesktopNotification } from '../../electron/kernel/ports/notifier.ts';
import type { NotificationServer } from '../support/notification-server.ts';

/** An adapter of the port, wherever it runs. Clicks are told by the tag of the message. */
export interface NotifierUnderTest {
  show(notification: Omit<DesktopNotification, 'onClick'>): Promise<Delivery>;
  /** Undefined where the platform does not hand clicks back. */
  clicked: (() => Promise<string[]>) | undefined;
}

/** What every notifier must do, asked of a real notification service on a real session bus. */
export function notifierSuite(test: TestAPI, server: () => NotificationServer, notifier: () => NotifierUnderTest): void {
  const MESSAGE = { tag: 'R-0001', title: '2 files updated', body: 'R-0001 · execution/a.py', urgency: 'normal' } as const;

  beforeEach(() => server().forget());

  test('a message arrives as it was written', async () => {
    expect(await notifier().show(MESSAGE)).toEqual({ delivered: true });
    expect(await server().waitFor((sent) => sent.summary === MESSAGE.title)).toMatchObject({ body: MESSAGE.body });
  });

  test('file names cannot become commands, options or markup of ours', async () => {
    const body = '$(touch /tmp/nightguard-owned) `id` "quoted" \\ ; rm -rf ~ & 한글.py';
    expect(await notifier().show({ ...MESSAGE, tag: 'R-0002', title: '--help', body })).toEqual({ delivered: true });
    const sent = await server().waitFor((candidate) => candidate.summary.endsWith('--help'));
    expect(sent.body.replaceAll('&amp;', '&')).toBe(body);
  });

  test('urgency is passed on', async () => {
    await notifier().show({ ...MESSAGE, tag: 'R-0003', title: 'R-0003 was rolled back', urgency: 'critical' });
    const sent = await server().waitFor((candidate) => candidate.summary === 'R-0003 was rolled back');
    expect(sent.hints['urgency']).toBe(2);
  });

  test('a click comes back, where the adapter promises it', async () => {
    const { clicked } = notifier();
    await notifier().show({ ...MESSAGE, tag: 'R-0004', title: 'Click me' });
    const sent = await server().waitFor((candidate) => candidate.summary === 'Click me');
    server().click(sent.id);
    await expect.poll(() => clicked?.()).toEqual(clicked === undefined ? undefined : ['R-0004']);
  });
}
