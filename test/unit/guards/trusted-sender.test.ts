import { expect, test } from 'vitest';
import { isTrustedSender } from '../../../electron/guards/trusted-sender.ts';

const panel = { url: 'nightguard://panel/index.html' };

test("the panel's own top frame is trusted", () => {
  expect(isTrustedSender({ senderFrame: panel }, panel)).toBe(true);
});

test.each([
  ['another frame on our address', { url: panel.url }, panel],
  ['a frame that has gone', null, panel],
  ['anybody while there is no panel', panel, undefined],
])('%s is not trusted', (_who, senderFrame, frame) => {
  expect(isTrustedSender({ senderFrame }, frame)).toBe(false);
});

test('the panel is not trusted once it shows another address', () => {
  const strayed = { url: 'https://example.org/' };
  expect(isTrustedSender({ senderFrame: strayed }, strayed)).toBe(false);
});
