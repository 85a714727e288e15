import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SecuritySettings } from '../../../../../shared/model/settings.ts';
import { PIP_ENVIRONMENT, PIP_WORDS } from '../../../../kernel/python/index.ts';
import type { ToolResult, ToolRunner } from '../../../../kernel/ports/tool-runner.ts';
import type { Consultation } from '../../advisories/consult.ts';
import type { IndexFile } from '../../inventory/pip-index.ts';
import type { PipInventory } from '../../inventory/pip-inventory.ts';

export interface PipChangeContext {
  workspace: string;
  /** For lists that pip reads. Absolute. */
  scratch: string;
  settings: SecuritySettings['pip'];
  /** Which indexes pip asks; not as arguments, which every user of the machine can see. */
  indexVariables: Readonly<Record<string, string>>;
  inventory: PipInventory;
  /** By name key: what the index has. */
  files: ReadonlyMap<string, readonly IndexFile[]>;
  /** Whether a version is known to be vulnerable. */
  isVulnerable: (key: string, version: string) => boolean;
  /** Learns what is known of further packages. Returns those that nobody could speak of. */
  learn: Consultation['learn'];
  tools: ToolRunner;
}

const TIMEOUT_MS = 900_000;

/** Options of every call that asks the index. */
export const common = ({ settings }: PipChangeContext): string[] => (settings.sourceBuilds ? [] : ['--only-binary', ':all:']);

/** Runs the environment's own pip. */
export const pip = (
  { inventory, workspace, tools, indexVariables }: PipChangeContext,
  args: readonly string[],
  signal: AbortSignal,
  onStart?: Parameters<ToolRunner['run']>[0]['onStart'],
): Promise<ToolResult> =>
  tools.run({
    file: inventory.environment.python,
    args: [...PIP_WORDS, ...args],
    cwd: workspace,
    env: { ...PIP_ENVIRONMENT, ...indexVariables },
    timeoutMs: TIMEOUT_MS,
    signal,
    ...(onStart === undefined ? {} : { onStart }),
  });

/** Writes a list for pip to read, which is gone afterwards. */
export async function withList<T>(
  { scratch }: PipChangeContext,
  lines: readonly string[],
  use: (file: string) => Promise<T>,
): Promise<T> {
  await mkdir(scratch, { recursive: true });
  const file = join(scratch, `pip-${randomBytes(6).toString('hex')}.txt`);
  await writeFile(file, `${lines.join('\n')}\n`, { flag: 'wx' });
  try {
    return await use(file);
  } finally {
    await rm(file, { force: true });
  }
}
