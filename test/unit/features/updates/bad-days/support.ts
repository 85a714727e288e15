import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { applyRelease, type ReleaseOutcome } from '../../../../../electron/features/updates/apply/applier.ts';
import type { ApplyContext } from '../../../../../electron/features/updates/apply/context.ts';
import type { ReleaseItem } from '../../../../../electron/features/updates/apply/prepare.ts';
import type { Guardian } from '../../../../../electron/guardian-api.ts';
import type { RunOptions } from '../../../../../electron/features/updates/updates.ts';
import { systemClock, type Clock } from '../../../../../electron/kernel/clock.ts';
import type { RollbackResult } from '../../../../../shared/model/updates.ts';
import { item } from '../../../../support/apply-context.ts';
import { createSandbox, type Sandbox } from '../../../../support/sandbox.ts';
import { writeTree } from '../../../../support/tree.ts';

type SandboxFiles = NonNullable<Parameters<typeof createSandbox>[0]>;

export const LIBRARY = { trigger: 'library' } as const;

/** Sandboxes of one test file, given back after each test. */
export function useSandboxes(): (files?: SandboxFiles) => Sandbox {
  const open: Sandbox[] = [];
  afterEach(async () => {
    for (const sandbox of open.splice(0)) await sandbox.dispose();
  });
  return (files) => {
    const sandbox = createSandbox(files);
    open.push(sandbox);
    return sandbox;
  };
}

/** A guardian that has seen Core and workspace agree on `paths` at v1, with v2 in Core now. */
export async function withNewVersions(sandbox: Sandbox, paths: readonly string[] = ['a.txt'], clock?: Clock): Promise<Guardian> {
  const all = (text: string): Record<string, string> => Object.fromEntries(paths.map((path) => [path, text]));
  writeTree(sandbox.core, all('v1'));
  writeTree(sandbox.workspace, all('v1'));
  const guardian = await sandbox.guardian(clock);
  await guardian.runUpdate(LIBRARY);
  writeTree(sandbox.core, all('v2'));
  return guardian;
}

export const read = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');

/** An update; returns the release that it made. @throws Error when it made none */
export async function updateToRelease(guardian: Guardian): Promise<string> {
  return made((await guardian.runUpdate(LIBRARY)).release);
}

export const rollBack = (
  guardian: Guardian,
  release: string,
  changedSince: 'keep' | 'overwrite' = 'keep',
): Promise<RollbackResult> => guardian.rollback({ kind: 'release', release }, { changedSince, ...LIBRARY });

/** A rollback; returns the release that it made. @throws Error when it made none */
export async function rollBackToRelease(guardian: Guardian, release: string): Promise<string> {
  return made((await rollBack(guardian, release)).release);
}

/** Applies a set without the cycle around it, so that a test can step in between. */
export const apply = (context: ApplyContext, items: ReleaseItem[]): Promise<ReleaseOutcome> =>
  applyRelease(context, { kind: 'update', of: null, takesBack: [], empties: [], ...LIBRARY, items, onProgress: () => undefined });

/** A file of the set that brings what the sandbox's Core has. */
export const fromCore = ({ core }: Sandbox, path: string, before: string | null): ReleaseItem =>
  item(path, before, { from: join(core, path), content: read(core, path) });

/** What the watcher asks for: a look at some folders only. */
export const lookAt = (...folders: string[]): RunOptions => ({ ...LIBRARY, scope: { kind: 'folders', folders } });

export const problemCodes = (guardian: Guardian): string[] => guardian.snapshot().problems.map((problem) => problem.code);

/** A clock whose sleepers wake when the test says so, with the time moved on meanwhile. */
export function createHeldClock(): Clock & { asleep(): boolean; wake(laterMs: number): void } {
  const sleepers: (() => void)[] = [];
  let ahead = 0;
  return {
    ...systemClock,
    now: () => Date.now() + ahead,
    sleep: () => new Promise((wake) => sleepers.push(wake)),
    asleep: () => sleepers.length > 0,
    wake(laterMs) {
      ahead += laterMs;
      for (const wake of sleepers.splice(0)) wake();
    },
  };
}

function made(release: string | null): string {
  if (release === null) throw new Error('no release was made');
  return release;
}
