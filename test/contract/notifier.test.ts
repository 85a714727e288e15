import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createNodeNotifier } from '../../electron/platform/headless/node-notifier.ts';
import { firstDelivered } from '../../electron/platform/headless/first-delivered.ts';
import { startElectronNotifier, type ElectronNotifierProcess } from '../support/electron-notifier-process.ts';
import { startNotificationServer, type NotificationServer } from '../support/notification-server.ts';
import { startSessionBus } from '../support/session-bus.ts';
import { notifierSuite } from './notifier-suite.ts';

/** Needs a session bus, notify-send and, for Electron, a display: `npm test` brings them. */
describe.runIf(process.platform === 'linux')('desktop notifications', () => {
  let bus: { close(): Promise<void> };
  let server: NotificationServer;

  beforeAll(async () => {
    bus = await startSessionBus();
  });
  afterAll(() => bus.close());

  describe('when nobody listens', () => {
    test('node-notifier says that it was not delivered, and why', async () => {
      const delivery = await createNodeNotifier().show({ tag: 'x', title: 'Title', body: 'Body', urgency: 'normal' });
      expect(delivery).toMatchObject({ delivered: false, reason: expect.stringMatching(/\S/) });
    });

    test('the fallback is tried, and all reasons are kept', async () => {
      const silent = { show: async () => ({ delivered: false as const, reason: 'first' }) };
      const delivery = await firstDelivered(silent, createNodeNotifier()).show({
        tag: 'x',
        title: 'T',
        body: 'B',
        urgency: 'low',
      });
      expect(delivery).toMatchObject({ delivered: false, reason: expect.stringMatching(/^first; ./) });
    });
  });

  describe('when a service listens', () => {
    beforeAll(async () => {
      server = await startNotificationServer();
    });
    afterAll(() => server.close());

    describe('node-notifier', () => {
      notifierSuite(
        test,
        () => server,
        () => ({ show: (message) => createNodeNotifier().show(message), clicked: undefined }),
      );
    });

    describe.runIf(process.env['DISPLAY'])('Electron', () => {
      let electron: ElectronNotifierProcess;
      beforeAll(async () => {
        electron = await startElectronNotifier();
      });
      afterAll(() => electron.close());
      notifierSuite(
        test,
        () => server,
        () => electron,
      );
    });
  });
});
