import { expect, test } from 'vitest';
import { follow } from '../../../../electron/features/loopback/follow-hub.ts';
import type { ReceivedMessage } from '../../../../electron/kernel/hub/read-hub.ts';
import { createManualClock } from '../updates/watch/manual-clock.ts';

const message = (id: string, at: number): ReceivedMessage => ({ id, at, from: 'SA', to: 'CD', type: 'status', data: {} });

test('a hub that cannot be read is said so once, ends nothing, and is read again when it can be', () => {
  const clock = createManualClock(1_000_000);
  const written: string[] = [];
  let messages: ReceivedMessage[] | null = [];
  const hub = (): ReceivedMessage[] => {
    if (messages === null) throw new Error('knowledge is a symbolic link');
    return messages;
  };
  const left = new AbortController();
  follow({ hub, clock, write: (text) => written.push(text), signal: left.signal });
  messages = null;
  clock.advance(1000);
  clock.advance(1000);
  expect(written.filter((text) => text.startsWith('event: unreadable'))).toHaveLength(1);
  messages = [message('m1', clock.now())];
  clock.advance(1000);
  expect(written.filter((text) => text.startsWith('event: hub'))).toHaveLength(1);
  messages = null;
  clock.advance(1000);
  expect(written.filter((text) => text.startsWith('event: unreadable'))).toHaveLength(2);
  left.abort();
  expect(clock.pending()).toBe(0);
});
