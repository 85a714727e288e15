import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Guardian } from '../../electron/guardian-api.ts';
import { createSandbox, type Sandbox } from '../support/sandbox.ts';
import { contentsBelow, readTree, workContents } from '../support/tree.ts';

// Few names, so that edits meet; Korean in both Unicode forms; one stem in several folders; folders that come and go.
const NAMES = ['a.py', 'lib/a.py', 'lib/deep/a.py', 'b.md', '가이드.md', '지식/가이드.md', 'run.sh', 'data.json'];

interface Edit {
  side: 'core' | 'workspace';
  path: string;
  content: string | null;
  mode: number;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  side: fc.constantFrom('core', 'core', 'workspace'),
  path: fc.constantFrom(...NAMES, ...NAMES.map((name) => name.normalize('NFD'))),
  content: fc.option(fc.nat({ max: 40 }).map(String), { freq: 4, nil: null }),
  mode: fc.constantFrom(0o644, 0o755, 0o600),
});
const scenario = fc.record({
  deletions: fc.constantFrom('keep', 'archive'),
  conflicts: fc.constantFrom('hold', 'take-source'),
  rounds: fc.array(fc.array(edit, { maxLength: 6 }), { minLength: 1, maxLength: 4 }),
});
const RUNS = { numRuns: 24, interruptAfterTimeLimit: 150_000, markInterruptAsFailure: true };

/** One name in two Unicode forms is two files on Linux: a person has one of them. */
function spelledAsOnDisk(root: string, path: string): string {
  const other = ['NFC', 'NFD'].map((form) => path.normalize(form)).find((spelling) => existsSync(join(root, spelling)));
  return other ?? path;
}

function perform({ side, path, content, mode }: Edit, sandbox: Sandbox): void {
  const target = join(sandbox[side], spelledAsOnDisk(sandbox[side], path));
  if (content === null) return rmSync(target, { force: true });
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
  chmodSync(target, mode);
}

async function expectingNothingLost<T>(sandbox: Sandbox, act: () => Promise<T>): Promise<T> {
  const before = workContents(sandbox.workspace);
  const result = await act();
  const now = contentsBelow(sandbox.workspace);
  expect([...before].filter((hash) => !now.has(hash))).toEqual([]);
  return result;
}

async function inSandbox(
  updates: Record<string, unknown>,
  work: (sandbox: Sandbox, guardian: Guardian) => Promise<void>,
): Promise<void> {
  const sandbox = createSandbox({ updates });
  try {
    await work(sandbox, await sandbox.guardian());
  } finally {
    await sandbox.dispose();
  }
}

const update = (guardian: Guardian): ReturnType<Guardian['runUpdate']> =>
  guardian.runUpdate({ trigger: 'library', releaseBrake: 'any' });

test(
  'rolling a release back leaves the workspace byte-identical, and undoing that brings the release back',
  { timeout: 180_000 },
  async () => {
    const property = fc.asyncProperty(scenario, ({ rounds, ...updates }) =>
      inSandbox(updates, async (sandbox, guardian) => {
        for (const edits of rounds) {
          for (const one of edits) perform(one, sandbox);
          const before = readTree(sandbox.workspace);
          const { release } = await expectingNothingLost(sandbox, () => update(guardian));
          const after = readTree(sandbox.workspace);
          if (release === null) {
            expect(after).toEqual(before);
            continue;
          }
          const target = { kind: 'release', release } as const;
          const back = await expectingNothingLost(sandbox, () =>
            guardian.rollback(target, { changedSince: 'keep', trigger: 'library' }),
          );
          expect(back.status).toBe('COMPLETED');
          expect(readTree(sandbox.workspace)).toEqual(before);
          const undo = { kind: 'release', release: back.release ?? '' } as const;
          await expectingNothingLost(sandbox, () => guardian.rollback(undo, { changedSince: 'keep', trigger: 'library' }));
          expect(readTree(sandbox.workspace)).toEqual(after);
        }
      }),
    );
    await fc.assert(property, RUNS);
  },
);

test('what was rolled back is not brought in again by the next update', { timeout: 180_000 }, async () => {
  const property = fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) =>
    inSandbox({ deletions: 'archive' }, async (sandbox, guardian) => {
      for (const one of edits) perform(one, sandbox);
      const before = readTree(sandbox.workspace);
      const { release } = await update(guardian);
      if (release === null) return;
      await guardian.rollback({ kind: 'release', release }, { changedSince: 'keep', trigger: 'library' });
      const again = await update(guardian);
      expect(again.release).toBeNull();
      expect(readTree(sandbox.workspace)).toEqual(before);
    }),
  );
  await fc.assert(property, { ...RUNS, numRuns: 12 });
});

test(
  'an update never touches a file that was changed here, unless the settings give it to Core',
  { timeout: 180_000 },
  async () => {
    const property = fc.asyncProperty(
      fc.array(edit, { maxLength: 8 }),
      fc.array(edit, { minLength: 1, maxLength: 8 }),
      (first, second) =>
        inSandbox({ deletions: 'archive', conflicts: 'hold' }, async (sandbox, guardian) => {
          for (const one of first) perform(one, sandbox);
          await update(guardian);
          const agreed = readTree(sandbox.workspace);
          for (const one of second) perform(one, sandbox);
          const edited = readTree(sandbox.workspace);
          await update(guardian);
          const now = readTree(sandbox.workspace);
          const contentOf = (entry: string | undefined): string | undefined => entry?.replace(/^\d+ /, '');
          const changedHere = Object.keys(edited).filter(
            (path) => contentOf(edited[path]) !== contentOf(agreed[path]) && !path.endsWith('/'),
          );
          for (const path of changedHere) expect(now[path]).toBe(edited[path]);
        }),
    );
    await fc.assert(property, { ...RUNS, numRuns: 18 });
  },
);

test('going back to a moment undoes every release after it at once', { timeout: 180_000 }, async () => {
  const property = fc.asyncProperty(
    fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 3 }),
    (rounds) =>
      inSandbox({ deletions: 'archive', conflicts: 'take-source' }, async (sandbox, guardian) => {
        const onlyCore = rounds.map((edits) => edits.map((one) => ({ ...one, side: 'core' as const })));
        for (const one of onlyCore[0] ?? []) perform(one, sandbox);
        await update(guardian);
        const then = readTree(sandbox.workspace);
        const at = Date.now();
        for (const edits of onlyCore.slice(1)) {
          await new Promise((resolve) => setTimeout(resolve, 2));
          for (const one of edits) perform(one, sandbox);
          await update(guardian);
        }
        const result = await expectingNothingLost(sandbox, () =>
          guardian.rollback({ kind: 'time', at }, { changedSince: 'overwrite', trigger: 'library' }),
        );
        expect(['COMPLETED', 'NOTHING_TO_DO']).toContain(result.status);
        expect(readTree(sandbox.workspace)).toEqual(then);
      }),
  );
  await fc.assert(property, { ...RUNS, numRuns: 10 });
});
