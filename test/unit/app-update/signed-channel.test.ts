import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { channelFile, isOffered, openChannel } from '../../../electron/app-update/signed-channel.ts';
import { makePublisher } from '../../support/update-feed.ts';

const publisher = makePublisher();
const published = publisher.publish('0.2.0', 'Nightguard-0.2.0.AppImage', Buffer.from('program'));
const text = String(published['latest-linux.yml']);
const signature = String(published['latest-linux.yml.sig']);
const denied = expect.objectContaining({ code: 'denied' });

describe('the description of an update', () => {
  test('is read when exactly these bytes are signed by the publisher', () => {
    expect(openChannel(Buffer.from(text), signature, publisher.publicKey)).toMatchObject({
      version: '0.2.0',
      files: [{ url: 'Nightguard-0.2.0.AppImage', size: 7 }],
    });
  });

  test('one changed byte, wherever it is, and it is refused', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const bytes = Buffer.from(text);
        bytes[at] = (bytes[at] ?? 0) ^ change;
        expect(() => openChannel(bytes, signature, publisher.publicKey)).toThrow(denied);
      }),
    );
  });

  test.each([
    ['none', ''],
    ['no base64', '***'],
    ["another publisher's", makePublisher().sign(text)],
  ])('a signature that is %s is refused', (_what, wrong) => {
    expect(() => openChannel(Buffer.from(text), wrong, publisher.publicKey)).toThrow(denied);
  });

  test.each([
    ['a place elsewhere', text.replace('url: Nightguard', 'url: https://evil.example/Nightguard')],
    ['a way out', text.replace('url: Nightguard', 'url: ../../Nightguard')],
    ['a version that is none', text.replace('version: 0.2.0', 'version: newest')],
    ['a sum that is none', text.replaceAll(/sha512: .*/g, 'sha512: abc')],
    ['no file', 'version: 0.2.0\nfiles: []\n'],
    ['no text', 'not: [closed'],
  ])('signed, and still refused: %s', (_what, strange) => {
    expect(() => openChannel(Buffer.from(strange), publisher.sign(strange), publisher.publicKey)).toThrow();
  });
});

test('only what is newer, and was not taken back, is offered', () => {
  expect(isOffered('0.2.0', '0.1.0', [])).toBe(true);
  expect(isOffered('0.1.0', '0.1.0', [])).toBe(false);
  expect(isOffered('0.0.9', '0.1.0', [])).toBe(false);
  expect(isOffered('0.2.0-rc.1', '0.2.0', [])).toBe(false);
  expect(isOffered('0.2.0', '0.1.0', ['0.2.0'])).toBe(false);
  expect(isOffered('0.10.0', '0.9.0', ['0.2.0'])).toBe(true);
});

test('each system has its description', () => {
  expect(channelFile('linux', 'x64')).toBe('latest-linux.yml');
  expect(channelFile('linux', 'arm64')).toBe('latest-linux-arm64.yml');
  expect(channelFile('darwin', 'arm64')).toBe('latest-mac.yml');
  expect(channelFile('win32', 'x64')).toBe('latest.yml');
});
