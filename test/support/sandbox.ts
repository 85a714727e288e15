import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { createGuardian } from '../../electron/guardian.ts';
import type { Guardian } from '../../electron/guardian-api.ts';
import type { Clock } from '../../electron/kernel/clock.ts';
import { createFileSecrets } from '../../electron/platform/headless/file-secrets.ts';
import { writeTree } from './tree.ts';

/** A workspace with its own Core in a temporary folder, and guardians that are given back with it. */
export interface Sandbox {
  folder: string;
  core: string;
  workspace: string;
  settings(updates: Record<string, unknown>): void;
  guardian(clock?: Clock): Promise<Guardian>;
  dispose(): Promise<void>;
}

/** `quietSeconds` is 0: what is written is what is meant. */
export function createSandbox(
  files: { core?: Record<string, string>; workspace?: Record<string, string>; updates?: Record<string, unknown> } = {},
): Sandbox {
  const folder = mkdtempSync(join(tmpdir(), 'nightguard-test-'));
  const core = join(folder, 'Core');
  const workspace = join(folder, 'workspace');
  const guardians: Guardian[] = [];
  const secrets = createFileSecrets(join(folder, 'secrets'));
  writeTree(core, { '.keep': '', ...files.core });
  writeTree(workspace, { '.keep': '', ...files.workspace });
  const settings = (updates: Record<string, unknown>): void =>
    writeFileSync(join(workspace, 'nightguard.yaml'), stringify({ updates: { source: core, quietSeconds: 0, ...updates } }));
  settings(files.updates ?? {});
  return {
    folder,
    core,
    workspace,
    settings,
    async guardian(clock) {
      const guardian = await createGuardian({ workspace, door: 'library', secrets, ...(clock === undefined ? {} : { clock }) });
      guardians.push(guardian);
      return guardian;
    },
    async dispose() {
      for (const guardian of guardians) await guardian.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
