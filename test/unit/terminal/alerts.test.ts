import { afterEach, beforeEach, expect, test } from 'vitest';
import { startWebhook, type WebhookServer } from '../../support/webhook-server.ts';
import { createCliRoom, type CliRoom } from './cli-room.ts';

let room: CliRoom;
let hook: WebhookServer;
let channel: string;
beforeEach(async () => {
  room = createCliRoom();
  hook = await startWebhook();
  channel = `webhook ${new URL(hook.url).host}`;
  room.configure(
    `  quietSeconds: 0\nalerts:\n  desktop: { enabled: false }\n  hub: { enabled: false }\n  webhooks: [{ url: ${hook.url} }]\n`,
  );
});
afterEach(() => {
  hook.close();
  room.dispose();
});

test('alerts test sends a message, says whether it arrived, and ends with 1 when it did not', async () => {
  expect(await room.run(['alerts', 'test'])).toMatchObject({ code: 0, stdout: `${channel}  delivered\n` });
  expect(hook.seen).toMatchObject([{ kind: 'test' }]);
  hook.answer(404);
  expect(await room.json(['alerts', 'test', channel])).toMatchObject({
    code: 1,
    value: { tests: [{ channel, delivered: false, error: 'HTTP 404' }] },
  });
  const { code, stdout } = await room.run(['alerts', 'list'], { LANG: 'ko_KR.UTF-8' });
  expect(code).toBe(1);
  expect(stdout).toContain('전달되지 않음');
});

test('alerts test names the channels that there are when it is asked for another', async () => {
  expect(await room.json(['alerts', 'test', 'fax'])).toMatchObject({
    code: 64,
    value: { error: { code: 'not-found', message: `There is no channel "fax". There are: ${channel}.` } },
  });
});

test('alerts list shows nothing where nothing is wrong, and ack of a cause that is not open is refused', async () => {
  expect(await room.json(['alerts', 'list'])).toMatchObject({
    code: 0,
    value: { alerts: [], channels: [{ id: channel, state: 'unproven', from: 'ERROR' }], deliveries: [] },
  });
  expect(await room.json(['alerts', 'ack', 'disk-full'])).toMatchObject({
    code: 64,
    value: { error: { code: 'not-found', message: 'No alert is open for disk-full.' } },
  });
});
