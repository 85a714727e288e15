import * as fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { bindIpc, type AnyContract, type HandlersOf } from '../../electron/ipc/bind.ts';
import { silentLog } from '../../electron/kernel/ports/log.ts';
import { approvalContract } from '../../shared/ipc/approval-contract.ts';
import { contract } from '../../shared/ipc/contract.ts';
import { arbitraryOf } from '../support/arbitrary-of.ts';
import { boundTo } from '../support/bound-to.ts';
import { brokenFrom, HOSTILE_NUMBERS, HOSTILE_STRINGS, hostileValue } from '../support/hostile-values.ts';

// Every channel that exists, also those that are yet to come.
const CONTRACTS: readonly [string, AnyContract][] = [
  ['panel', contract],
  ['approval window', approvalContract],
];
const CHANNELS = CONTRACTS.flatMap(([, one]) => Object.entries(one));

afterEach(() => {
  expect('polluted' in {}).toBe(false);
});

test.each(CHANNELS)('%s: a handler hears what fits and nothing else, whatever is sent', async (channel, shape) => {
  const heard: unknown[] = [];
  const handlers = { [channel]: (input: unknown) => void heard.push(input) } as HandlersOf<AnyContract>;
  const ask = boundTo((receiver) =>
    bindIpc({ contract: { [channel]: shape }, receiver, handlers, isTrusted: () => true, log: silentLog }),
  );
  const fitting = arbitraryOf(shape.input, HOSTILE_STRINGS, HOSTILE_NUMBERS);
  await fc.assert(
    fc.asyncProperty(fc.oneof(hostileValue, brokenFrom(fitting), fitting), async (value) => {
      heard.length = 0;
      const fits = shape.input.safeParse(value);
      const reply = await ask(channel, value);
      expect(heard).toEqual(fits.success ? [fits.data] : []);
      if (!fits.success) expect(reply).toMatchObject({ ok: false, error: { code: 'usage' } });
    }),
    { numRuns: 150 },
  );
});

test('a refusal repeats nothing of what was sent', async () => {
  const ask = boundTo((receiver) =>
    bindIpc({
      contract: { 'app:copy': contract['app:copy'] },
      receiver,
      handlers: { 'app:copy': () => null },
      isTrusted: () => true,
      log: silentLog,
    }),
  );
  const reply = await ask('app:copy', { password: 'hunter2' });
  expect(JSON.stringify(reply)).not.toContain('hunter2');
});
