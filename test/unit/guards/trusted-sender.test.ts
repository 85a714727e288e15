import { expect, test } from 'vitest';
import { isTrustedSender } from '../../../electron/guards/trusted-sender.ts';

const panel = { url: 'nightguard://panel/index.html' };
const approval = { url: 'nightguard://approval/index.html' };

test("a page's own top frame is trusted", () => {
  expect(isTrustedSender({ senderFrame: panel }, 'panel', panel)).toBe(true);
  expect(isTrustedSender({ senderFrame: approval }, 'approval', approval)).toBe(true);
});

test.each([
  ['another frame on our address', { url: panel.url }, panel],
  ['a frame that has gone', null, panel],
  ['anybody while there is no panel', panel, undefined],
])('%s is not trusted', (_who, senderFrame, frame) => {
  expect(isTrustedSender({ senderFrame }, 'panel', frame)).toBe(false);
});

test('the panel is not trusted once it shows another address', () => {
  const strayed = { url: 'https://example.org/' };
  expect(isTrustedSender({ senderFrame: strayed }, 'panel', strayed)).toBe(false);
});

test('the panel is never trusted with approvals, nor the approval window with the panel', () => {
  expect(isTrustedSender({ senderFrame: panel }, 'approval', approval)).toBe(false);
  expect(isTrustedSender({ senderFrame: panel }, 'approval', panel)).toBe(false);
  expect(isTrustedSender({ senderFrame: approval }, 'panel', panel)).toBe(false);
});
