import { readFileSync } from 'node:fs';
import { anything, assert, asyncProperty, constantFrom, oneof, record, string } from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bindIpc, type Receiver } from '../../../electron/ipc/bind.ts';
import { allHandlers } from '../../../electron/ipc/handlers.ts';
import type { Guardian } from '../../../electron/guardian-api.ts';
import { silentLog } from '../../../electron/kernel/ports/log.ts';
import { CHANNELS } from '../../../shared/ipc/channels.ts';
import { contract, type Channel } from '../../../shared/ipc/contract.ts';
import { answering } from '../../support/answering.ts';
import { createSandbox, type Sandbox } from '../../support/sandbox.ts';
import { readTree } from '../../support/tree.ts';

type Listener = (event: unknown, input: unknown) => Promise<unknown>;

let room: Sandbox;
let guardian: Guardian;
const listeners = new Map<string, Listener>();

beforeAll(async () => {
  room = createSandbox({ core: { 'a.py': 'A = 1\n' }, workspace: { 'a.py': 'A = 1\n', 'secret.txt': 'SECRET\n' } });
  guardian = await room.guardian();
  const receiver: Receiver<unknown> = {
    handle: (channel, listener) => void listeners.set(channel, listener),
    removeHandler: (channel) => void listeners.delete(channel),
  };
  const unwanted = (): never => {
    throw new Error('An act of the application was reached by an input that fits nothing.');
  };
  const app = {
    info: unwanted, change: unwanted, hidePanel: unwanted, openArchiveFolder: unwanted, copy: unwanted,
    openApprovals: unwanted, chooseFile: unwanted, person: () => 'layer',
  }; // prettier-ignore
  bindIpc({ contract, receiver, handlers: allHandlers(await answering(guardian, app)), isTrusted: () => true, log: silentLog });
});
afterAll(() => room.dispose());

const channels = Object.keys(contract) as Channel[];
const answerOf = (channel: string, input: unknown): Promise<unknown> => listeners.get(channel)!({}, input);

test('every channel of the contract is answered, and the preload knows exactly those', () => {
  expect([...listeners.keys()].toSorted()).toEqual([...channels].toSorted());
  expect([...CHANNELS].toSorted()).toEqual([...channels].toSorted());
});

test('whatever does not fit a channel is refused with a code, and changes nothing', async () => {
  const before = readTree(room.workspace);
  const hostile = oneof(
    anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withTypedArray: true,
    }),
    constantFrom(
      { __proto__: { id: 1 } },
      JSON.parse('{"__proto__": {"path": "x"}}'),
      Number.NaN,
      -0,
      '\ud800',
      'x'.repeat(100_000),
    ),
    record({ path: constantFrom('../../etc/passwd', '/etc/passwd', 'a\0b', 'C:\\x', '..'), id: anything(), name: string() }),
  );
  await assert(
    asyncProperty(constantFrom(...channels), hostile, async (channel, input) => {
      if (contract[channel].input.safeParse(input).success) return;
      expect(await answerOf(channel, input)).toMatchObject({ ok: false, error: { code: 'usage' } });
    }),
    { numRuns: 1500 },
  );
  expect(readTree(room.workspace)).toEqual(before);
});

test('paths that fit their channel and lead out of the workspace reach nothing there', async () => {
  const before = readTree(room.workspace);
  for (const path of [
    '../../../../etc/passwd',
    '/etc/passwd',
    '..',
    'a.py/../../Core/a.py',
    '.nightguard/state.db',
    'secret.txt\0.py',
  ]) {
    const answers = [
      await answerOf('diff:get', { kind: 'held', path }),
      await answerOf('diff:get', { kind: 'release', release: 'R-0001', path }),
      await answerOf('rollback:preview', { target: { kind: 'file', path } }),
      await answerOf('updates:decide', { path, sourceHash: null, localHash: null, decision: 'take-source' }),
      await answerOf('settings:former', { id: path.slice(0, 64) }),
    ];
    for (const answer of answers) {
      expect(answer).toMatchObject({ ok: false });
      expect(JSON.stringify(answer)).not.toContain('root:');
      expect(JSON.stringify(answer)).not.toContain('SECRET');
    }
  }
  expect(readTree(room.workspace)).toEqual(before);
  expect(readFileSync('/etc/passwd', 'utf8')).toContain('root');
});
