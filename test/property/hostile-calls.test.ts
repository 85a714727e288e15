import { readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Guardian } from '../../electron/guardian-api.ts';
import { bindIpc } from '../../electron/ipc/bind.ts';
import { allHandlers } from '../../electron/ipc/handlers.ts';
import { contract, type Channel } from '../../shared/ipc/contract.ts';
import { answering } from '../support/answering.ts';
import { arbitraryOf } from '../support/arbitrary-of.ts';
import { boundTo, type Ask } from '../support/bound-to.ts';
import { HOSTILE_NUMBERS, HOSTILE_STRINGS } from '../support/hostile-values.ts';
import { createSandbox, type Sandbox } from '../support/sandbox.ts';
import { readTree, writeTree, type Tree } from '../support/tree.ts';

/** Channels that may change the workspace when they are asked with values that fit. A channel that is not here may change nothing. */
const MAY_CHANGE: ReadonlySet<string> = new Set<Channel>([
  'updates:run',
  'updates:releaseBrake',
  'updates:decide',
  'rollback:apply',
  'environment:check',
  'security:run',
  'security:rollback',
  'health:heal',
  'rituals:run',
  'errors:fix',
]);
/** What Nightguard itself keeps in the workspace: its state, its archive, and the logs that other tools read. */
const OWN = /^(\.nightguard|\.tmp)(\/|$)|^(knowledge|directives)(\/|$)|^logs(\/|$)/;
/** What is really there makes the hostile half of a question count. */
const STRINGS = [...HOSTILE_STRINGS, 'R-0001', 'docs/tone.md', 'libs/hub.py'];
const SECRET = 'the neighbour keeps this for himself';

let sandbox: Sandbox;
let guardian: Guardian;
let ask: Ask;
let around: Tree;

/** Everything beside the workspace: Core, a neighbour's folder. Secrets are Nightguard's own. */
const outside = (): Tree => readTree(sandbox.folder, /^(workspace|secrets)(\/|$)/);
const inside = (): Tree => readTree(sandbox.workspace, OWN);

beforeAll(async () => {
  const files = { 'libs/hub.py': 'x = 1\n', 'settings.yaml': 'a: 1\n', 'docs/tone.md': 'calm\n' };
  sandbox = createSandbox({ core: files, workspace: files });
  writeTree(join(sandbox.folder, 'outside'), { 'secret.txt': SECRET, 'deep/er.txt': SECRET });
  symlinkSync(join(sandbox.folder, 'outside'), join(sandbox.workspace, 'link'));
  symlinkSync(join(sandbox.folder, 'outside', 'secret.txt'), join(sandbox.workspace, 'secret-link.txt'));
  guardian = await sandbox.guardian();
  await guardian.runUpdate({ trigger: 'terminal' });
  writeFileSync(join(sandbox.core, 'libs/hub.py'), 'x = 2\n');
  await guardian.runUpdate({ trigger: 'terminal' });
  writeFileSync(join(sandbox.core, 'docs/tone.md'), 'loud\n');
  writeFileSync(join(sandbox.workspace, 'docs/tone.md'), 'quiet\n');
  await guardian.runUpdate({ trigger: 'terminal' });
  const handlers = allHandlers(await answering(guardian));
  const unexpected: string[] = [];
  ask = boundTo((receiver) =>
    bindIpc({
      contract,
      receiver,
      handlers,
      isTrusted: () => true,
      log: { write: (level, message) => void (level === 'error' && unexpected.push(message)) },
    }),
  );
  around = outside();
});
afterAll(() => sandbox.dispose());

test('there is something to take: a release, a held file, and a neighbour', () => {
  const { releases, held } = guardian.snapshot();
  expect([releases.length, held.length, readdirSync(join(sandbox.workspace, 'link')).length]).toEqual([1, 1, 2]);
});

test.each(Object.keys(contract))('%s: hostile values that fit reach nothing outside of the workspace', async (channel) => {
  const { input } = contract[channel as Channel];
  const before = inside();
  await fc.assert(
    fc.asyncProperty(arbitraryOf(input, STRINGS, HOSTILE_NUMBERS), async (value) => {
      const reply = await ask(channel, value);
      // An unexpected error is our own fault: everything hostile has an answer of its own.
      if (!reply.ok) expect([channel, value, reply.error]).not.toMatchObject([channel, value, { code: 'internal' }]);
      expect(JSON.stringify(reply)).not.toContain(SECRET);
    }),
    { numRuns: runsOf(channel as Channel), endOnFailure: true },
  );
  expect(outside()).toEqual(around);
  if (!MAY_CHANGE.has(channel)) expect(inside()).toEqual(before);
});

/** One kind of value needs one run; acts that start programs cost a second each. */
function runsOf(channel: Channel): number {
  const { input } = contract[channel];
  if (input.safeParse(null).success) return 1;
  return channel === 'security:run' || channel === 'environment:check' ? 3 : 60;
}
