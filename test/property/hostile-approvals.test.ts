import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { approvalHandlers, DELIBERATION_MS } from '../../electron/ipc/approval-handlers.ts';
import { bindIpc } from '../../electron/ipc/bind.ts';
import { silentLog } from '../../electron/kernel/ports/log.ts';
import { approvalContract } from '../../shared/ipc/approval-contract.ts';
import { arbitraryOf } from '../support/arbitrary-of.ts';
import { boundTo } from '../support/bound-to.ts';
import { createFakeGuardian } from '../support/fake-guardian.ts';
import { HOSTILE_NUMBERS, HOSTILE_STRINGS } from '../support/hostile-values.ts';
import { sampleRequest } from '../support/sample-approval.ts';

const REQUESTS = [sampleRequest({ id: 1 }), sampleRequest({ id: 2, contentHash: 'd'.repeat(64) })];
const HASHES = REQUESTS.map(({ contentHash }) => contentHash);

interface Step {
  channel: string;
  input: unknown;
  /** Milliseconds before it. */
  wait: number;
  inFront: boolean;
}

/** An input about a request that does exist: chance alone would hardly ever find one. */
const fittingFor = (channel: string): fc.Arbitrary<unknown> =>
  fc.constantFrom(
    ...REQUESTS.map(({ id, contentHash }) => {
      if (channel === 'approval:show') return { id };
      if (channel === 'approval:approve') return { id, contentHash, confirm: '' };
      return channel === 'approval:deny' ? { id, contentHash, reason: '' } : null;
    }),
  );

/** Calls in any order, many of them with ids and hashes that do exist. */
const steps = fc.array(
  fc.oneof(
    ...Object.entries(approvalContract).map(([channel, { input }]) =>
      fc.record<Step>({
        channel: fc.constant(channel),
        input: fc.oneof(arbitraryOf(input, [...HOSTILE_STRINGS, ...HASHES], HOSTILE_NUMBERS), fittingFor(channel)),
        wait: fc.constantFrom(0, DELIBERATION_MS - 1, DELIBERATION_MS),
        inFront: fc.boolean(),
      }),
    ),
  ),
  { maxLength: 30 },
);

const lastSeen = (past: readonly Step[]): Step | undefined =>
  past.findLast(({ channel }) => channel === 'approval:show' || channel === 'approval:begin');

test('whatever is called, in whatever order: only what stands on the screen is decided, and approved only by a window in front', async () => {
  let approved = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (calls) => {
      const guardian = createFakeGuardian();
      guardian.request(REQUESTS);
      let now = 10_000;
      let inFront = false;
      const handlers = approvalHandlers({
        guardian: () => guardian,
        screen: () => ({ workspace: { name: 'w', path: '/w' }, language: 'en', theme: 'system', waiting: [], wanted: null }),
        attendedSince: () => (inFront ? 0 : null),
        close: () => undefined,
        person: () => 'mina',
        now: () => now,
      });
      const ask = boundTo((receiver) =>
        bindIpc({ contract: approvalContract, receiver, handlers, isTrusted: () => true, log: silentLog }),
      );
      for (const [index, call] of calls.entries()) {
        now += call.wait;
        inFront = call.inFront;
        const former = guardian.asked.length;
        await ask(call.channel, call.input);
        const decided = guardian.asked.slice(former);
        if (decided.length === 0) continue;
        const { id, contentHash } = call.input as { id: number; contentHash: string };
        const shown = calls.slice(0, index).filter(({ channel, input }) => channel === 'approval:begin' || isKnown(input));
        expect(lastSeen(shown)).toMatchObject({ channel: 'approval:show', input: { id } });
        expect(contentHash).toBe(REQUESTS.find((request) => request.id === id)?.contentHash);
        if (call.channel !== 'approval:approve') continue;
        approved += 1;
        expect(call.inFront).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
  // Otherwise nothing was tried that could have succeeded.
  expect(approved).toBeGreaterThan(0);
});

/** A request that does not exist is not shown: what was on the screen stays there. */
const isKnown = (input: unknown): boolean => REQUESTS.some(({ id }) => id === (input as { id?: unknown } | null)?.id);
