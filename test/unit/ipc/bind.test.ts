import { describe, expect, test, vi } from 'vitest';
import { contract, type Reply } from '../../../shared/ipc/contract.ts';
import { bindIpc, type Handlers, type Receiver } from '../../../electron/ipc/bind.ts';
import { allHandlers } from '../../../electron/ipc/handlers.ts';
import { AppError } from '../../../electron/kernel/errors.ts';
import type { LogLevel } from '../../../electron/kernel/ports/log.ts';
import { answering } from '../../support/answering.ts';
import { createFakeGuardian } from '../../support/fake-guardian.ts';

interface FakeEvent {
  trusted: boolean;
}
const PANEL: FakeEvent = { trusted: true };
const STRANGER: FakeEvent = { trusted: false };

async function bound(changes: Partial<Handlers> = {}) {
  const guardian = createFakeGuardian();
  const listeners = new Map<string, (event: FakeEvent, input: unknown) => Promise<unknown>>();
  const receiver: Receiver<FakeEvent> = {
    handle: (channel, listener) => void listeners.set(channel, listener),
    removeHandler: (channel) => void listeners.delete(channel),
  };
  const logged: [LogLevel, string][] = [];
  const release = bindIpc({
    contract,
    receiver,
    handlers: { ...allHandlers(await answering(guardian)), ...changes },
    isTrusted: (event) => event.trusted,
    log: { write: (level, message) => void logged.push([level, message]) },
  });
  const ask = (channel: string, input: unknown, event = PANEL) =>
    listeners.get(channel)?.(event, input) as Promise<Reply<unknown>>;
  return { ask, guardian, listeners, logged, release };
}

describe('binding', () => {
  test('answers every channel of the contract, and none after it is released', async () => {
    const { listeners, release } = await bound();
    expect([...listeners.keys()].sort()).toEqual(Object.keys(contract).sort());
    release();
    expect(listeners.size).toBe(0);
  });

  test('a stranger is refused, and the handler does not hear of it', async () => {
    const pause = vi.fn();
    const { ask } = await bound({ 'guardian:pause': pause });
    expect(await ask('guardian:pause', { minutes: 60 }, STRANGER)).toMatchObject({ ok: false, error: { code: 'denied' } });
    expect(pause).not.toHaveBeenCalled();
  });

  test.each([
    ['guardian:pause', { minutes: -1 }],
    ['guardian:pause', 'an hour'],
    ['app:copy', { toString: 'x' }],
    ['rollback:apply', { target: { kind: 'release', release: '../../etc' }, token: 't', changedSince: 'keep' }],
    ['app:settings', { theme: 'dark', workspaces: ['/'] }],
  ])('a value that does not fit is refused before %s hears of it', async (channel, input) => {
    const handler = vi.fn();
    const { ask } = await bound({ [channel]: handler });
    expect(await ask(channel, input)).toMatchObject({ ok: false, error: { code: 'usage' } });
    expect(handler).not.toHaveBeenCalled();
  });

  test('a value is handed over and the answer comes back', async () => {
    const { ask, guardian } = await bound();
    expect(await ask('guardian:pause', { minutes: 60 })).toEqual({ ok: true, value: null });
    expect(guardian.asked).toContainEqual({ act: 'pause', values: 60 });
    expect(await ask('guardian:snapshot', null)).toEqual({ ok: true, value: guardian.snapshot() });
  });

  test('an expected error keeps its code and its sentence', async () => {
    const { ask } = await bound({
      'rollback:preview': () => {
        throw new AppError('not-found', 'There is no release R-9999.');
      },
    });
    expect(await ask('rollback:preview', { target: { kind: 'release', release: 'R-9999' } })).toEqual({
      ok: false,
      error: { code: 'not-found', message: 'There is no release R-9999.' },
    });
  });

  test('an unexpected error is coded too, and logged once', async () => {
    const { ask, logged } = await bound({ 'app:hide': () => Promise.reject(new TypeError('boom')) });
    expect(await ask('app:hide', null)).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(logged.filter(([level]) => level === 'error')).toHaveLength(1);
  });

  test('an answer that breaks the contract does not reach the panel', async () => {
    const wrong = { ...createFakeGuardian().snapshot(), overall: 'fine' };
    const { ask } = await bound({ 'guardian:snapshot': () => wrong as never });
    expect(await ask('guardian:snapshot', null)).toMatchObject({ ok: false, error: { code: 'internal' } });
  });
});
